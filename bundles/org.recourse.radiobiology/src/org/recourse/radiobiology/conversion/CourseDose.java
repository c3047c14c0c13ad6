/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiobiology.conversion;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.recourse.grid.geometry.PointMap;
import org.recourse.grid.volume.DoseGrid;
import org.recourse.radiobiology.fractionation.DailySchedule;
import org.recourse.radiobiology.fractionation.Fractionation;

/**
 * Physical dose of one course, or of one plan of a course that was replanned, ready to be converted
 * and summed. Immutable. It knows no recovery: whether a sum is discounted is decided by the ledger
 * for one organ at a time.
 *
 * @param label name of the course, used in findings
 * @param physicalDose total physical dose of the course on its own grid and in its own frame
 * @param fractionation prescription; its fraction number applies to every voxel
 * @param targetToCourse maps a patient position of the frame in which courses are summed to the
 *     frame of {@code physicalDose}; points without an image count 0 Gy of this course
 * @param schedule how the fractions were spread over the days; empty if not known, which matters
 *     only where repair is taken as incomplete
 * @param uncertainty how far the course may lie from where {@code targetToCourse} puts it
 */
public record CourseDose(
    String label,
    DoseGrid physicalDose,
    Fractionation fractionation,
    PointMap targetToCourse,
    Optional<DailySchedule> schedule,
    RegistrationUncertainty uncertainty) {

  /** In which units a dose grid was given. */
  public enum DoseScale {
    /** Absolute, Gy. */
    GRAY,
    /** Relative to something the grid does not say. */
    RELATIVE
  }

  /** A course that can be summed, or the sentence that says why it cannot. */
  public sealed interface Intake {

    /** The course can be summed. */
    record Accepted(CourseDose course) implements Intake {
      public Accepted {
        Objects.requireNonNull(course, "course");
      }
    }

    /** The course cannot be summed; the sentence says what is missing and what to do. */
    record Refused(String sentence) implements Intake {
      public Refused {
        Objects.requireNonNull(sentence, "sentence");
      }
    }
  }

  public CourseDose {
    Objects.requireNonNull(label, "label");
    Objects.requireNonNull(physicalDose, "physicalDose");
    Objects.requireNonNull(fractionation, "fractionation");
    Objects.requireNonNull(targetToCourse, "targetToCourse");
    Objects.requireNonNull(schedule, "schedule");
    Objects.requireNonNull(uncertainty, "uncertainty");
  }

  /** Makes a course of unknown schedule whose registration uncertainty nobody stated. */
  public CourseDose(
      String label, DoseGrid physicalDose, Fractionation fractionation, PointMap targetToCourse) {
    this(
        label,
        physicalDose,
        fractionation,
        targetToCourse,
        Optional.empty(),
        RegistrationUncertainty.UNKNOWN);
  }

  /** Returns the same course with what is known about its schedule and its registration. */
  public CourseDose with(Optional<DailySchedule> schedule, RegistrationUncertainty uncertainty) {
    return new CourseDose(
        label, physicalDose, fractionation, targetToCourse, schedule, uncertainty);
  }

  /**
   * Checks what a record of a course says; nothing missing is replaced by a guess.
   *
   * @param prescribedDoseGy total prescribed dose, used in texts only; the voxel doses count
   * @param fractionCount fractions as recorded; a number below 1 is as good as none
   */
  public static Intake check(
      String label,
      DoseGrid dose,
      DoseScale scale,
      double prescribedDoseGy,
      OptionalInt fractionCount,
      PointMap targetToCourse) {
    if (scale == DoseScale.RELATIVE) {
      return new Intake.Refused(
          "The dose of "
              + label
              + " is relative, not in Gy, so its EQD2 cannot be computed. Export it again in Gy.");
    }
    if (fractionCount.isEmpty() || fractionCount.getAsInt() < 1) {
      return new Intake.Refused(
          "The number of fractions of "
              + label
              + " is not known"
              + (fractionCount.isPresent() ? " (recorded: " + fractionCount.getAsInt() + ")" : "")
              + ", so its EQD2 cannot be computed. Enter the fractions in Courses.");
    }
    return new Intake.Accepted(
        new CourseDose(
            label,
            dose,
            new Fractionation(prescribedDoseGy, fractionCount.getAsInt()),
            targetToCourse));
  }
}
