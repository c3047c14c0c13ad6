/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiobiology.ledger;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.recourse.radiobiology.conversion.CourseDose;
import org.recourse.radiobiology.fractionation.DailySchedule;

/** What is known of a course. Immutable. */
public sealed interface CourseRecord {

  /**
   * The dose of every plan of the course is known voxel by voxel. A course that was replanned, or
   * boosted, has several plans, each with its own fractions.
   *
   * @param plans at least one
   */
  record Voxels(List<CourseDose> plans) implements CourseRecord {
    public Voxels {
      plans = List.copyOf(plans);
      if (plans.isEmpty()) {
        throw new IllegalArgumentException("a course with voxels has at least one plan");
      }
    }
  }

  /**
   * The course is known from paper.
   *
   * @param totalDoseGy prescribed dose; empty if not recorded
   * @param fractionCount fractions; empty if not recorded, and then its figures have no EQD2
   * @param schedule how they were spread over a day; empty if not recorded, and then its figures
   *     have no EQD2 for a tissue that repairs incompletely
   * @param maxima physical maxima of structures, without a place
   */
  record Paper(
      OptionalDouble totalDoseGy,
      OptionalInt fractionCount,
      Optional<DailySchedule> schedule,
      List<PaperMaximum> maxima)
      implements CourseRecord {
    public Paper {
      Objects.requireNonNull(schedule, "schedule");
      Objects.requireNonNull(totalDoseGy, "totalDoseGy");
      Objects.requireNonNull(fractionCount, "fractionCount");
      maxima = List.copyOf(maxima);
      if (fractionCount.isPresent() && fractionCount.getAsInt() < 1) {
        throw new IllegalArgumentException(
            "fractionCount must be >= 1: " + fractionCount.getAsInt());
      }
    }
  }

  /**
   * Maximum of a structure as written on paper.
   *
   * @param structureName name of the structure
   * @param doseGy physical dose of the whole course, finite and not negative
   */
  record PaperMaximum(String structureName, double doseGy) {
    public PaperMaximum {
      Objects.requireNonNull(structureName, "structureName");
      if (!(doseGy >= 0 && doseGy < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException("doseGy must be finite and >= 0: " + doseGy);
      }
    }
  }
}
