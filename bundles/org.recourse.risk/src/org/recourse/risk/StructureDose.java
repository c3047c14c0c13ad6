/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.risk;

import java.util.List;
import java.util.Objects;
import org.recourse.dosimetry.dvh.Dvh;
import org.recourse.grid.finding.Finding;

/** Cumulative EQD2 of a structure, or the reason why there is none. */
public sealed interface StructureDose {

  /**
   * The dose is known. Immutable.
   *
   * @param eqd2 dose-volume histogram in Gy EQD2
   * @param courseLabels courses whose dose grids are contained, by {@link RiskCourse#label()}; of a
   *     course summed plan by plan that label, a comma, a blank and the plan. A model gives no
   *     number if a course with a dose grid is not among them
   * @param findings reservations, such as a part of the structure outside of a dose grid
   */
  record Known(Dvh eqd2, List<String> courseLabels, List<Finding> findings)
      implements StructureDose {
    public Known {
      Objects.requireNonNull(eqd2, "eqd2");
      courseLabels = List.copyOf(courseLabels);
      findings = List.copyOf(findings);
    }

    /** Tells whether the dose of a course is part of the sum. */
    public boolean contains(RiskCourse course) {
      return courseLabels.stream()
          .anyMatch(
              label -> label.equals(course.label()) || label.startsWith(course.label() + ", "));
    }
  }

  /**
   * The dose is not known.
   *
   * @param reasons sentences, each naming what is missing, such as the fractions of a course
   */
  record Unknown(List<String> reasons) implements StructureDose {
    public Unknown {
      reasons = List.copyOf(reasons);
      if (reasons.isEmpty()) {
        throw new IllegalArgumentException("an unknown dose needs a reason");
      }
    }
  }
}
