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
import java.util.Optional;
import java.util.OptionalDouble;
import org.recourse.dosimetry.dvh.DoseMetric;
import org.recourse.dosimetry.dvh.Dvh;
import org.recourse.dosimetry.dvh.MetricValue;
import org.recourse.grid.finding.Finding;
import org.recourse.radiobiology.conversion.RegistrationUncertainty;
import org.recourse.radiobiology.ledger.MaximumRange;

/**
 * The ledger of courses in numbers: for each structure what the plan gives, what was given before,
 * and both together, as EQD2 at the alpha/beta of the structure. Immutable. Nothing is discounted:
 * the convention is NONE, and a discounted sum is made only for an organ and a protocol that asks
 * for it.
 *
 * @param courses the earlier courses that are in the sums voxel by voxel
 * @param rows one for each structure with alpha/beta and a known place
 * @param repair what is assumed about repair between fractions
 * @param findings structures that overlap with another alpha/beta
 */
public record LedgerNumbers(
    List<PartOfSum> courses, List<Row> rows, String repair, List<Finding> findings) {

  /** Nothing is known. */
  public static final LedgerNumbers EMPTY =
      new LedgerNumbers(List.of(), List.of(), "complete repair", List.of());

  /** Convention of every number here, as in result files. */
  public static final String RECOVERY_CONVENTION = "NONE";

  /**
   * An earlier plan in the sums.
   *
   * @param label its label
   * @param uncertainty how far it may be misplaced
   */
  public record PartOfSum(String label, RegistrationUncertainty uncertainty) {}

  /**
   * EQD2 figures of one structure.
   *
   * @param maxEqd2Gy maximum
   * @param d01ccEqd2Gy largest dose that 0.1 cm³ receive; empty for a smaller structure
   * @param meanEqd2Gy mean
   */
  public record Figures(double maxEqd2Gy, OptionalDouble d01ccEqd2Gy, double meanEqd2Gy) {

    private static final DoseMetric D01CC = new DoseMetric.DoseAtVolumeCm3(0.1);

    static Figures of(Dvh eqd2) {
      OptionalDouble d01cc =
          switch (D01CC.evaluate(eqd2)) {
            case MetricValue.Defined defined -> OptionalDouble.of(defined.value());
            case MetricValue.Undefined undefined -> OptionalDouble.empty();
          };
      return new Figures(eqd2.maxGy(), d01cc, eqd2.meanGy());
    }
  }

  /**
   * One structure.
   *
   * @param structure the structure
   * @param target whether it is a target, to which recovery is never applied
   * @param alphaBetaGy its alpha/beta
   * @param plan the assessed plan alone; empty if it cannot be converted
   * @param previous all earlier courses with a dose grid; empty if there are none
   * @param cumulative plan and earlier courses; empty if one of them cannot be summed
   * @param maximum the cumulative maximum with its range from the registrations; empty without
   *     earlier courses
   * @param typedMaximum what courses known from paper may add to the maximum
   * @param missingCourses courses that are not in the sums
   */
  public record Row(
      StructureState structure,
      boolean target,
      double alphaBetaGy,
      Optional<Figures> plan,
      Optional<Figures> previous,
      Optional<Figures> cumulative,
      Optional<MaximumRange> maximum,
      Optional<TypedMaximum> typedMaximum,
      List<String> missingCourses) {
    public Row {
      Objects.requireNonNull(structure, "structure");
      Objects.requireNonNull(plan, "plan");
      Objects.requireNonNull(previous, "previous");
      Objects.requireNonNull(cumulative, "cumulative");
      Objects.requireNonNull(maximum, "maximum");
      Objects.requireNonNull(typedMaximum, "typedMaximum");
      missingCourses = List.copyOf(missingCourses);
    }
  }

  public LedgerNumbers {
    courses = List.copyOf(courses);
    rows = List.copyOf(rows);
    Objects.requireNonNull(repair, "repair");
    findings = List.copyOf(findings);
  }

  /** Returns the row of the first structure with this name, any case. */
  public Optional<Row> row(String name) {
    return rows.stream().filter(row -> row.structure().isNamed(name)).findFirst();
  }
}
