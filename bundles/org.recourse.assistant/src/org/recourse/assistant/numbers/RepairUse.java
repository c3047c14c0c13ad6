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
import java.util.stream.IntStream;
import org.recourse.model.CourseKind;
import org.recourse.radiobiology.conversion.RepairAssumption;

/**
 * What the EQD2 of a structure assumes about repair between fractions. Immutable.
 *
 * <p>Without a half-time of repair the sums count complete repair. Where a course has several
 * fractions a day they are then too low for late-reacting tissue: such courses are named, no limit
 * is judged as kept by them, and no dose is said to remain.
 *
 * @param assumption what is counted
 * @param undecided labels of courses with several fractions a day that count as completely repaired
 *     only because no half-time is known
 * @param planUndecided whether the assessed plan is one of them
 */
public record RepairUse(
    RepairAssumption assumption, List<String> undecided, boolean planUndecided) {

  /** Nothing has to be decided: every fraction is repaired before the next. */
  public static final RepairUse COMPLETE =
      new RepairUse(new RepairAssumption.Complete(), List.of(), false);

  public RepairUse {
    Objects.requireNonNull(assumption, "assumption");
    undecided = List.copyOf(undecided);
  }

  /**
   * Decides for a structure. Where no course has several fractions a day and nothing is carried
   * over night, repair is complete whatever the half-time.
   */
  static RepairUse of(PlanSnapshot snapshot, StructureState structure) {
    List<String> several = severalADay(snapshot);
    return switch (structure.repair()) {
      case RepairAssumption.Incomplete incomplete ->
          several.isEmpty() && !structure.repairOvernight()
              ? COMPLETE
              : new RepairUse(incomplete, List.of(), false);
      case RepairAssumption.Complete complete ->
          several.isEmpty()
              ? COMPLETE
              : new RepairUse(
                  complete,
                  several,
                  snapshot.assessedPlan().filter(p -> isSeveral(p.prescription())).isPresent());
    };
  }

  /** Labels of the courses in the ledger that have several fractions a day. */
  static List<String> severalADay(PlanSnapshot snapshot) {
    List<String> labels = CourseLabels.of(snapshot);
    return IntStream.range(0, labels.size())
        .filter(c -> isCounted(snapshot, c) && isSeveral(snapshot.courses().get(c)))
        .mapToObj(labels::get)
        .toList();
  }

  private static boolean isCounted(PlanSnapshot snapshot, int course) {
    return snapshot.courses().get(course).kind() == CourseKind.PREVIOUS
        || snapshot.assessed().filter(at -> at.course() == course).isPresent();
  }

  private static boolean isSeveral(CourseState course) {
    return course.plans().isEmpty()
        ? isSeveral(course.typedPrescription())
        : course.plans().stream().anyMatch(plan -> isSeveral(plan.prescription()));
  }

  private static boolean isSeveral(PrescriptionState prescription) {
    return prescription.fractionsPerDay() > 1;
  }

  /** Whether complete repair is counted only for want of a half-time. */
  public boolean isUndecided() {
    return !undecided.isEmpty();
  }

  /** Returns why nothing may be concluded from the sum being low. */
  public String reservation() {
    return "No half-time of repair is typed, so the several daily fractions of "
        + String.join(", ", undecided)
        + " count as completely repaired and the true EQD2 is higher. Type it in Ledger.";
  }

  /** Returns the assumption in words. */
  public String text() {
    return isUndecided() ? assumption.text() + ", for want of a half-time" : assumption.text();
  }
}
