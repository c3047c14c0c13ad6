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
import org.recourse.assistant.numbers.GoalNumbers;
import org.recourse.assistant.numbers.GoalState;
import org.recourse.assistant.numbers.PlanNumbers;
import org.recourse.assistant.numbers.StructureNumbers;
import org.recourse.dosimetry.dvh.Dvh;
import org.recourse.model.DoseQuantity;
import org.recourse.model.StructureType;
import org.recourse.tuning.check.CheckLimits;

/**
 * Turns the checks into bounds on physical doses for the search of weights. A bound in EQD2 becomes
 * one in physical dose by the steepest and the flattest slope of the conversion at the doses per
 * fraction in use (0 to 3 Gy, alpha/beta 2 to 10 Gy): 0.5 to 2 Gy EQD2 per Gy, always to the safe
 * side. Stateless.
 */
final class WeightLimits {

  private static final double STEEPEST_EQD2_PER_GY = 2;
  private static final double FLATTEST_EQD2_PER_GY = 0.5;
  private static final double D01CC = 0.1;

  /** Distance kept from a bound, Gy: voxels and histograms differ by about this. */
  private static final double MARGIN_GY = 0.15;

  private final PlanNumbers numbers;
  private final CheckLimits limits;
  private final Map<String, BeamRows> rows;
  private final double[] weight;

  WeightLimits(
      PlanNumbers numbers, CheckLimits limits, Map<String, BeamRows> rows, double[] weight) {
    this.numbers = numbers;
    this.limits = limits;
    this.rows = rows;
    this.weight = weight;
  }

  /**
   * Returns the bounds.
   *
   * @param keepCoverage whether the targets may lose nothing; otherwise they may fall to the limits
   * @param relaxedPercent how many percent of the prescription the coverage may fall below its
   *     limits, to see what stands in the way
   */
  List<RowLimit> all(boolean keepCoverage, double relaxedPercent) {
    List<RowLimit> all = new ArrayList<>();
    double prescribedGy = PlanTargets.prescribedGy(numbers).orElse(0.0);
    double part = prescribedGy / 100;
    for (StructureNumbers target : PlanTargets.planning(numbers)) {
      cold(
          target, 0.95, (limits.ptvD95Percent() - relaxedPercent) * part, keepCoverage, "D95", all);
    }
    for (StructureNumbers target : PlanTargets.gross(numbers)) {
      cold(
          target, 0.98, (limits.gtvD98Percent() - relaxedPercent) * part, keepCoverage, "D98", all);
      BeamRows own = rows.get(target.structure().name());
      if (own != null) {
        double warm = 1 - own.fractionOf(limits.gtvMinimumVolumeCm3());
        cold(
            target,
            warm,
            (limits.gtvMinimumPercent() - relaxedPercent) * part,
            keepCoverage,
            "coldest dose",
            all);
      }
    }
    goals(all);
    organs(all);
    return all;
  }

  private void cold(
      StructureNumbers target,
      double fraction,
      double limitGy,
      boolean keep,
      String what,
      List<RowLimit> all) {
    BeamRows own = rows.get(target.structure().name());
    if (own == null) {
      return;
    }
    double nowGy = own.doseAtFractionGy(weight, fraction);
    double trueGy = target.physicalDvh().orElseThrow().doseAtVolumePercentGy(100 * fraction);
    double lowestGy = limitGy + MARGIN_GY + (nowGy - trueGy); // voxels differ from the histogram
    all.add(
        new RowLimit(
            own,
            fraction,
            keep ? Math.max(nowGy, lowestGy) : lowestGy,
            true,
            what + " of " + target.structure().name()));
  }

  /** Upper limits of judged goals on doses. */
  private void goals(List<RowLimit> all) {
    GoalRoom.upperLimits(numbers).forEach(goal -> bound(goal).ifPresent(all::add));
  }

  private Optional<RowLimit> bound(GoalNumbers goal) {
    GoalState state = goal.goal();
    Optional<BeamRows> own = rowsOf(state.structureName());
    OptionalDouble fraction =
        own.isEmpty()
            ? OptionalDouble.empty()
            : GoalRoom.fraction(state.metric(), own.get().volumeCm3());
    if (fraction.isEmpty()) {
      return Optional.empty();
    }
    double excess = GoalRoom.excess(goal, numbers);
    double nowGy = own.get().doseAtFractionGy(weight, fraction.getAsDouble());
    double slope =
        state.quantity() == DoseQuantity.PHYSICAL
            ? 1
            : excess > 0 ? FLATTEST_EQD2_PER_GY : STEEPEST_EQD2_PER_GY;
    double boundGy = nowGy - excess / slope - (excess > 0 ? MARGIN_GY : 0);
    String text = state.metric() + " of " + state.structureName();
    return Optional.of(
        new RowLimit(own.get(), fraction.getAsDouble(), Math.max(0, boundGy), false, text));
  }

  private Optional<BeamRows> rowsOf(String name) {
    return numbers.structure(name).map(s -> rows.get(s.structure().name()));
  }

  /** No organ's near-maximum may rise by more than the limit. */
  private void organs(List<RowLimit> all) {
    for (StructureNumbers organ : numbers.structures()) {
      BeamRows own = rows.get(organ.structure().name());
      Optional<Dvh> dvh = organ.physicalDvh();
      if (organ.structure().type() == StructureType.ORGAN && own != null && dvh.isPresent()) {
        double fraction = own.fractionOf(D01CC);
        double nowGy = own.doseAtFractionGy(weight, fraction);
        all.add(
            new RowLimit(
                own,
                fraction,
                nowGy + limits.organRiseEqd2Gy() / STEEPEST_EQD2_PER_GY,
                false,
                "D0.1cc of " + organ.structure().name()));
      }
    }
  }
}
