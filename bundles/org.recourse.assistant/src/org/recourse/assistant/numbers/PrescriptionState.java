/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.assistant.numbers;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.recourse.model.Prescription;
import org.recourse.radiobiology.fractionation.DailySchedule;

/**
 * A prescription as it was when the snapshot was taken. Immutable.
 *
 * @param totalDoseGy total physical dose, Gy; empty if unknown
 * @param fractionCount number of fractions; empty if unknown
 * @param fractionsPerDay fractions on one day
 * @param hoursBetweenFractions hours between two fractions of one day; empty if once daily or
 *     unknown
 * @param targetName name of the structure the dose is prescribed to; empty text if unknown
 */
public record PrescriptionState(
    OptionalDouble totalDoseGy,
    OptionalInt fractionCount,
    int fractionsPerDay,
    OptionalDouble hoursBetweenFractions,
    String targetName) {

  /** Nothing is known. */
  public static final PrescriptionState UNKNOWN =
      new PrescriptionState(
          OptionalDouble.empty(), OptionalInt.empty(), 1, OptionalDouble.empty(), "");

  static PrescriptionState of(Prescription prescription) {
    if (prescription == null) { // EMF: no prescription contained
      return UNKNOWN;
    }
    return new PrescriptionState(
        prescription.isSetTotalDoseGy()
            ? OptionalDouble.of(prescription.getTotalDoseGy())
            : OptionalDouble.empty(),
        prescription.isSetFractionCount()
            ? OptionalInt.of(prescription.getFractionCount())
            : OptionalInt.empty(),
        prescription.getFractionsPerDay(),
        prescription.isSetHoursBetweenFractions()
            ? OptionalDouble.of(prescription.getHoursBetweenFractions())
            : OptionalDouble.empty(),
        prescription.getTarget() == null ? "" : Texts.of(prescription.getTarget().getName()));
  }

  /** Returns how fractions are spread over a day; empty if the hours between are not known. */
  public Optional<DailySchedule> schedule() {
    if (fractionsPerDay == 1) {
      return Optional.of(DailySchedule.ONCE_DAILY);
    }
    double hours = hoursBetweenFractions.orElse(0);
    boolean fits = fractionsPerDay > 1 && hours > 0 && (fractionsPerDay - 1) * hours < 24;
    return fits ? Optional.of(new DailySchedule(fractionsPerDay, hours)) : Optional.empty();
  }

  /** Adds a prescription delivered after this one; schedule and target stay those of the first. */
  PrescriptionState plus(PrescriptionState next) {
    return new PrescriptionState(
        totalDoseGy.isPresent() && next.totalDoseGy.isPresent()
            ? OptionalDouble.of(totalDoseGy.getAsDouble() + next.totalDoseGy.getAsDouble())
            : OptionalDouble.empty(),
        fractionCount.isPresent() && next.fractionCount.isPresent()
            ? OptionalInt.of(fractionCount.getAsInt() + next.fractionCount.getAsInt())
            : OptionalInt.empty(),
        fractionsPerDay,
        hoursBetweenFractions,
        targetName);
  }
}
