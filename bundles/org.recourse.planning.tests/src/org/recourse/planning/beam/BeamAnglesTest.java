/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.planning.beam;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class BeamAnglesTest {

  @Test
  void anArcHasBothEndsAndItsStep() {
    var arc = BeamAngles.arc(350, 20, 10);
    assertEquals(4, arc.size());
    assertEquals(350, arc.getFirst().gantryDeg());
    assertEquals(0, arc.get(1).gantryDeg());
    assertEquals(20, arc.getLast().gantryDeg());
  }

  @Test
  void aWholeTurnHasNoAngleTwice() {
    assertEquals(36, BeamAngles.arc(0, 0, 10).size());
    assertEquals(9, BeamAngles.equallySpaced(9).size());
    assertEquals(320, BeamAngles.equallySpaced(9).getLast().gantryDeg());
  }

  @Test
  void refusesNoBeamsAndNoStep() {
    assertThrows(IllegalArgumentException.class, () -> BeamAngles.equallySpaced(0));
    assertThrows(IllegalArgumentException.class, () -> BeamAngles.arc(0, 10, 0));
  }
}
