/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.assistant.numbers;

import java.util.List;
import java.util.Optional;
import org.recourse.assistant.numbers.GoalOutcome.Judged;
import org.recourse.assistant.numbers.GoalOutcome.NotApplicable;
import org.recourse.assistant.numbers.GoalOutcome.Shown;
import org.recourse.assistant.numbers.GoalOutcome.Verdict;
import org.recourse.dosimetry.dvh.DoseMetric;
import org.recourse.dosimetry.dvh.Dvh;
import org.recourse.dosimetry.dvh.MetricValue;
import org.recourse.model.DoseQuantity;
import org.recourse.model.GoalComparison;

/**
 * Judges clinical goals. Stateless.
 *
 * <p>A limit from a secondary or recalled source is shown with its value and never judged. A
 * cumulative dose that lacks a course without dose grid is too low, so a limit it keeps is only
 * judged as kept where the typed maxima of every missing course, added to it, keep it too. The same
 * holds for an EQD2 that counts complete repair only for want of a half-time.
 */
final class GoalJudgement {

  private GoalJudgement() {}

  static GoalNumbers judge(GoalState goal, List<StructureNumbers> structures) {
    return new GoalNumbers(goal, outcome(goal, structures));
  }

  private static GoalOutcome outcome(GoalState goal, List<StructureNumbers> structures) {
    Optional<StructureNumbers> structure =
        structures.stream().filter(s -> s.structure().isNamed(goal.structureName())).findFirst();
    if (structure.isEmpty()) {
      return new NotApplicable("There is no structure " + goal.structureName() + ".");
    }
    DoseMetric metric;
    try {
      metric = DoseMetric.parse(goal.metric());
    } catch (IllegalArgumentException e) { // typed by a user
      return new NotApplicable(e.getMessage());
    }
    Optional<Dvh> dvh = dvh(goal.quantity(), structure.get());
    if (dvh.isEmpty()) {
      return new NotApplicable(
          whatIsMissing(goal.quantity()) + " of " + goal.structureName() + " is not known.");
    }
    return switch (metric.evaluate(dvh.get())) {
      case MetricValue.Undefined(String reason) -> new NotApplicable(reason);
      case MetricValue.Defined defined -> judged(goal, metric, defined, structure.get());
    };
  }

  private static Optional<Dvh> dvh(DoseQuantity quantity, StructureNumbers structure) {
    return switch (quantity) {
      case PHYSICAL -> structure.physicalDvh();
      case PLAN_EQD2 -> structure.planEqd2Dvh();
      case CUMULATIVE_EQD2 -> structure.cumulative().map(CumulativeNumbers::eqd2Dvh);
    };
  }

  private static String whatIsMissing(DoseQuantity quantity) {
    return switch (quantity) {
      case PHYSICAL -> "The dose";
      case PLAN_EQD2 -> "The EQD2 of the plan";
      case CUMULATIVE_EQD2 -> "The cumulative EQD2";
    };
  }

  private static GoalOutcome judged(
      GoalState goal, DoseMetric metric, MetricValue.Defined value, StructureNumbers structure) {
    if (!goal.isJudged()) {
      return new Shown(value, "The limit is a draft: its source has not been read.");
    }
    Verdict verdict = verdict(goal, value.value());
    if (isTooLow(goal, structure.repair()) && !isCertain(goal, verdict)) {
      return new Shown(value, structure.repair().reservation());
    }
    Optional<CumulativeNumbers> incomplete =
        structure
            .cumulative()
            .filter(c -> goal.quantity() == DoseQuantity.CUMULATIVE_EQD2)
            .filter(c -> !c.missingCourses().isEmpty());
    return incomplete.isPresent()
        ? judgedIncomplete(goal, metric, value, verdict, incomplete.get())
        : new Judged(value, verdict);
  }

  private static GoalOutcome judgedIncomplete(
      GoalState goal,
      DoseMetric metric,
      MetricValue.Defined value,
      Verdict verdict,
      CumulativeNumbers cumulative) {
    boolean atMost = goal.comparison() == GoalComparison.AT_MOST;
    if (isCertain(goal, verdict)) { // the missing dose can only add to it
      return new Judged(value, verdict);
    }
    Optional<TypedMaximum> typed =
        cumulative
            .typedMaximum()
            .filter(t -> t.courses().containsAll(cumulative.missingCourses()))
            .filter(t -> atMost && isDose(metric));
    if (typed.isPresent()) {
      double upperBound = value.value() + typed.get().eqd2Gy();
      if (verdict(goal, upperBound) != Verdict.FAIL) {
        return new Judged(
            new MetricValue.Defined(upperBound, value.unit()), verdict(goal, upperBound));
      }
    }
    return new Shown(
        value,
        "The dose of "
            + String.join(", ", cumulative.missingCourses())
            + " is not in the sum, so the true value is higher and the limit is not judged.");
  }

  private static boolean isTooLow(GoalState goal, RepairUse repair) {
    return switch (goal.quantity()) {
      case PHYSICAL -> false;
      case PLAN_EQD2 -> repair.planUndecided();
      case CUMULATIVE_EQD2 -> repair.isUndecided();
    };
  }

  /** Whether a verdict on a value that is too low holds for the true one as well. */
  private static boolean isCertain(GoalState goal, Verdict verdict) {
    return switch (goal.comparison()) {
      case AT_MOST -> verdict == Verdict.FAIL;
      case AT_LEAST -> verdict == Verdict.PASS;
    };
  }

  /** Whether a maximum may be added to the metric to bound it. */
  private static boolean isDose(DoseMetric metric) {
    return switch (metric) {
      case DoseMetric.MaximumDose m -> true;
      case DoseMetric.DoseAtVolumeCm3 m -> true;
      case DoseMetric.DoseAtVolumePercent m -> true;
      case DoseMetric.MeanDose m -> true;
      case DoseMetric.MinimumDose m -> true;
      case DoseMetric.MeanOfHottest m -> true;
      case DoseMetric.MeanOfColdest m -> true;
      case DoseMetric.DoseComplement m -> true;
      case DoseMetric.VolumeComplement m -> false;
      case DoseMetric.VolumeCm3AtDose m -> false;
      case DoseMetric.VolumePercentAtDose m -> false;
    };
  }

  static Verdict verdict(GoalState goal, double value) {
    double excess =
        switch (goal.comparison()) {
          case AT_MOST -> value - goal.limit();
          case AT_LEAST -> goal.limit() - value;
        };
    if (excess <= 0) {
      return Verdict.PASS;
    }
    return excess <= goal.tolerance().orElse(0) ? Verdict.WITHIN_TOLERANCE : Verdict.FAIL;
  }
}
