/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.clinical.internal.ledger;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.recourse.assistant.numbers.LedgerNumbers;
import org.recourse.assistant.numbers.OrganLimit;
import org.recourse.assistant.numbers.RemainingBudget;
import org.recourse.radiobiology.fractionation.Fractionation;
import org.recourse.ui.widget.NumberText;

/** The dose per fraction that a structure may still receive, as text. Stateless. */
final class RemainingText {

  private static final String DRAFT = " ◇";

  private RemainingText() {}

  /** The least that any limit leaves; limits that are drafts count only where there is no other. */
  static Optional<RemainingBudget.Known> least(LedgerLine line) {
    List<RemainingBudget.Known> known =
        budgets(line).stream()
            .filter(RemainingBudget.Known.class::isInstance)
            .map(RemainingBudget.Known.class::cast)
            .toList();
    Comparator<RemainingBudget.Known> byDose =
        Comparator.comparingDouble(budget -> budget.course().dosePerFractionGy());
    Optional<RemainingBudget.Known> judged =
        known.stream().filter(budget -> !budget.limit().isDraft()).min(byDose);
    return judged.isPresent() ? judged : known.stream().min(byDose);
  }

  private static List<RemainingBudget> budgets(LedgerLine line) {
    return line.row().map(LedgerNumbers.Row::remaining).orElse(List.of());
  }

  static String of(LedgerLine line) {
    return least(line).map(RemainingText::of).orElse(NumberText.UNKNOWN);
  }

  private static String of(RemainingBudget.Known budget) {
    String number = NumberText.fixed(budget.course().dosePerFractionGy(), 2);
    return (budget.lowerBound() ? "≥ " : "") + number + (budget.limit().isDraft() ? DRAFT : "");
  }

  static double order(LedgerLine line) {
    return least(line)
        .map(budget -> budget.course().dosePerFractionGy())
        .orElse(Double.POSITIVE_INFINITY);
  }

  static String toolTip(LedgerLine line) {
    if (budgets(line).isEmpty()) {
      return line.isTarget()
          ? "A target has no upper limit here."
          : "No limit on the cumulative EQD2 of this structure is among the goals and protocols.";
    }
    return budgets(line).stream().map(RemainingText::line).collect(Collectors.joining("\n"))
        + "\nFor a dose that is the same in the whole structure; the map of the remaining dose"
        + " shows where more is left. ◇ draft limit.";
  }

  private static String line(RemainingBudget budget) {
    OrganLimit limit = budget.limit();
    String head = limit.text() + " (" + limit.limit().source().text() + "): ";
    return switch (budget) {
      case RemainingBudget.Unknown(OrganLimit of, String reason) -> head + reason;
      case RemainingBudget.Known known -> head + known(known);
    };
  }

  private static String known(RemainingBudget.Known budget) {
    if (budget.isUsedUp()) {
      return budget.lowerBound()
          ? "used up, if what is typed from paper lay at the worst place."
          : "used up by the earlier courses.";
    }
    Fractionation course = budget.course();
    return String.format(
        Locale.ROOT,
        "%.1f Gy EQD2 left, %s%.2f Gy per fraction in %d fractions (%.1f Gy).",
        budget.leftEqd2Gy(),
        budget.lowerBound() ? "at least " : "",
        course.dosePerFractionGy(),
        course.fractionCount(),
        course.totalDoseGy());
  }
}
