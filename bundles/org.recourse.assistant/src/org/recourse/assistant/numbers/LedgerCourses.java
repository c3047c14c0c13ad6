/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.assistant.numbers;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.recourse.model.CourseKind;
import org.recourse.radiobiology.conversion.RegistrationUncertainty;
import org.recourse.radiobiology.ledger.Recovery;
import org.recourse.radiobiology.ledger.RecoveryConvention;
import org.recourse.radiobiology.ledger.RecoveryTable;

/** Joins the plans of a course, which are summed one by one, to one column. Stateless. */
final class LedgerCourses {

  /**
   * A course in the sums.
   *
   * @param column how it is shown
   * @param parts positions among the parts of {@link Eqd2Sum.EarlierSum}
   * @param earlier whether it was given earlier; else it belongs to the planned course
   * @param daysToPlanned interval; empty if unknown
   */
  record Group(
      LedgerNumbers.Column column,
      List<Integer> parts,
      boolean earlier,
      OptionalLong daysToPlanned) {

    Recovery recovery(RecoveryConvention convention) {
      return switch (convention) {
        case RecoveryConvention.NoRecovery none -> Recovery.NONE;
        case RecoveryConvention.TableRecovery(RecoveryTable table) ->
            earlier ? table.after(daysToPlanned) : Recovery.NONE;
      };
    }
  }

  private LedgerCourses() {}

  /** Groups the parts other than the assessed plan by their courses, in the order of the case. */
  static List<Group> of(PlanSnapshot snapshot, CourseIntake.Taken taken) {
    List<CourseIntake.Part> others =
        taken.parts().stream().filter(part -> !part.assessed()).toList();
    List<String> labels = CourseLabels.of(snapshot);
    List<Group> groups = new ArrayList<>();
    for (int c = 0; c < snapshot.courses().size(); c++) {
      List<Integer> parts = new ArrayList<>();
      for (int p = 0; p < others.size(); p++) {
        if (others.get(p).course() == c) {
          parts.add(p);
        }
      }
      if (!parts.isEmpty()) {
        RegistrationUncertainty uncertainty =
            parts.stream()
                .map(p -> others.get(p).dose().uncertainty())
                .reduce((a, b) -> a.mm() >= b.mm() ? a : b)
                .orElseThrow();
        CourseState course = snapshot.courses().get(c);
        groups.add(
            new Group(
                new LedgerNumbers.Column(
                    labels.get(c),
                    c,
                    uncertainty,
                    parts.stream()
                        .flatMap(p -> others.get(p).transformIds().stream())
                        .distinct()
                        .toList()),
                List.copyOf(parts),
                course.kind() == CourseKind.PREVIOUS,
                CourseDates.toAssessed(course, snapshot.assessedCourse())));
      }
    }
    return List.copyOf(groups);
  }
}
