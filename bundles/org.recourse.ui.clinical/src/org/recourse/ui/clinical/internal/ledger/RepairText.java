/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.clinical.internal.ledger;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.recourse.assistant.numbers.LedgerNumbers;
import org.recourse.assistant.numbers.PlanNumbers;
import org.recourse.assistant.numbers.RepairUse;
import org.recourse.radiobiology.conversion.RepairAssumption;
import org.recourse.ui.widget.NumberText;

/** What the ledger says about repair between fractions. Stateless. */
final class RepairText {

  /** Before a number that is too low because repair counts as complete. */
  static final String AT_LEAST = "≥ ";

  static final List<String> VARIANTS = List.of("within a day", "over night too");

  /** British Columbia repair calculator, abstract; in the ranges of its text. */
  private static final String PUBLISHED =
      "Half-times of the British Columbia repair calculator (abstract): mucositis 2 to 4 h,"
          + " fibrosis 4.4 h, laryngeal oedema 4.9 h, temporal-lobe necrosis more than 4 h,"
          + " myelopathy more than 5 h.";

  private RepairText() {}

  /** Whether anything on the page depends on half-times of repair. */
  static boolean matters(PlanNumbers numbers) {
    return numbers.structures().stream()
        .anyMatch(
            of ->
                of.repair().isUndecided()
                    || of.structure().repairOvernight()
                    || of.structure().repairHalfTimeHours().isPresent());
  }

  static String halfTime(LedgerLine line) {
    return line.structure().repairHalfTimeHours().isPresent()
        ? NumberText.fixed(line.structure().repairHalfTimeHours().getAsDouble(), 1)
        : line.row().filter(row -> row.repair().isUndecided()).isPresent() ? "?" : "";
  }

  static String halfTimeToolTip(LedgerLine line) {
    Optional<RepairUse> repair = line.row().map(LedgerNumbers.Row::repair);
    String used =
        repair
            .map(
                use ->
                    switch (use.assumption()) {
                      case RepairAssumption.Incomplete incomplete ->
                          "Counted: " + incomplete.text() + ".";
                      case RepairAssumption.Complete complete ->
                          use.isUndecided()
                              ? use.reservation()
                              : "Complete repair: no course has several fractions a day.";
                    })
            .orElse("");
    return (used.isEmpty() ? "" : used + "\n") + PUBLISHED;
  }

  /** The sign of a figure of all courses. */
  static String sumSign(LedgerLine line) {
    return sign(line.row().filter(row -> row.repair().isUndecided()).isPresent());
  }

  /** The sign of a figure of the plan alone. */
  static String planSign(LedgerLine line) {
    return sign(line.row().filter(row -> row.repair().planUndecided()).isPresent());
  }

  /** The sign of a figure of one earlier course. */
  static String courseSign(LedgerLine line, String course) {
    return sign(line.row().filter(row -> row.repair().undecided().contains(course)).isPresent());
  }

  private static String sign(boolean tooLow) {
    return tooLow ? AT_LEAST : "";
  }

  static String reservation(LedgerLine line) {
    return line.row()
        .map(LedgerNumbers.Row::repair)
        .filter(RepairUse::isUndecided)
        .map(RepairUse::reservation)
        .orElse("");
  }

  /** A sentence on the structures without a half-time where one is needed; empty text if none. */
  static String note(PlanNumbers numbers) {
    Set<String> courses = new LinkedHashSet<>();
    long undecided = 0;
    for (LedgerNumbers.Row row : numbers.ledger().rows()) {
      courses.addAll(row.repair().undecided());
      undecided += row.repair().isUndecided() ? 1 : 0;
    }
    return undecided == 0
        ? ""
        : " "
            + AT_LEAST
            + "too low: no half-time of repair is typed for "
            + undecided
            + (undecided == 1 ? " structure" : " structures")
            + ", so the daily fractions of "
            + String.join(", ", courses)
            + " count as completely repaired.";
  }
}
