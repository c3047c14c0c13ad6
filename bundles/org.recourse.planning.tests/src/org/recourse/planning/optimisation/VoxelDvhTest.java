/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.planning.optimisation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class VoxelDvhTest {

  /** Voxel i gets i / 100 Gy: the volume above D falls linearly from 100 % to 0 at 10 Gy. */
  @Test
  void aRampIsALine() {
    double[] dose = IntStream.range(0, 1000).mapToDouble(i -> i / 100.0).toArray();
    VoxelDvh dvh = VoxelDvh.of(dose, IntStream.range(0, 1000).toArray(), 0.1);
    assertEquals(100, dvh.volumePercent()[0]);
    assertEquals(50, dvh.volumePercent()[50], 0.11);
    assertEquals(0.5, dvh.doseAtVolumePercentGy(95), 0.011);
    assertEquals(9.8, dvh.doseAtVolumePercentGy(2), 0.011);
    assertEquals(9.99, dvh.maxGy());
    assertEquals(4.995, dvh.meanGy(), 1e-9);
  }

  @Test
  void aSingleVoxelIsAStep() {
    VoxelDvh dvh = VoxelDvh.of(new double[] {3, 7}, new int[] {1}, 0.5);
    assertEquals(7, dvh.doseAtVolumePercentGy(100), 0.5);
    assertEquals(7, dvh.maxGy());
    assertEquals(0, dvh.volumePercent()[dvh.volumePercent().length - 1]);
  }

  @Test
  void anEmptyStructureIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> VoxelDvh.of(new double[3], new int[0], 0.1));
  }
}
