/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.tuning.replan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.eclipse.core.runtime.IProgressMonitor;
import org.recourse.assistant.numbers.GoalNumbers;
import org.recourse.assistant.numbers.PlanNumbers;
import org.recourse.assistant.numbers.StructureNumbers;
import org.recourse.dosimetry.dvh.Dvh;
import org.recourse.model.DoseQuantity;
import org.recourse.model.StructureType;
import org.recourse.planning.objective.DoseModel;
import org.recourse.planning.objective.ExternalObjective;
import org.recourse.planning.optimisation.PlanObjective;
import org.recourse.planning.optimisation.Scenario;
import org.recourse.planning.site.PlanningSite;
import org.recourse.radiobiology.fractionation.AlphaBetaRatio;
import org.recourse.tuning.check.CheckLimits;
import org.recourse.tuning.proposal.GoalRoom;
import org.recourse.tuning.proposal.PlanTargets;

/**
 * Turns the checks into bounds of single voxels, so that an optimisation keeps what the plan has:
 * targets their coverage, organs their near-maximum over all courses and their goals, the rest of
 * the body its dose. The numbers of the plan decide afterwards. Used by one thread.
 */
final class PlanBounds {

  /** Weights of mean penalties; of organs and body in voxels of the target. */
  private static final double TARGET_WEIGHT = 300;

  private static final double HOT_TARGET_WEIGHT = 30;
  private static final double ORGAN_WEIGHT = 600;

  /** Least weight of the mean penalty of an organ, so that a small one counts as well. */
  private static final double LEAST_WEIGHT = 200;

  private static final double BODY_WEIGHT = 60;

  private static final double NEAR_MAXIMUM_CM3 = 0.1;
  private static final double HOT_FRACTION = 0.02;

  /** Distance kept from a limit, Gy: an optimum lies on its bounds and misses them by a little. */
  private static final double MARGIN_GY = 0.5;

  /** Part of the rise of an organ that the checks allow, which the search uses. */
  private static final double PART_OF_RISE = 0.1;

  private static final double COLD_RISE_GY = 1;

  private final PreparedPlan plan;
  private final PlanNumbers before;
  private final CheckLimits limits;
  private final IProgressMonitor monitor;
  private final double targetVoxels;
  private final List<PlanObjective> bounds = new ArrayList<>();

  private PlanBounds(
      PreparedPlan plan, PlanNumbers before, CheckLimits limits, IProgressMonitor monitor) {
    this.plan = plan;
    this.before = before;
    this.limits = limits;
    this.monitor = monitor;
    this.targetVoxels =
        PlanTargets.planning(before).stream()
            .mapToInt(one -> plan.voxels(one.structure().name()).map(v -> v.length).orElse(0))
            .sum();
  }

  /**
   * A bound on a few voxels of a large organ counts as much as one on as many voxels of the target,
   * although penalties are means; one on a small organ counts more.
   */
  private double ofOrgan(int voxelCount) {
    return Math.max(LEAST_WEIGHT, ORGAN_WEIGHT * voxelCount / Math.max(1, targetVoxels));
  }

  /**
   * Returns the bounds.
   *
   * @param keepCoverage whether the targets may lose nothing; otherwise they may fall to the limits
   */
  static List<PlanObjective> of(
      PreparedPlan plan,
      PlanNumbers before,
      CheckLimits limits,
      boolean keepCoverage,
      IProgressMonitor monitor) {
    var made = new PlanBounds(plan, before, limits, monitor);
    made.targets(keepCoverage);
    made.organs();
    made.body();
    return List.copyOf(made.bounds);
  }

  private void targets(boolean keep) {
    double partGy = PlanTargets.prescribedGy(before).orElseThrow() / 100;
    for (StructureNumbers target : PlanTargets.planning(before)) {
      cold(target, 0.95, limits.ptvD95Percent() * partGy, keep);
      hot(target);
    }
    for (StructureNumbers target : PlanTargets.gross(before)) {
      cold(target, 0.98, limits.gtvD98Percent() * partGy, keep);
    }
  }

  private void cold(StructureNumbers target, double fraction, double limitGy, boolean keep) {
    Optional<int[]> voxels = plan.voxels(target.structure().name());
    Optional<Dvh> dvh = target.physicalDvh();
    if (voxels.isEmpty() || dvh.isEmpty()) {
      return;
    }
    double[] base = PreparedPlan.gathered(plan.baseGy(), voxels.get());
    double storedGy =
        VoxelBounds.atFraction(PreparedPlan.gathered(plan.storedGy(), voxels.get()), fraction);
    double ofVoxels = storedGy - dvh.get().doseAtVolumePercentGy(100 * fraction);
    double leastGy = limitGy + MARGIN_GY + ofVoxels; // voxels differ from the histogram
    add(
        target,
        voxels.get(),
        VoxelBounds.atLeast(
            VoxelBounds.floors(base, fraction, keep ? Math.max(storedGy, leastGy) : leastGy)),
        new DoseModel.Physical(),
        TARGET_WEIGHT);
  }

  /** A target gets no hotter, and its own goals hold. */
  private void hot(StructureNumbers target) {
    Optional<int[]> voxels = plan.voxels(target.structure().name());
    if (voxels.isEmpty()) {
      return;
    }
    double[] base = PreparedPlan.gathered(plan.baseGy(), voxels.get());
    double[] stored = PreparedPlan.gathered(plan.storedGy(), voxels.get());
    double mostGy = VoxelBounds.atFraction(stored, HOT_FRACTION);
    double[] ceilings = VoxelBounds.ceilings(base, HOT_FRACTION, mostGy, Double.POSITIVE_INFINITY);
    add(
        target,
        voxels.get(),
        VoxelBounds.atMost(ceilings),
        new DoseModel.Physical(),
        HOT_TARGET_WEIGHT);
  }

  private void organs() {
    for (StructureNumbers organ : before.structures()) {
      Optional<int[]> voxels = plan.voxels(organ.structure().name());
      if (organ.structure().type() == StructureType.ORGAN && voxels.isPresent()) {
        organ(organ, voxels.get());
      }
    }
  }

  private void organ(StructureNumbers organ, int[] voxels) {
    double volumeCm3 = plan.volumeCm3(voxels.length);
    DoseModel all = cumulative(organ, voxels);
    double[] base = converted(plan.baseGy(), voxels, all);
    double[] stored = converted(plan.storedGy(), voxels, all);
    double part = Math.min(1, NEAR_MAXIMUM_CM3 / volumeCm3);
    double riseGy = PART_OF_RISE * limits.organRiseEqd2Gy();
    double[] ceilings =
        VoxelBounds.ceilings(
            base, part, VoxelBounds.atFraction(stored, part) + riseGy, COLD_RISE_GY);
    for (GoalNumbers goal : goals(organ)) {
      OptionalDouble fraction = GoalRoom.fraction(goal.goal().metric(), volumeCm3);
      if (fraction.isEmpty()) {
        continue; // means and volumes: the checks judge them afterwards
      }
      if (goal.goal().quantity() == DoseQuantity.CUMULATIVE_EQD2) {
        lower(ceilings, goalCeilings(goal, fraction.getAsDouble(), base, stored));
      } else {
        DoseModel own = ofPlan(organ, goal.goal().quantity());
        double[] physical =
            goalCeilings(
                goal,
                fraction.getAsDouble(),
                converted(plan.baseGy(), voxels, own),
                converted(plan.storedGy(), voxels, own));
        add(organ, voxels, VoxelBounds.atMost(physical), own, ofOrgan(voxels.length));
      }
    }
    add(organ, voxels, VoxelBounds.atMost(ceilings), all, ofOrgan(voxels.length));
  }

  private List<GoalNumbers> goals(StructureNumbers organ) {
    return GoalRoom.upperLimits(before)
        .filter(goal -> organ.structure().isNamed(goal.goal().structureName()))
        .toList();
  }

  private double[] goalCeilings(GoalNumbers goal, double fraction, double[] base, double[] stored) {
    double mostGy =
        VoxelBounds.atFraction(stored, fraction) - GoalRoom.excess(goal, before) - MARGIN_GY;
    return VoxelBounds.ceilings(base, fraction, Math.max(0, mostGy), Double.POSITIVE_INFINITY);
  }

  private static void lower(double[] ceilings, double[] others) {
    for (int i = 0; i < ceilings.length; i++) {
      ceilings[i] = Math.min(ceilings[i], others[i]);
    }
  }

  /** Outside of targets and organs nothing gets much more than it has. */
  private void body() {
    PlanningSite site = plan.session().site();
    BitSet inside = new BitSet(site.grid().voxelCount());
    Arrays.stream(PlanningSite.positions(site.body())).forEach(inside::set);
    for (StructureNumbers one : before.structures()) {
      if (one.structure().isTarget() || one.structure().type() == StructureType.ORGAN) {
        plan.voxels(one.structure().name())
            .ifPresent(voxels -> Arrays.stream(voxels).forEach(inside::clear));
      }
    }
    int[] voxels = inside.stream().toArray();
    if (voxels.length > 0) {
      double[] ceilings = PreparedPlan.gathered(plan.baseGy(), voxels);
      for (int i = 0; i < ceilings.length; i++) {
        ceilings[i] += COLD_RISE_GY;
      }
      bounds.add(
          PlanObjective.physical(
              plan.beams().source().bodyName(),
              voxels,
              new ExternalObjective("no hotter than it is", VoxelBounds.atMost(ceilings)),
              BODY_WEIGHT * voxels.length / Math.max(1, targetVoxels)));
    }
  }

  private DoseModel cumulative(StructureNumbers organ, int[] voxels) {
    Optional<AlphaBetaRatio> ratio = organ.structure().ratio();
    int fractions = fractionCount(before).orElseThrow();
    return ratio.isPresent() && fractions > 0
        ? plan.cumulative(ratio.get(), fractions, voxels, monitor)
        : new DoseModel.Physical();
  }

  private DoseModel ofPlan(StructureNumbers organ, DoseQuantity quantity) {
    Optional<AlphaBetaRatio> ratio = organ.structure().ratio();
    int fractions = fractionCount(before).orElseThrow();
    return quantity == DoseQuantity.PHYSICAL || ratio.isEmpty() || fractions == 0
        ? new DoseModel.Physical()
        : new DoseModel.Equieffective(ratio.get(), fractions);
  }

  /** Fractions of the assessed plan; empty if unknown, which {@link Replanning} refuses. */
  static OptionalInt fractionCount(PlanNumbers numbers) {
    return numbers
        .snapshot()
        .assessedPlan()
        .map(assessed -> assessed.prescription().fractionCount())
        .orElse(OptionalInt.empty());
  }

  private static double[] converted(double[] gridGy, int[] voxels, DoseModel model) {
    double[] dose = PreparedPlan.gathered(gridGy, voxels);
    model.convert(dose, new double[dose.length]);
    return dose;
  }

  private void add(
      StructureNumbers structure, int[] voxels, VoxelBounds bound, DoseModel model, double weight) {
    bounds.add(
        new PlanObjective(
            structure.structure().name(),
            voxels,
            new ExternalObjective("as it is", bound),
            Scenario.of(model),
            weight));
  }
}
