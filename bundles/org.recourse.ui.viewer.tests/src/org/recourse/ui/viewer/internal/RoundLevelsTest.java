/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.viewer.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class RoundLevelsTest {

  @Test
  void levelsAreMultiplesOfARoundStep() {
    assertEquals(List.of(20.0, 40.0, 60.0, 80.0, 100.0, 120.0, 140.0), RoundLevels.below(147));
    assertEquals(List.of(10.0, 20.0, 30.0, 40.0, 50.0, 60.0), RoundLevels.below(66));
    assertEquals(List.of(), RoundLevels.below(0));
  }
}
