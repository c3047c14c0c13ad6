/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.recourse.assistant.numbers.OrganLimit;
import org.recourse.assistant.numbers.PlanNumbers;

/**
 * Which dose the slices, the histogram and the statistics show. Immutable and equal by content, so
 * that a choice survives every edit; what is chosen may vanish from the case, and then the volume
 * is unknown with a reason.
 *
 * <p>The volumes come from {@link org.recourse.assistant.numbers.Eqd2Maps}, in the background, for
 * the {@link PlanNumbers} of one revision:
 *
 * <table>
 * <caption>Where each volume comes from</caption>
 * <tr><td>{@link Physical}</td><td>{@code numbers.planDose()}</td></tr>
 * <tr><td>{@link PlanEqd2}</td><td>{@code maps.ofPlan(numbers, tissue, monitor)}</td></tr>
 * <tr><td>{@link CumulativeEqd2}</td><td>{@code maps.ofAll(numbers, tissue, monitor)}</td></tr>
 * <tr><td>{@link CourseEqd2}</td><td>{@code maps.ofCourse(numbers, label, tissue, monitor)}</td></tr>
 * <tr><td>{@link RemainingDose}</td><td>{@code maps.remaining(numbers, limit, monitor)}</td></tr>
 * </table>
 */
public sealed interface ShownDose {

  /** Physical absorbed dose of the planned course. */
  ShownDose PHYSICAL = new Physical();

  /** Equieffective dose in 2 Gy fractions of the planned course alone. */
  ShownDose EQD2 = new PlanEqd2();

  /** Equieffective dose in 2 Gy fractions summed over all courses. */
  ShownDose CUMULATIVE_EQD2 = new CumulativeEqd2();

  /** Physical absorbed dose of the planned course, Gy. */
  record Physical() implements ShownDose {}

  /** Equieffective dose in 2 Gy fractions of the planned course alone, Gy. */
  record PlanEqd2() implements ShownDose {}

  /** Equieffective dose in 2 Gy fractions summed over all courses, Gy; nothing is discounted. */
  record CumulativeEqd2() implements ShownDose {}

  /**
   * The part of one earlier course in the cumulative EQD2, Gy, on the grid of the plan.
   *
   * @param course label as in {@link org.recourse.assistant.numbers.LedgerNumbers#columns()}
   */
  record CourseEqd2(String course) implements ShownDose {
    public CourseEqd2 {
      Objects.requireNonNull(course, "course");
    }
  }

  /**
   * Physical dose per fraction, Gy, that every voxel may still receive in the fractions of the plan
   * until a limit of an organ is used up by it and the earlier courses. 0 Gy means none.
   *
   * @param limit the limit with its organ
   */
  record RemainingDose(OrganLimit limit) implements ShownDose {
    public RemainingDose {
      Objects.requireNonNull(limit, "limit");
    }
  }

  /** Name for people, without the unit; all are in Gy, the remaining dose in Gy per fraction. */
  default String title() {
    return switch (this) {
      case Physical physical -> "Physical dose";
      case PlanEqd2 plan -> "EQD2";
      case CumulativeEqd2 sum -> "Cumulative EQD2";
      case CourseEqd2(String course) -> "EQD2 of " + course;
      case RemainingDose(OrganLimit limit) -> "Remaining per fraction, " + limit.text();
    };
  }

  /** Unit as written after a number. */
  default String unit() {
    return switch (this) {
      case Physical physical -> "Gy";
      case PlanEqd2 plan -> "Gy";
      case CumulativeEqd2 sum -> "Gy";
      case CourseEqd2 course -> "Gy";
      case RemainingDose remaining -> "Gy per fraction";
    };
  }

  /**
   * Returns what can be chosen before any number is known: physical dose, EQD2 and cumulative EQD2.
   */
  static List<ShownDose> always() {
    return List.of(PHYSICAL, EQD2, CUMULATIVE_EQD2);
  }

  /**
   * Returns what can be chosen: that of {@link #always()}, the part of every earlier course in the
   * sum, and the remaining dose for every limit on an organ that the case or its protocols have.
   */
  static List<ShownDose> offered(PlanNumbers numbers) {
    List<ShownDose> offered = new ArrayList<>(always());
    numbers.ledger().columns().forEach(part -> offered.add(new CourseEqd2(part.label())));
    numbers.organLimits().forEach(limit -> offered.add(new RemainingDose(limit)));
    return List.copyOf(offered);
  }
}
