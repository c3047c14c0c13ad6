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
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.recourse.grid.geometry.AffineTransform;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.volume.DoseGrid;

/** Trap (d): nothing missing is replaced by a guess. */
class CourseDoseTest {

  private static final DoseGrid DOSE =
      DoseGrid.builder(new GridGeometry(1, 1, 1, Vector3.ZERO, new Vector3(1, 1, 1))).build();

  @Test
  void refusesADoseInRelativeUnits() {
    String sentence = refusal(CourseDose.DoseScale.RELATIVE, OptionalInt.of(30));
    assertTrue(sentence.contains("First course") && sentence.contains("relative"), sentence);
  }

  @Test
  void refusesACourseWithoutFractionNumber() {
    String sentence = refusal(CourseDose.DoseScale.GRAY, OptionalInt.empty());
    assertTrue(sentence.contains("First course") && sentence.contains("fractions"), sentence);
  }

  @Test
  void refusesZeroFractionsAndNamesTheNumber() {
    String sentence = refusal(CourseDose.DoseScale.GRAY, OptionalInt.of(0));
    assertTrue(sentence.contains("recorded: 0"), sentence);
  }

  @Test
  void acceptsAWholeRecordWithoutRecovery() {
    var accepted =
        assertInstanceOf(
            CourseDose.Intake.Accepted.class, check(CourseDose.DoseScale.GRAY, OptionalInt.of(30)));
    assertEquals(30, accepted.course().fractionation().fractionCount());
    assertEquals(RegistrationUncertainty.UNKNOWN, accepted.course().uncertainty());
  }

  private static String refusal(CourseDose.DoseScale scale, OptionalInt fractions) {
    return assertInstanceOf(CourseDose.Intake.Refused.class, check(scale, fractions)).sentence();
  }

  private static CourseDose.Intake check(CourseDose.DoseScale scale, OptionalInt fractions) {
    return CourseDose.check("First course", DOSE, scale, 60, fractions, AffineTransform.IDENTITY);
  }
}
