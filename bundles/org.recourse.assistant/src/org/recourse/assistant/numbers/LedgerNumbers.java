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
import java.util.function.UnaryOperator;
import org.recourse.dosimetry.dvh.DoseMetric;
import org.recourse.dosimetry.dvh.Dvh;
import org.recourse.dosimetry.dvh.MetricValue;
import org.recourse.grid.finding.Finding;
import org.recourse.radiobiology.conversion.RegistrationUncertainty;
import org.recourse.radiobiology.ledger.MaximumRange;
import org.recourse.radiobiology.ledger.Recovery;
import org.recourse.radiobiology.ledger.RecoveryConvention;

/**
 * The ledger of courses in numbers: for each structure what the plan gives, what was given before,
 * and both together, as EQD2 at the alpha/beta of the structure. Immutable. Nothing is discounted:
 * the convention is NONE. A discounted sum stands beside the plain one, in {@link
 * Row#discounted()}, only for an organ for which a table was chosen.
 *
 * @param courses the earlier plans that are in the sums voxel by voxel
 * @param columns the earlier courses that are in the sums voxel by voxel, in the order of the case
 * @param rows one for each structure with alpha/beta and a known place
 * @param repair what is assumed about repair between fractions, for all rows in one phrase
 * @param findings structures that overlap with another alpha/beta
 */
public record LedgerNumbers(
    List<PartOfSum> courses,
    List<Column> columns,
    List<Row> rows,
    String repair,
    List<Finding> findings) {

  /** Nothing is known. */
  public static final LedgerNumbers EMPTY =
      new LedgerNumbers(List.of(), List.of(), List.of(), "complete repair", List.of());

  /** Convention of every number here, as in result files. */
  public static final String RECOVERY_CONVENTION = "NONE";

  /**
   * An earlier plan in the sums.
   *
   * @param label its label
   * @param uncertainty how far it may be misplaced
   * @param transformIds registrations its dose came through
   */
  public record PartOfSum(
      String label, RegistrationUncertainty uncertainty, List<String> transformIds) {
    public PartOfSum {
      transformIds = List.copyOf(transformIds);
    }
  }

  /**
   * An earlier course in the sums; a replanned course is one column.
   *
   * @param label label that no other course of the case has
   * @param course position of the course in the snapshot
   * @param uncertainty how far it may be misplaced: the largest of its plans
   * @param transformIds registrations its dose came through
   */
  public record Column(
      String label, int course, RegistrationUncertainty uncertainty, List<String> transformIds) {
    public Column {
      transformIds = List.copyOf(transformIds);
    }
  }

  /**
   * What one earlier course gave.
   *
   * @param figures of the course alone, as given; empty if no part of the structure is in the grid
   * @param recovery discount of the chosen table for this course; none for a target
   */
  public record CoursePart(Optional<Figures> figures, Recovery recovery) {
    public CoursePart {
      Objects.requireNonNull(figures, "figures");
      Objects.requireNonNull(recovery, "recovery");
    }
  }

  /**
   * The sum with earlier courses discounted for an organ. It is shown beside the plain sum; limits
   * that were derived without recovery are judged by the plain sum.
   *
   * @param convention the table that was chosen
   * @param cumulative plan and discounted earlier courses
   */
  public record Discounted(RecoveryConvention.TableRecovery convention, Figures cumulative) {
    public Discounted {
      Objects.requireNonNull(convention, "convention");
      Objects.requireNonNull(cumulative, "cumulative");
    }
  }

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
   * @param repair what its sums assume about repair between fractions
   * @param plan the assessed plan alone; empty if it cannot be converted
   * @param previous all earlier courses with a dose grid; empty if there are none
   * @param cumulative plan and earlier courses; empty if one of them cannot be summed
   * @param maximum the cumulative maximum with its range from the registrations; empty without
   *     earlier courses
   * @param typedMaximum what courses known from paper may add to the maximum
   * @param missingCourses courses that are not in the sums
   * @param parts what each earlier course gave, in the order of the columns
   * @param discounted the discounted sum; empty for a target and where no table was chosen
   * @param earlierDvh histogram of all earlier courses with a dose grid, as given; empty if there
   *     are none
   * @param remaining what may still be given, for every limit on the structure
   */
  public record Row(
      StructureState structure,
      boolean target,
      double alphaBetaGy,
      RepairUse repair,
      Optional<Figures> plan,
      Optional<Figures> previous,
      Optional<Figures> cumulative,
      Optional<MaximumRange> maximum,
      Optional<TypedMaximum> typedMaximum,
      List<String> missingCourses,
      List<CoursePart> parts,
      Optional<Discounted> discounted,
      Optional<Dvh> earlierDvh,
      List<RemainingBudget> remaining) {
    public Row {
      Objects.requireNonNull(structure, "structure");
      Objects.requireNonNull(repair, "repair");
      Objects.requireNonNull(plan, "plan");
      Objects.requireNonNull(previous, "previous");
      Objects.requireNonNull(cumulative, "cumulative");
      Objects.requireNonNull(maximum, "maximum");
      Objects.requireNonNull(typedMaximum, "typedMaximum");
      missingCourses = List.copyOf(missingCourses);
      parts = List.copyOf(parts);
      Objects.requireNonNull(discounted, "discounted");
      Objects.requireNonNull(earlierDvh, "earlierDvh");
      remaining = List.copyOf(remaining);
      if (target && discounted.isPresent()) {
        throw new IllegalArgumentException("a target does not recover: " + structure.name());
      }
    }

    /** Returns the row with what may still be given. */
    Row with(List<RemainingBudget> budgets) {
      return new Row(
          structure,
          target,
          alphaBetaGy,
          repair,
          plan,
          previous,
          cumulative,
          maximum,
          typedMaximum,
          missingCourses,
          parts,
          discounted,
          earlierDvh,
          budgets);
    }
  }

  public LedgerNumbers {
    courses = List.copyOf(courses);
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
    Objects.requireNonNull(repair, "repair");
    findings = List.copyOf(findings);
  }

  /** Returns the ledger with what may still be given in every row. */
  LedgerNumbers with(UnaryOperator<Row> change) {
    return new LedgerNumbers(
        courses, columns, rows.stream().map(change).toList(), repair, findings);
  }

  /** Returns the row of the first structure with this name, any case. */
  public Optional<Row> row(String name) {
    return rows.stream().filter(row -> row.structure().isNamed(name)).findFirst();
  }
}
