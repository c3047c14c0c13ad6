/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.planning.internal.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import org.recourse.assistant.numbers.GoalNumbers;
import org.recourse.assistant.numbers.GoalOutcome;
import org.recourse.assistant.numbers.GoalState;
import org.recourse.assistant.numbers.PlanNumbers;
import org.recourse.assistant.numbers.StructureNumbers;
import org.recourse.dosimetry.dvh.Dvh;
import org.recourse.dosimetry.dvh.MetricValue;
import org.recourse.model.GoalComparison;
import org.recourse.ui.widget.NumberText;

/**
 * One line of the comparison: a goal or a dose figure. Immutable.
 *
 * @param structure name
 * @param figure what is compared, with its unit
 * @param limit limit of a goal; empty text for a figure without one
 * @param first value of the first plan
 * @param second value of the second plan
 * @param firstVerdict judgement of the first, if there is one
 * @param secondVerdict judgement of the second
 */
record ComparedRow(
    String structure,
    String figure,
    String limit,
    OptionalDouble first,
    OptionalDouble second,
    Optional<GoalOutcome.Verdict> firstVerdict,
    Optional<GoalOutcome.Verdict> secondVerdict) {

  private static final double NEAR_MINIMUM = 95; // percent of the volume
  private static final double NEAR_MAXIMUM = 2;

  /** The goals of the case, judged for both plans. */
  static List<ComparedRow> goals(PlanNumbers first, PlanNumbers second) {
    var rows = new ArrayList<ComparedRow>();
    int count = Math.min(first.goals().size(), second.goals().size());
    for (int i = 0; i < count; i++) {
      GoalNumbers some = first.goals().get(i);
      GoalNumbers other = second.goals().get(i);
      GoalState goal = some.goal();
      String sign = goal.comparison() == GoalComparison.AT_MOST ? "≤ " : "≥ ";
      rows.add(
          new ComparedRow(
              goal.structureName(),
              goal.metric() + quantity(goal),
              sign + NumberText.editable(goal.limit(), 1) + unit(some, other),
              value(some),
              value(other),
              verdict(some),
              verdict(other)));
    }
    return rows;
  }

  private static String quantity(GoalState goal) {
    return switch (goal.quantity()) {
      case PHYSICAL -> "";
      case PLAN_EQD2 -> " EQD2";
      case CUMULATIVE_EQD2 -> " cum. EQD2";
    };
  }

  private static String unit(GoalNumbers some, GoalNumbers other) {
    return defined(some)
        .or(() -> defined(other))
        .map(value -> " " + value.unit().symbol())
        .orElse("");
  }

  private static Optional<MetricValue.Defined> defined(GoalNumbers goal) {
    return switch (goal.outcome()) {
      case GoalOutcome.Judged judged -> Optional.of(judged.value());
      case GoalOutcome.Shown shown -> Optional.of(shown.value());
      case GoalOutcome.NotApplicable none -> Optional.empty();
    };
  }

  private static OptionalDouble value(GoalNumbers goal) {
    return defined(goal).stream().mapToDouble(MetricValue.Defined::value).findFirst();
  }

  private static Optional<GoalOutcome.Verdict> verdict(GoalNumbers goal) {
    return goal.outcome() instanceof GoalOutcome.Judged judged
        ? Optional.of(judged.verdict())
        : Optional.empty();
  }

  /** Dose figures of every structure that has a dose in a plan. */
  static List<ComparedRow> figures(PlanNumbers first, PlanNumbers second) {
    var rows = new ArrayList<ComparedRow>();
    for (StructureNumbers some : first.structures()) {
      String name = some.structure().name();
      Optional<Dvh> one = some.physicalDvh();
      Optional<Dvh> two = second.structure(name).flatMap(StructureNumbers::physicalDvh);
      if (one.isPresent() || two.isPresent()) {
        rows.add(figure(name, "D95% (Gy)", one, two, d -> d.doseAtVolumePercentGy(NEAR_MINIMUM)));
        rows.add(figure(name, "mean (Gy)", one, two, Dvh::meanGy));
        rows.add(figure(name, "D2% (Gy)", one, two, d -> d.doseAtVolumePercentGy(NEAR_MAXIMUM)));
      }
    }
    return rows;
  }

  private static ComparedRow figure(
      String structure,
      String figure,
      Optional<Dvh> one,
      Optional<Dvh> two,
      ToDoubleFunction<Dvh> value) {
    return new ComparedRow(
        structure,
        figure,
        "",
        one.stream().mapToDouble(value).findFirst(),
        two.stream().mapToDouble(value).findFirst(),
        Optional.empty(),
        Optional.empty());
  }

  String firstText() {
    return text(first, firstVerdict);
  }

  String secondText() {
    return text(second, secondVerdict);
  }

  private static String text(OptionalDouble value, Optional<GoalOutcome.Verdict> verdict) {
    String sign =
        verdict
            .map(
                known ->
                    switch (known) {
                      case PASS -> "";
                      case WITHIN_TOLERANCE -> "~ ";
                      case FAIL -> "✕ ";
                    })
            .orElse("");
    return sign + NumberText.orUnknown(value, 1);
  }

  /** Second minus first. */
  OptionalDouble difference() {
    return first.isPresent() && second.isPresent()
        ? OptionalDouble.of(second.getAsDouble() - first.getAsDouble())
        : OptionalDouble.empty();
  }

  String differenceText() {
    OptionalDouble difference = difference();
    if (difference.isEmpty()) {
      return NumberText.UNKNOWN;
    }
    String text = String.format(Locale.ROOT, "%+.1f", difference.getAsDouble());
    return text.equals("-0.0") || text.equals("+0.0") ? "0.0" : text.replace('-', '−');
  }
}
