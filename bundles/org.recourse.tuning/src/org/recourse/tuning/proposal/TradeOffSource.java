/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.tuning.proposal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.assistant.numbers.DoseAttributions;
import org.recourse.assistant.numbers.PlanNumbers;
import org.recourse.assistant.numbers.StructureNumbers;
import org.recourse.dicom.DicomReadException;
import org.recourse.model.StructureType;
import org.recourse.tuning.check.CheckLimits;
import org.recourse.tuning.internal.voxels.StructureVoxels;
import org.recourse.tuning.tradeoff.TradeOffGoal;

/**
 * Costs of weights of beams for the navigator, in about a millisecond: coverage and near-maximum
 * doses from the doses of the beams in the voxels, the risk by its slope at the plan. The numbers
 * of the plan that the user stops at are then computed in full. Thread-safe.
 */
public final class TradeOffSource {

  private static final double NEAR_MAXIMUM_CM3 = 0.1;
  private static final int MOST_ORGANS = 4;

  private final PlanEvaluation evaluation;
  private final DoseAttributions attributions;
  private final RowReading reading;

  public TradeOffSource(CaseModels models) {
    evaluation = new PlanEvaluation(models);
    attributions =
        new DoseAttributions(
            models.risks(), models.parameters(), evaluation.voxels(), models.executor());
    reading = new RowReading(new StructureVoxels(evaluation.voxels(), models.executor()));
  }

  /** A plan as a function of the weights of its beams. Immutable and thread-safe. */
  public static final class Linear {

    private final BeamBasis basis;
    private final List<TradeOffGoal> goals;
    private final List<Cost> parts;

    Linear(BeamBasis basis, List<TradeOffGoal> goals, List<Cost> parts) {
      this.basis = basis;
      this.goals = List.copyOf(goals);
      this.parts = List.copyOf(parts);
    }

    public List<TradeOffGoal> goals() {
      return goals;
    }

    public List<Integer> beamNumbers() {
      return basis.beamNumbers();
    }

    /** Returns the cost of each goal; smaller is better. */
    public double[] costs(double[] weight) {
      return parts.stream().mapToDouble(part -> part.of(weight)).toArray();
    }
  }

  /** One cost. */
  @FunctionalInterface
  interface Cost {
    double of(double[] weight);
  }

  /** Returns the costs of a plan; empty without a dose for each beam or a number of the model. */
  public Optional<Linear> linear(
      PlanNumbers before, String modelId, CheckLimits limits, IProgressMonitor monitor) {
    SubMonitor progress = SubMonitor.convert(monitor, "Trade-offs", 3);
    OptionalDouble risk = WeightSearch.risk(modelId, before);
    try {
      Optional<BeamBasis> basis =
          BeamBasis.of(
              before, evaluation.voxels(), evaluation.models().executor(), progress.split(1));
      if (basis.isEmpty() || risk.isEmpty()) {
        return Optional.empty();
      }
      Map<String, BeamRows> rows = rows(before, basis.get(), progress.split(1));
      Optional<double[]> slope =
          new RiskSlope(basis.get(), attributions)
              .of(
                  modelId,
                  evaluation.models().risks().looksAtVoxels(modelId),
                  before,
                  basis.get().weight(),
                  rows,
                  progress.split(1));
      return slope.map(
          s -> linear(before, modelId, limits, basis.get(), rows, risk.getAsDouble(), s));
    } catch (DicomReadException e) {
      return Optional.empty(); // the numbers of the plan have a finding on it
    }
  }

  private Map<String, BeamRows> rows(PlanNumbers before, BeamBasis basis, IProgressMonitor monitor)
      throws DicomReadException {
    Map<String, BeamRows> rows = new LinkedHashMap<>();
    for (StructureNumbers one : before.structures()) {
      if (one.structure().isTarget() || one.structure().type() == StructureType.ORGAN) {
        reading
            .of(one.structure(), before, basis, monitor)
            .ifPresent(own -> rows.put(one.structure().name(), own));
      }
    }
    return rows;
  }

  private Linear linear(
      PlanNumbers before,
      String modelId,
      CheckLimits limits,
      BeamBasis basis,
      Map<String, BeamRows> rows,
      double risk,
      double[] slope) {
    List<TradeOffGoal> goals = new ArrayList<>();
    List<Cost> parts = new ArrayList<>();
    double[] start = basis.weight().clone();
    double scale = evaluation.models().risks().looksAtVoxels(modelId) ? 1 : 0;
    goals.add(
        scale > 0
            ? new TradeOffGoal("risk:" + modelId, "Risk", "")
            : new TradeOffGoal("risk:" + modelId, "Dose that drives the risk", "Gy"));
    double base = scale > 0 ? risk : 0;
    parts.add(
        weight -> base + product(slope, weight, scale > 0 ? start : new double[start.length]));
    double prescribedGy = PlanTargets.prescribedGy(before).orElse(0.0);
    PlanTargets.planning(before)
        .forEach(
            t -> cold(t, 0.95, limits.ptvD95Percent() / 100 * prescribedGy, rows, goals, parts));
    PlanTargets.gross(before)
        .forEach(
            t -> cold(t, 0.98, limits.gtvD98Percent() / 100 * prescribedGy, rows, goals, parts));
    before.structures().stream()
        .filter(s -> s.structure().type() == StructureType.ORGAN)
        .filter(s -> rows.containsKey(s.structure().name()) && s.physicalDvh().isPresent())
        .sorted(
            (a, b) -> Double.compare(b.physicalDvh().get().maxGy(), a.physicalDvh().get().maxGy()))
        .limit(MOST_ORGANS)
        .forEach(s -> hot(s.structure().name(), rows.get(s.structure().name()), goals, parts));
    return new Linear(basis, goals, parts);
  }

  private static double product(double[] slope, double[] weight, double[] from) {
    double sum = 0;
    for (int b = 0; b < slope.length; b++) {
      sum += slope[b] * (weight[b] - from[b]);
    }
    return sum;
  }

  /** Cost of coverage: by how much the cold dose lies below 5 % above its limit. */
  private static void cold(
      StructureNumbers target,
      double fraction,
      double limitGy,
      Map<String, BeamRows> rows,
      List<TradeOffGoal> goals,
      List<Cost> parts) {
    BeamRows own = rows.get(target.structure().name());
    if (own != null) {
      String metric = fraction > 0.96 ? "D98" : "D95";
      goals.add(
          new TradeOffGoal(
              "coverage:" + target.structure().name(),
              metric + " of " + target.structure().name() + " below 105 % of its limit",
              "Gy"));
      parts.add(weight -> 1.05 * limitGy - own.doseAtFractionGy(weight, fraction));
    }
  }

  private static void hot(String organ, BeamRows own, List<TradeOffGoal> goals, List<Cost> parts) {
    double fraction = own.fractionOf(NEAR_MAXIMUM_CM3);
    goals.add(new TradeOffGoal("organ:" + organ, "D0.1cc of " + organ, "Gy"));
    parts.add(weight -> own.doseAtFractionGy(weight, fraction));
  }

  /** Returns weights to move between: the plan, its proposals, and each beam a little less. */
  public List<double[]> weights(Proposals proposals, Linear linear) {
    List<double[]> weights = new ArrayList<>();
    double[] now = linear.basis.weight();
    weights.add(now.clone());
    for (Proposal proposal : proposals.ranked()) {
      if (proposal.edit() instanceof PlanEdit.BeamWeights(var byBeam)) {
        double[] one = now.clone();
        for (int b = 0; b < one.length; b++) {
          one[b] = byBeam.getOrDefault(linear.beamNumbers().get(b), one[b]);
        }
        weights.add(one);
      }
    }
    for (int b = 0; b < now.length; b++) {
      double[] one = now.clone();
      one[b] *= 0.7;
      weights.add(one);
    }
    return weights;
  }
}
