/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class IsodoseLevelsTest {

  @Test
  void relativeLevelsFollowThePrescription() {
    var levels = new IsodoseLevels.OfPrescription(List.of(100.0, 50.0));

    assertEquals(List.of(30.0, 60.0), levels.levelsGy(OptionalDouble.of(60)));
  }

  @Test
  void relativeLevelsAreNotInventedWithoutPrescription() {
    assertEquals(List.of(), IsodoseLevels.DEFAULT.levelsGy(OptionalDouble.empty()));
  }

  @Test
  void absoluteLevelsNeedNoPrescription() {
    var levels = new IsodoseLevels.Absolute(List.of(70.0, 20.0, 20.0));

    assertEquals(List.of(20.0, 70.0), levels.levelsGy(OptionalDouble.empty()));
  }

  @Test
  void refusesALevelOfZero() {
    assertThrows(
        IllegalArgumentException.class, () -> new IsodoseLevels.Absolute(List.of(20.0, 0.0)));
  }
}
