/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiobiology.conversion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.recourse.radiobiology.fractionation.DailySchedule;
import org.recourse.radiobiology.fractionation.Fractionation;

class RepairReservationTest {

  @Test
  void workedExampleOfTheJavadoc() {
    assertEquals(
        "Several fractions a day: repair between them is taken as complete, so EQD2 is too low for"
            + " late-reacting tissue: the prescribed 65 Gy in 54 fractions, 6 h apart, are 60.2 to"
            + " 61.5 Gy EQD2 with half-times of 4 to 5 h instead of 54.6 Gy (alpha/beta 3 Gy).",
        RepairReservation.sentence(
            new Fractionation(65, 54), Optional.of(new DailySchedule(2, 6))));
  }

  @Test
  void unknownHoursAreAskedFor() {
    assertTrue(
        RepairReservation.sentence(new Fractionation(65, 54), Optional.empty())
            .contains("enter them in Prescription"));
  }

  @Test
  void anUnknownDoseGivesNoNumber() {
    assertTrue(
        RepairReservation.sentence(new Fractionation(0, 54), Optional.of(new DailySchedule(2, 6)))
            .endsWith("late-reacting tissue."));
  }
}
