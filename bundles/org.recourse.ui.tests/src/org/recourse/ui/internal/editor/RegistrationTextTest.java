/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.internal.editor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class RegistrationTextTest {

  private static final String SHIFTED = "1 0 0 -4.5\n0 1 0 2\n0 0 1 1e1\n0 0 0 1";

  @Test
  void readsAMatrixInAnyLayout() {
    double[] expected = {1, 0, 0, -4.5, 0, 1, 0, 2, 0, 0, 1, 10, 0, 0, 0, 1};

    assertArrayEquals(expected, RegistrationText.matrix(SHIFTED).orElseThrow());
    assertArrayEquals(
        expected,
        RegistrationText.matrix("[[1, 0, 0, -4.5], [0, 1, 0, 2], [0, 0, 1, 10], [0, 0, 0, 1]]")
            .orElseThrow());
    assertEquals(Optional.empty(), RegistrationText.matrixComplaint(SHIFTED));
  }

  @Test
  void saysWhatIsWrongWithAMatrix() {
    assertTrue(complaint("1 0 0 0").contains("four rows of four numbers"));
    assertTrue(complaint(SHIFTED.replace("2", "two")).contains("four rows of four numbers"));
    assertTrue(complaint("1 0 0 0 0 1 0 0 0 0 1 0 5 6 7 1").contains("by columns"));
    assertTrue(complaint("1.1 0 0 0 0 1 0 0 0 0 1 0 0 0 0 1").contains("not rigid"));
    assertTrue(complaint("-1 0 0 0 0 1 0 0 0 0 1 0 0 0 0 1").contains("mirrors"));
    assertTrue(complaint("1 0 0 NaN 0 1 0 0 0 0 1 0 0 0 0 1").contains("not finite"));
  }

  private static String complaint(String typed) {
    return RegistrationText.matrixComplaint(typed).orElseThrow();
  }
}
