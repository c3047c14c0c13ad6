/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.clinical.internal.goals;

import java.util.ArrayList;
import java.util.List;
import org.recourse.assistant.numbers.GoalNumbers;
import org.recourse.assistant.numbers.GoalOutcome;
import org.recourse.assistant.numbers.GoalState;
import org.recourse.dosimetry.dvh.DoseMetric;
import org.recourse.dosimetry.dvh.MetricValue;
import org.recourse.model.EvidenceTag;
import org.recourse.model.GoalComparison;
import org.recourse.registration.uncertainty.GoalUnderUncertainty;
import org.recourse.ui.clinical.internal.protocols.ProtocolText;
import org.recourse.ui.widget.NumberText;

/** Cells and tool tips of the table of goals. Stateless. */
final class GoalText {

  private GoalText() {}

  static String quantity(GoalNumbers goal) {
    return switch (goal.goal().quantity()) {
      case PHYSICAL -> "physical";
      case PLAN_EQD2 -> "EQD2";
      case CUMULATIVE_EQD2 -> "cumulative EQD2";
    };
  }

  static String limit(GoalNumbers numbers) {
    GoalState goal = numbers.goal();
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

  static String value(GoalNumbers goal) {
    return switch (goal.outcome()) {
      case GoalOutcome.Judged(MetricValue.Defined value, GoalOutcome.Verdict verdict) ->
          text(value);
      case GoalOutcome.Shown(MetricValue.Defined value, String why) -> text(value);
      case GoalOutcome.NotApplicable none -> NumberText.UNKNOWN;
    };
  }

  /** The value; "at most" where maxima typed from paper are in it. */
  static String value(GoalRow row) {
    return (row.upperBound() ? "≤ " : "") + value(row.numbers());
  }

  private static String text(MetricValue.Defined value) {
    int decimals = value.unit() == MetricValue.Unit.PERCENT ? 0 : 1;
    return NumberText.fixed(value.value(), decimals) + " " + value.unit().symbol();
  }

  /** By how much the limit is kept (+) or missed (−); only where the goal is judged. */
  static String margin(GoalNumbers goal) {
    if (!(goal.outcome() instanceof GoalOutcome.Judged judged)) {
      return NumberText.UNKNOWN;
    }
    double margin = -goal.excess().orElseThrow();
    String size = NumberText.fixed(Math.abs(margin), 1);
    String sign = Double.parseDouble(size) == 0 ? "" : margin > 0 ? "+" : "−";
    return sign + size + " " + judged.value().unit().symbol();
  }

  /** The worst case of the number if earlier courses are misplaced; empty without registrations. */
  static String interval(GoalRow row) {
    return row.moved()
        .map(
            moved ->
                NumberText.fixed(moved.band().band().worstLow(), 1)
                    + " – "
                    + NumberText.fixed(moved.band().band().worstHigh(), 1))
        .orElse("");
  }

  static double intervalOrder(GoalRow row) {
    return row.moved().map(m -> m.band().unfavourable()).orElse(Double.NEGATIVE_INFINITY);
  }

  static String intervalToolTip(GoalRow row) {
    return row.moved()
        .map(
            moved ->
                standing(moved.band().standing())
                    + "\nWorst case "
                    + interval(row)
                    + unit(row.numbers().goal())
                    + ", 95 % of samples "
                    + NumberText.fixed(moved.band().band().percentile2(), 1)
                    + " – "
                    + NumberText.fixed(moved.band().band().percentile97(), 1)
                    + unit(row.numbers().goal())
                    + ", if the earlier courses lie elsewhere within the uncertainty of their"
                    + " registrations."
                    + (moved.current() ? "" : "\nOf an older plan: the new one is being computed."))
        .orElse("");
  }

  private static String standing(GoalUnderUncertainty standing) {
    return switch (standing) {
      case MET_WHEREVER_IT_LIES -> "Met wherever the courses lie.";
      case MET_AS_REGISTERED_ONLY -> "Met as registered only: a shift breaks it.";
      case MISSED_AS_REGISTERED -> "Missed as registered: some shift would meet it.";
      case MISSED_WHEREVER_IT_LIES -> "Missed wherever the courses lie.";
    };
  }

  /** Value for sorting only: goals without one come first. */
  static double number(GoalNumbers goal) {
    return switch (goal.outcome()) {
      case GoalOutcome.Judged judged -> judged.value().value();
      case GoalOutcome.Shown shown -> shown.value().value();
      case GoalOutcome.NotApplicable none -> Double.NEGATIVE_INFINITY;
    };
  }

  /** Margin for sorting only: the most missed goal first, goals without a verdict last. */
  static double marginNumber(GoalNumbers goal) {
    return GoalStanding.of(goal).isJudged()
        ? -goal.excess().orElseThrow()
        : Double.POSITIVE_INFINITY;
  }

  /** Why a goal is not judged; else where it comes from. */
  static String reason(GoalNumbers goal) {
    return switch (goal.outcome()) {
      case GoalOutcome.Judged judged -> goal.goal().source();
      case GoalOutcome.Shown(MetricValue.Defined value, String why) -> why;
      case GoalOutcome.NotApplicable(String reason) -> reason;
    };
  }

  /** A draft names its source: that is what somebody has to read. */
  static String sourceOrReason(GoalNumbers goal) {
    boolean named = GoalStanding.of(goal) == GoalStanding.DRAFT && !goal.goal().source().isBlank();
    return named ? goal.goal().source() : reason(goal);
  }

  /** Everything about a goal: evidence, source, conditions, place. */
  static String toolTip(GoalRow row) {
    GoalNumbers goal = row.numbers();
    List<String> lines = new ArrayList<>();
    if (!GoalStanding.of(goal).isJudged()) {
      lines.add(reason(goal));
    }
    if (row.template().isPresent()) {
      lines.add(ProtocolText.explained(row.template().get()));
    } else {
      String source = goal.goal().source();
      lines.add((source.isBlank() ? "" : source + ": ") + evidence(goal.goal().evidence()) + ".");
    }
    if (row.upperBound()) {
      lines.add("Judged with the maxima typed from paper added: the true value is at most that.");
    }
    if (goal.atMm().isPresent()) {
      lines.add("A double click moves the cross-hair to the voxel that decides.");
    }
    return String.join("\n", lines);
  }

  private static String evidence(EvidenceTag tag) {
    return switch (tag) {
      case READ -> "read in the source [R]";
      case ABSTRACT -> "read in the abstract only [A]";
      case SECONDARY -> "from a secondary source [S], a draft";
      case RECALLED -> "recalled, source not read [M], a draft";
      case USER -> "entered by the user [U]";
    };
  }

  /** The count of each standing, such as "1 fail, 4 pass, 3 draft". */
  static String summary(List<GoalRow> rows) {
    List<String> parts = new ArrayList<>();
    for (GoalStanding standing : GoalStanding.values()) {
      long count = rows.stream().filter(row -> GoalStanding.of(row) == standing).count();
      if (count > 0) {
        parts.add(count + " " + standing.text());
      }
    }
    return String.join("   ", parts);
  }
}
