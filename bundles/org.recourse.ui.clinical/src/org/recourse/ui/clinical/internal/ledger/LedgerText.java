/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.clinical.internal.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.recourse.assistant.numbers.LedgerNumbers;
import org.recourse.assistant.numbers.TypedMaximum;
import org.recourse.radiobiology.ledger.MaximumRange;
import org.recourse.radiobiology.ledger.RecoveryConvention;
import org.recourse.radiobiology.ledger.RecoveryTable;
import org.recourse.ui.widget.NumberText;

/** Cells and tool tips of the ledger of structures. Stateless. */
final class LedgerText {

  static final String NO_RECOVERY = "none";
  static final String NEVER = "never (target)";

  private LedgerText() {}

  /** Where the maximum may lie if the earlier courses are misplaced within their uncertainty. */
  static String displaced(LedgerLine line) {
    return line.row()
        .flatMap(LedgerNumbers.Row::maximum)
        .map(
            range ->
                RepairText.sumSign(line)
                    + NumberText.doseGy(range.lowestEqd2Gy())
                    + " – "
                    + NumberText.doseGy(range.highestEqd2Gy()))
        .orElse(NumberText.UNKNOWN);
  }

  static double displacedOrder(LedgerLine line) {
    return line.row()
        .flatMap(LedgerNumbers.Row::maximum)
        .map(MaximumRange::highestEqd2Gy)
        .orElse(Double.NEGATIVE_INFINITY);
  }

  static String displacedToolTip(LedgerLine line) {
    return line.row()
        .flatMap(LedgerNumbers.Row::maximum)
        .map(
            range ->
                String.format(
                    Locale.ROOT,
                    "Cumulative maximum over the voxels: %.1f Gy as registered, %.1f to %.1f Gy if"
                        + " every registered course may lie up to %.1f mm elsewhere. An unknown"
                        + " uncertainty counts as 3 mm.",
                    range.nominalEqd2Gy(),
                    range.lowestEqd2Gy(),
                    range.highestEqd2Gy(),
                    range.radiusMm()))
        .orElse("");
  }

  /** The worst case of the chosen figure. */
  static String moved(LedgerLine line, LedgerFigure figure) {
    return line.moved(figure)
        .map(
            band ->
                RepairText.sumSign(line)
                    + NumberText.doseGy(band.worstLow())
                    + " – "
                    + NumberText.doseGy(band.worstHigh()))
        .orElse(NumberText.UNKNOWN);
  }

  static String movedToolTip(LedgerLine line, LedgerFigure figure) {
    return line.moved(figure)
        .map(
            band ->
                String.format(
                    Locale.ROOT,
                    "Cumulative %s: %.1f Gy as registered; worst case %.1f to %.1f Gy with every"
                        + " point of an earlier course elsewhere within the uncertainty of its"
                        + " registration; 95 %% of samples %.1f to %.1f Gy with each course shifted"
                        + " as a whole.%s",
                    figure.title(),
                    band.nominal(),
                    band.worstLow(),
                    band.worstHigh(),
                    band.percentile2(),
                    band.percentile97(),
                    line.isMovedStale() ? " Of an older plan: being computed." : ""))
        .orElse("");
  }

  static String recovery(LedgerLine line) {
    if (line.isTarget()) {
      return NEVER;
    }
    return switch (line.structure().chosenRecovery()) {
      case RecoveryConvention.NoRecovery none -> NO_RECOVERY;
      case RecoveryConvention.TableRecovery(RecoveryTable table) -> choice(table);
    };
  }

  /** A table as it stands in a choice; a draft says so. */
  static String choice(RecoveryTable table) {
    return table.source().strength().isDraft() ? table.title() + " ◇" : table.title();
  }

  static String recoveryToolTip(LedgerLine line) {
    if (line.isTarget()) {
      return "A tumour does not recover: earlier courses always count in full.";
    }
    return switch (line.structure().chosenRecovery()) {
      case RecoveryConvention.NoRecovery none ->
          "Earlier courses count in full. A click on the cell chooses a table for this organ.";
      case RecoveryConvention.TableRecovery(RecoveryTable table) ->
          table.title()
              + ", derived for: "
              + table.organ()
              + ".\n"
              + steps(table)
              + "\n"
              + table.source().text()
              + ": "
              + table.source().strength().text()
              + ".\nLimits that were derived without recovery are judged by the plain sum.";
    };
  }

  private static String steps(RecoveryTable table) {
    List<String> steps = new ArrayList<>();
    for (RecoveryTable.Step step : table.steps()) {
      steps.add(
          String.format(
              Locale.ROOT,
              "from %.0f months %.0f %%",
              step.fromMonths(),
              100 * step.recovery().fraction()));
    }
    return "Recovered " + String.join(", ", steps) + ".";
  }

  /** The discounted sum; it lacks what is known from paper only, and says so. */
  static String discounted(LedgerLine line, LedgerFigure figure) {
    OptionalDouble eqd2Gy = line.discounted(figure);
    if (eqd2Gy.isEmpty()) {
      return NumberText.UNKNOWN;
    }
    String text = RepairText.sumSign(line) + NumberText.doseGy(eqd2Gy.getAsDouble());
    return line.row().get().missingCourses().isEmpty() ? text : text + " + paper";
  }

  static String discountedToolTip(LedgerLine line, LedgerFigure figure) {
    OptionalDouble eqd2Gy = line.discounted(figure);
    if (eqd2Gy.isEmpty()) {
      return "";
    }
    List<String> lines = new ArrayList<>();
    lines.add(
        figure("With recovery", figure, eqd2Gy.getAsDouble(), "earlier courses discounted") + ".");
    LedgerNumbers.Row row = line.row().get();
    if (!row.missingCourses().isEmpty()) {
      lines.add(
          "+ paper: "
              + String.join(", ", row.missingCourses())
              + " is not in this sum. The chosen table discounts courses with a dose grid only;"
              + " what is typed from paper counts in full wherever it is counted.");
    }
    lines.add(RepairText.reservation(line));
    return String.join("\n", lines.stream().filter(text -> !text.isEmpty()).toList());
  }

  /** A number of the table in a sentence. */
  static String figure(String head, LedgerFigure figure, double eqd2Gy, String what) {
    return head + ": " + figure.title() + " " + NumberText.fixed(eqd2Gy, 2) + " Gy EQD2, " + what;
  }

  /** What is counted of each earlier course, such as "0.50 · 1.00". */
  static String factors(LedgerLine line) {
    if (line.row().isEmpty() || line.row().get().parts().isEmpty()) {
      return NumberText.UNKNOWN;
    }
    return String.join(
        " · ",
        line.row().get().parts().stream()
            .map(part -> NumberText.fixed(part.recovery().remainingGy(1), 2))
            .toList());
  }

  static String factorsToolTip(LedgerLine line, List<String> courses) {
    if (line.row().isEmpty()) {
      return "";
    }
    List<String> lines = new ArrayList<>();
    List<LedgerNumbers.CoursePart> parts = line.row().get().parts();
    for (int c = 0; c < parts.size(); c++) {
      lines.add(
          courses.get(c)
              + " counts "
              + NumberText.fixed(100 * parts.get(c).recovery().remainingGy(1), 0)
              + " %");
    }
    return String.join("\n", lines);
  }

  /** What the sum lacks: "paper 25.2" or the courses of which nothing is known. */
  static String missing(LedgerLine line, LedgerFigure figure) {
    if (line.structure().alphaBetaGy().isEmpty()) {
      return "all: α/β is not set";
    }
    if (line.row().isEmpty()) {
      return "all: no EQD2";
    }
    LedgerNumbers.Row row = line.row().get();
    if (row.missingCourses().isEmpty()) {
      return "";
    }
    OptionalDouble bound = upperBound(row, figure);
    String paper =
        bound.isPresent() ? "paper only, at most " + NumberText.doseGy(bound.getAsDouble()) : "";
    List<String> untold = untold(row);
    if (untold.isEmpty()) {
      return paper.isEmpty() ? "paper only: " + String.join(", ", row.missingCourses()) : paper;
    }
    return (paper.isEmpty() ? "" : paper + ", and ")
        + "nothing known of "
        + String.join(", ", untold);
  }

  /**
   * A typed maximum may be added to the dose of any volume, not to a mean. A sum that is too low,
   * because repair counts as complete, bounds nothing from above.
   */
  private static OptionalDouble upperBound(LedgerNumbers.Row row, LedgerFigure figure) {
    Optional<OptionalDouble> cumulative = row.cumulative().map(figure::of);
    if (row.repair().isUndecided()
        || row.typedMaximum().isEmpty()
        || cumulative.isEmpty()
        || cumulative.get().isEmpty()
        || !untold(row).isEmpty()) {
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(cumulative.get().getAsDouble() + row.typedMaximum().get().eqd2Gy());
  }

  private static List<String> untold(LedgerNumbers.Row row) {
    return row.missingCourses().stream()
        .filter(course -> row.typedMaximum().filter(t -> t.courses().contains(course)).isEmpty())
        .toList();
  }

  static String missingToolTip(LedgerLine line) {
    if (line.structure().alphaBetaGy().isEmpty()) {
      return "Without α/β there is no EQD2. Type it in the column α/β, or take it from the"
          + " protocols.";
    }
    if (line.row().isEmpty()) {
      return "The contours do not lie in the dose grid or could not be read, or the hours between"
          + " several daily fractions are not known; see Findings.";
    }
    LedgerNumbers.Row row = line.row().get();
    List<String> lines = new ArrayList<>();
    row.typedMaximum().ifPresent(typed -> lines.add(typed(typed)));
    for (String course : untold(row)) {
      lines.add(
          "Nothing is known of the dose of "
              + course
              + " here: the sum is too low by an unknown amount. Type its maximum in Courses.");
    }
    return String.join("\n", lines);
  }

  private static String typed(TypedMaximum typed) {
    return "Typed maximum of "
        + String.join(", ", typed.courses())
        + ": "
        + NumberText.doseGy(typed.eqd2Gy())
        + " Gy EQD2. Its place is unknown, so it is an upper bound of what it adds anywhere.";
  }
}
