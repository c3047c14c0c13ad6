/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.planning.internal.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.recourse.grid.geometry.AffineTransform;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.ui.planning.internal.TankCase;

class DoseDifferenceTest {

  @Test
  void isFirstMinusSecondInARoundRange() {
    DoseDifference difference = of(12, 8.5f);
    assertEquals(3.5f, difference.differenceGy().valueAt(10, 10, 10));
    assertEquals(5, difference.rangeGy());
  }

  @Test
  void smallDifferencesStayClear() {
    DoseDifference difference = of(12, 11.8f);
    assertTrue(Float.isNaN(difference.differenceGy().valueAt(10, 10, 10)));
    assertEquals(1, difference.rangeGy());
  }

  private static DoseDifference of(float firstGy, float secondGy) {
    try (var executor = SliceExecutor.ofThreads(1)) {
      return DoseDifference.of(
          TankCase.uniform(firstGy),
          TankCase.uniform(secondGy),
          AffineTransform.IDENTITY,
          executor,
          new NullProgressMonitor());
    }
  }
}
