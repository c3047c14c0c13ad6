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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.assistant.numbers.PlanNumbers;
import org.recourse.risk.RiskAssessment;

/**
 * Searches weights of the beams that lower the number of one model within bounds: steps against the
 * slope in a trust region, the model asked after each.
 */
final class WeightSearch {

  private static final int MOST_STEPS = 6;
  private static final double FIRST_RADIUS = 0.35;
  private static final double LAST_RADIUS = 0.04;
  private static final int HALVINGS = 12;

  /** A bound may be missed by this much, Gy; it has a margin of more. */
  private static final double ALLOWED_EXCESS_GY = 0.1;

  /** Gain of a step that is worth another one. */
  private static final double SMALLEST_GAIN = 1e-5;

  /**
   * What was found.
   *
   * @param weight of each beam
   * @param risk number of the model
   * @param reached bounds with less than 0.2 Gy left
   */
  record Found(double[] weight, double risk, List<String> reached) {}

  private static final double REACHED_GY = 0.2;

  private final PlanEvaluation evaluation;
  private final BeamBasis basis;
  private final RiskSlope slope;
  private final Map<String, BeamRows> rows;

  WeightSearch(
      PlanEvaluation evaluation, BeamBasis basis, RiskSlope slope, Map<String, BeamRows> rows) {
    this.evaluation = evaluation;
    this.basis = basis;
    this.slope = slope;
    this.rows = rows;
  }

  /**
   * Searches.
   *
   * @param before numbers of the plan as it is
   * @param limits bounds
   * @param enough number of the model below which nothing more is searched
   * @return empty if no weights within the bounds lower the number
   */
  Optional<Found> search(
      String modelId,
      PlanNumbers before,
      List<RowLimit> limits,
      double enough,
      IProgressMonitor monitor) {
    SubMonitor progress = SubMonitor.convert(monitor, "Beam weights", 2 * MOST_STEPS);
    boolean voxels = evaluation.models().risks().looksAtVoxels(modelId);
    PlanNumbers now = before;
    double[] weight = basis.weight().clone();
    double risk = risk(modelId, before).orElseThrow();
    double start = risk;
    double radius = FIRST_RADIUS;
    boolean inside = worst(limits, weight) <= ALLOWED_EXCESS_GY;
    boolean moved = false;
    for (int step = 0; step < MOST_STEPS && radius >= LAST_RADIUS && risk > enough; step++) {
      Optional<double[]> down = slope.of(modelId, voxels, now, weight, rows, progress.split(1));
      if (down.isEmpty()) {
        break;
      }
      double[] tried =
          inward(weight, WeightStep.from(weight, down.get(), limits, radius, progress), limits);
      PlanNumbers then =
          evaluation.numbers(
              basis.edit(tried).appliedTo(before.snapshot()), modelId, progress.split(1));
      OptionalDouble itsRisk = risk(modelId, then);
      boolean triedInside = worst(limits, tried) <= ALLOWED_EXCESS_GY;
      boolean better =
          itsRisk.isPresent()
              && (triedInside || !inside)
              && (itsRisk.getAsDouble() < risk - SMALLEST_GAIN || triedInside && !inside);
      if (better) {
        weight = tried;
        risk = itsRisk.getAsDouble();
        now = then;
        inside = triedInside;
        moved = true;
      } else {
        radius /= 2;
      }
    }
    return moved && risk < start
        ? Optional.of(new Found(weight, risk, reached(limits, weight)))
        : Optional.empty();
  }

  /** Goes back towards the start of the step until no bound is missed more than it was there. */
  private static double[] inward(double[] from, double[] to, List<RowLimit> limits) {
    double part = 1;
    double[] tried = to;
    for (int k = 0; k < HALVINGS && isWorse(limits, from, tried); k++) {
      part *= 0.8;
      tried = new double[from.length];
      for (int b = 0; b < tried.length; b++) {
        tried[b] = from[b] + part * (to[b] - from[b]);
      }
    }
    return tried;
  }

  private static boolean isWorse(List<RowLimit> limits, double[] from, double[] tried) {
    return limits.stream()
        .anyMatch(
            limit ->
                limit.excessGy(tried) > Math.max(ALLOWED_EXCESS_GY, limit.excessGy(from) + 1e-3));
  }

  private static double worst(List<RowLimit> limits, double[] weight) {
    return limits.stream().mapToDouble(limit -> limit.excessGy(weight)).max().orElse(0);
  }

  private static List<String> reached(List<RowLimit> limits, double[] weight) {
    List<String> reached = new ArrayList<>();
    for (RowLimit limit : limits) {
      if (limit.excessGy(weight) > -REACHED_GY && !reached.contains(limit.inWords())) {
        reached.add(limit.inWords());
      }
    }
    return reached;
  }

  static OptionalDouble risk(String modelId, PlanNumbers numbers) {
    return numbers.risks().stream()
        .filter(risk -> risk.model().id().equals(modelId))
        .map(RiskAssessment::result)
        .map(RiskChange::number)
        .findFirst()
        .orElse(OptionalDouble.empty());
  }
}
