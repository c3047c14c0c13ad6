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
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.recourse.dosimetry.dvh.DoseMetric;
import org.recourse.dosimetry.dvh.MetricValue;
import org.recourse.radiobiology.conversion.RemainingDose;
import org.recourse.radiobiology.fractionation.Fractionation;

/**
 * How much a structure may still receive before a limit on the sum of the courses is used up.
 * Immutable.
 *
 * <p>It answers for a dose that is the same in the whole structure: the figure of a sum with a
 * uniform dose is the figure of the earlier courses plus that dose, so the limit less the earlier
 * figure is left. A dose that spares the voxels hit before may be higher; the map of the remaining
 * dose shows where.
 *
 * <p>Worked example: cord limit 60 Gy EQD2, 30 Gy given, 27 fractions, alpha/beta 2 Gy: 1.333 Gy
 * per fraction, 36.0 Gy.
 */
public sealed interface RemainingBudget {

  /** The limit that is used up. */
  OrganLimit limit();

  /**
   * The remaining dose is known.
   *
   * @param limit the limit
   * @param leftEqd2Gy limit less what was given, EQD2; 0 if it is used up
   * @param course the physical dose that uses up the rest, in the fractions of the plan
   * @param lowerBound whether maxima typed from paper were taken off, whose place is not known, so
   *     that more may be left
   */
  record Known(OrganLimit limit, double leftEqd2Gy, Fractionation course, boolean lowerBound)
      implements RemainingBudget {
    public Known {
      Objects.requireNonNull(limit, "limit");
      Objects.requireNonNull(course, "course");
    }

    public boolean isUsedUp() {
      return leftEqd2Gy <= 0;
    }
  }

  /** The remaining dose is not known; the reason is a sentence. */
  record Unknown(OrganLimit limit, String reason) implements RemainingBudget {
    public Unknown {
      Objects.requireNonNull(limit, "limit");
      Objects.requireNonNull(reason, "reason");
    }
  }

  /** Computes what every limit leaves for the structure of a row. */
  static List<RemainingBudget> of(
      LedgerNumbers.Row row, List<OrganLimit> limits, PrescriptionState planned) {
    return limits.stream()
        .filter(limit -> row.structure().isNamed(limit.organ()))
        .map(limit -> of(row, limit, planned))
        .toList();
  }

  private static RemainingBudget of(
      LedgerNumbers.Row row, OrganLimit limit, PrescriptionState planned) {
    OptionalInt fractionCount = planned.fractionCount();
    if (fractionCount.isEmpty() || fractionCount.getAsInt() < 1) {
      return new Unknown(limit, "The number of fractions is not known. Enter it in Prescription.");
    }
    if (row.cumulative().isEmpty()) {
      return new Unknown(limit, "The sum of the courses is not known; see Findings.");
    }
    if (row.repair().isUndecided()) {
      return new Unknown(limit, row.repair().reservation());
    }
    List<String> untold =
        row.missingCourses().stream()
            .filter(
                course -> row.typedMaximum().filter(t -> t.courses().contains(course)).isEmpty())
            .toList();
    if (!untold.isEmpty()) {
      return new Unknown(
          limit,
          "Nothing is known of the dose of "
              + String.join(", ", untold)
              + " here. Type its maximum in Courses.");
    }
    OptionalDouble given = given(row, limit.limit().metric());
    if (given.isEmpty()) {
      return new Unknown(
          limit, limit.limit().metric().text() + " of the earlier courses is not defined here.");
    }
    double paperGy = row.typedMaximum().map(TypedMaximum::eqd2Gy).orElse(0.0);
    double leftGy = Math.max(0, limit.limit().limit() - given.getAsDouble() - paperGy);
    int count = fractionCount.getAsInt();
    return new Known(
        limit,
        leftGy,
        RemainingDose.of(
            leftGy, count, limit.limit().alphaBeta(), incompleteRepairFactor(row, planned, count)),
        paperGy > 0);
  }

  /** The hours between fractions are known: without them the row has no sum. */
  private static double incompleteRepairFactor(
      LedgerNumbers.Row row, PrescriptionState planned, int count) {
    return row.repair().assumption().incompleteRepairFactor(planned.schedule(), count);
  }

  /** Nothing is given where there is no earlier course with a grid. */
  private static OptionalDouble given(LedgerNumbers.Row row, DoseMetric metric) {
    if (row.earlierDvh().isEmpty()) {
      return OptionalDouble.of(0);
    }
    return switch (metric.evaluate(row.earlierDvh().get())) {
      case MetricValue.Defined(double value, MetricValue.Unit unit) -> OptionalDouble.of(value);
      case MetricValue.Undefined undefined -> OptionalDouble.empty();
    };
  }
}
