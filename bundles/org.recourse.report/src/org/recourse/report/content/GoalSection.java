/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.report.content;

import java.util.ArrayList;
import java.util.List;
import org.recourse.assistant.numbers.GoalNumbers;
import org.recourse.assistant.numbers.GoalOutcome;
import org.recourse.assistant.numbers.GoalState;
import org.recourse.assistant.numbers.PlanNumbers;
import org.recourse.assistant.protocols.ProtocolNumbers;
import org.recourse.dosimetry.dvh.DoseMetric;
import org.recourse.dosimetry.dvh.MetricValue;
import org.recourse.model.GoalComparison;
import org.recourse.report.ReportBlock;
import org.recourse.report.ReportBlock.Table.Column;
import org.recourse.report.ReportSection;

/** Goals of the case and of its protocols. Stateless. */
final class GoalSection {

  private GoalSection() {}

  static ReportSection of(PlanNumbers numbers) {
    List<ReportBlock> blocks = new ArrayList<>();
    if (!numbers.goals().isEmpty()) {
      blocks.add(new ReportBlock.Heading("Goals of the case"));
      blocks.add(table(numbers.goals()));
    }
    for (ProtocolNumbers protocol : numbers.protocols()) {
      blocks.add(new ReportBlock.Heading(protocol.protocol().title()));
      blocks.add(table(protocol.goals().stream().map(goal -> goal.numbers()).toList()));
    }
    if (blocks.isEmpty()) {
      blocks.add(
          new ReportBlock.Paragraph(
              "No goals are set and no protocol is chosen, so nothing is judged."));
    }
    return new ReportSection("Goals", blocks);
  }

  private static ReportBlock table(List<GoalNumbers> goals) {
    List<List<String>> rows = new ArrayList<>();
    for (GoalNumbers goal : goals) {
      GoalState state = goal.goal();
      rows.add(
          List.of(
              state.structureName(),
              state.metric() + ", " + quantity(state),
              limit(state),
              value(goal.outcome()),
              verdict(goal.outcome()),
              state.source()));
    }
    return new ReportBlock.Table(
        List.of(
            Column.text("Structure", 1.2),
            Column.text("Figure", 1.2),
            Column.text("Limit", 0.8),
            Column.text("Value", 0.8),
            Column.text("Verdict", 1.6),
            Column.text("Source", 1.4)),
        rows);
  }

  private static String quantity(GoalState goal) {
    return switch (goal.quantity()) {
      case PHYSICAL -> "physical";
      case PLAN_EQD2 -> "EQD2 of the plan";
      case CUMULATIVE_EQD2 -> "cumulative EQD2";
    };
  }

  private static String limit(GoalState goal) {
    String sign = goal.comparison() == GoalComparison.AT_MOST ? "at most " : "at least ";
    try {
      return sign
          + Figures.fixed(goal.limit(), 1)
          + " "
          + DoseMetric.parse(goal.metric()).unit().symbol();
    } catch (IllegalArgumentException e) {
      return sign + Figures.fixed(goal.limit(), 1) + " (the metric cannot be read)";
    }
  }

  private static String value(GoalOutcome outcome) {
    return switch (outcome) {
      case GoalOutcome.Judged(MetricValue.Defined value, GoalOutcome.Verdict verdict) ->
          Figures.metric(value);
      case GoalOutcome.Shown(MetricValue.Defined value, String why) -> Figures.metric(value);
      case GoalOutcome.NotApplicable none -> Figures.UNKNOWN;
    };
  }

  private static String verdict(GoalOutcome outcome) {
    return switch (outcome) {
      case GoalOutcome.Judged(MetricValue.Defined value, GoalOutcome.Verdict verdict) ->
          switch (verdict) {
            case PASS -> "kept";
            case WITHIN_TOLERANCE -> "within tolerance";
            case FAIL -> "missed";
          };
      case GoalOutcome.Shown(MetricValue.Defined value, String why) -> "not judged: " + why;
      case GoalOutcome.NotApplicable(String reason) -> reason;
    };
  }
}
