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
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Labels of the courses of a case that tell every course from the others. Stateless. */
final class CourseLabels {

  private CourseLabels() {}

  /** Returns a label for each course of the snapshot, in its order, all different. */
  static List<String> of(PlanSnapshot snapshot) {
    Set<String> taken = new HashSet<>();
    List<String> labels = new ArrayList<>();
    for (int c = 0; c < snapshot.courses().size(); c++) {
      String wanted = snapshot.courses().get(c).label();
      String name = wanted.isBlank() ? "Course " + (c + 1) : wanted;
      String free = taken.contains(name) ? name + " (" + (c + 1) + ")" : name;
      taken.add(free);
      labels.add(free);
    }
    return List.copyOf(labels);
  }
}
