/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.clinical.internal.protocols;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.recourse.assistant.protocols.ProtocolCondition;
import org.recourse.assistant.protocols.ProtocolGoal;
import org.recourse.assistant.protocols.ProtocolSchedule;
import org.recourse.assistant.protocols.ProtocolTemplate;
import org.recourse.assistant.protocols.ProtocolTissue;
import org.recourse.model.GoalComparison;
import org.recourse.radiobiology.ledger.RecoveryConvention;
import org.recourse.ui.widget.NumberText;

/** Protocols and their goals as text. Stateless. */
public final class ProtocolText {

  /** Stands before or behind what is only a draft. */
  public static final String DRAFT = "◇";

  private ProtocolText() {}

  /** Says how many goals are judged, and how many are drafts. */
  static String counts(ProtocolTemplate protocol) {
    long drafts =
        protocol.goals().stream().filter(goal -> goal.source().strength().isDraft()).count();
    long judged = protocol.goals().size() - drafts;
    return judged + " judged" + (drafts == 0 ? "" : ", " + drafts + " " + DRAFT + " draft");
  }

  /** Everything of a protocol, a line each. */
  static String whole(ProtocolTemplate protocol) {
    List<String> lines = new ArrayList<>();
    lines.add(protocol.summary());
    if (!protocol.conditions().isEmpty()) {
      lines.add(
          "For: "
              + protocol.conditions().stream()
                  .map(ProtocolCondition::text)
                  .collect(Collectors.joining("; ")));
    }
    for (ProtocolSchedule schedule : protocol.schedules()) {
      lines.add(schedule.title() + " (" + schedule.source().text() + ")");
    }
    for (ProtocolTissue tissue : protocol.tissues()) {
      lines.add(
          "α/β "
              + NumberText.editable(tissue.alphaBeta().gy(), 0)
              + " Gy: "
              + tissue.structures().patterns().getFirst()
              + " ("
              + tissue.source().text()
              + ")");
    }
    protocol.goals().forEach(goal -> lines.add(line(goal)));
    return String.join("\n", lines);
  }

  private static String line(ProtocolGoal goal) {
    String draft = goal.source().strength().isDraft() ? DRAFT + " " : "";
    String sign = goal.comparison() == GoalComparison.AT_MOST ? " ≤ " : " ≥ ";
    String unit =
        goal.scale() == ProtocolGoal.Scale.PRESCRIPTION
            ? " % of the prescription"
            : " " + goal.metric().unit().symbol();
    return draft
        + goal.structures().patterns().getFirst()
        + " "
        + goal.metric().text()
        + sign
        + NumberText.editable(goal.limit(), 0)
        + unit
        + ", "
        + quantity(goal)
        + " ("
        + goal.source().text()
        + ")";
  }

  private static String quantity(ProtocolGoal goal) {
    return switch (goal.quantity()) {
      case PHYSICAL -> "physical dose";
      case PLAN_EQD2 -> "EQD2 of the plan";
      case CUMULATIVE_EQD2 -> "cumulative EQD2";
    };
  }

  /** Explains a goal: evidence, conditions, recovery, note. */
  public static String explained(ProtocolGoal goal) {
    List<String> lines = new ArrayList<>();
    lines.add(goal.source().text() + ": " + goal.source().strength().text() + ".");
    if (!goal.note().isBlank()) {
      lines.add(goal.note());
    }
    for (ProtocolCondition condition : goal.conditions()) {
      lines.add("Condition: " + condition.text() + ".");
    }
    if (goal.alphaBetaGy().isPresent()) {
      lines.add(
          "Derived at α/β " + NumberText.editable(goal.alphaBetaGy().getAsDouble(), 0) + " Gy.");
    }
    lines.add(
        switch (goal.convention()) {
          case RecoveryConvention.NoRecovery none -> "Derived without recovery; none is applied.";
          case RecoveryConvention.TableRecovery table ->
              "Derived with the recovery table " + table.table().title() + ", which is applied.";
        });
    return String.join("\n", lines);
  }
}
