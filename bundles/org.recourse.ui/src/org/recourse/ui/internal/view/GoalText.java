/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.internal.view;

import org.recourse.assistant.numbers.GoalNumbers;
import org.recourse.assistant.numbers.GoalOutcome;
import org.recourse.assistant.numbers.GoalState;
import org.recourse.dosimetry.dvh.DoseMetric;
import org.recourse.dosimetry.dvh.MetricValue;
import org.recourse.model.GoalComparison;
import org.recourse.ui.internal.widget.NumberText;

/** Cells of the table of goals. Stateless. */
final class GoalText {

  private GoalText() {}

  static String quantity(GoalNumbers row) {
    return switch (row.goal().quantity()) {
      case PHYSICAL -> "physical";
      case PLAN_EQD2 -> "EQD2";
      case CUMULATIVE_EQD2 -> "cumulative EQD2";
    };
  }

  static String limit(GoalNumbers row) {
    GoalState goal = row.goal();
    String sign = goal.comparison() == GoalComparison.AT_MOST ? "≤ " : "≥ ";
    return sign + NumberText.editable(goal.limit(), 1) + unit(goal);
  }

  /** The limit has the unit of the metric; an unreadable metric has no unit. */
  private static String unit(GoalState goal) {
    try {
      return " " + DoseMetric.parse(goal.metric()).unit().symbol();
    } catch (IllegalArgumentException e) {
      return ""; // the outcome says what is wrong with the metric
    }
  }

  static String value(GoalNumbers row) {
    return switch (row.outcome()) {
      case GoalOutcome.Judged(MetricValue.Defined value, GoalOutcome.Verdict verdict) ->
          text(value);
      case GoalOutcome.Shown(MetricValue.Defined value, String why) -> text(value);
      case GoalOutcome.NotApplicable none -> NumberText.UNKNOWN;
    };
  }

  private static String text(MetricValue.Defined value) {
    int decimals = value.unit() == MetricValue.Unit.PERCENT ? 0 : 1;
    return NumberText.fixed(value.value(), decimals) + " " + value.unit().symbol();
  }

  static String verdict(GoalNumbers row) {
    return switch (row.outcome()) {
      case GoalOutcome.Judged(MetricValue.Defined value, GoalOutcome.Verdict verdict) ->
          switch (verdict) {
            case PASS -> "met";
            case WITHIN_TOLERANCE -> "within tolerance";
            case FAIL -> "not met";
          };
      case GoalOutcome.Shown shown -> "not judged";
      case GoalOutcome.NotApplicable none -> "not applicable";
    };
  }

  /** Distance from the limit, positive on the good side; only where the goal is judged. */
  static String margin(GoalNumbers row) {
    return row.outcome() instanceof GoalOutcome.Judged judged
        ? NumberText.fixed(margin(row.goal(), judged), 1) + " " + judged.value().unit().symbol()
        : NumberText.UNKNOWN;
  }

  private static double margin(GoalState goal, GoalOutcome.Judged judged) {
    double above = judged.value().value() - goal.limit();
    return goal.comparison() == GoalComparison.AT_LEAST ? above : -above;
  }

  /** Value for sorting only: goals without one come first. */
  static double number(GoalNumbers row) {
    return switch (row.outcome()) {
      case GoalOutcome.Judged judged -> judged.value().value();
      case GoalOutcome.Shown shown -> shown.value().value();
      case GoalOutcome.NotApplicable none -> Double.NEGATIVE_INFINITY;
    };
  }

  /** Margin for sorting only: the most missed goal first, goals without a verdict last. */
  static double marginNumber(GoalNumbers row) {
    return row.outcome() instanceof GoalOutcome.Judged judged
        ? margin(row.goal(), judged)
        : Double.POSITIVE_INFINITY;
  }

  static String reason(GoalNumbers row) {
    return switch (row.outcome()) {
      case GoalOutcome.Judged judged -> row.goal().source();
      case GoalOutcome.Shown(MetricValue.Defined value, String why) -> why;
      case GoalOutcome.NotApplicable(String reason) -> reason;
    };
  }
}
