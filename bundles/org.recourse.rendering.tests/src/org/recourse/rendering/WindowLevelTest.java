/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.rendering;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.volume.ImageVolume;

class WindowLevelTest {

  @ParameterizedTest(name = "{0} HU at 40/400 is grey {1}")
  @CsvSource({"-1000, 0", "-160, 0", "40, 128", "140, 191", "240, 255", "3000, 255"})
  void followsTheExactLinearFunction(double intensityHu, int grey) {
    assertEquals(grey, new WindowLevel(40, 400).grey(intensityHu));
  }

  @Test
  void automaticWindowLeavesOutTheFewBrightestVoxels() {
    var geometry = new GridGeometry(10, 10, 10, Vector3.ZERO, new Vector3(1, 1, 1));
    ImageVolume.Builder builder = ImageVolume.builder(geometry);
    for (int z = 0; z < 10; z++) {
      float[] slice = new float[100];
      for (int i = 0; i < 100; i++) {
        slice[i] = z * 100 + i;
      }
      slice[99] = z == 9 ? 1e6f : slice[99];
      builder.slice(z, slice);
    }

    WindowLevel window = WindowLevel.automatic(builder.build());

    assertEquals(9, window.blackIntensity(), 1e-9); // 1st percentile of 0 ... 999
    assertEquals(994, window.whiteIntensity(), 1e-9); // 99.5th percentile
  }

  @Test
  void automaticWindowOfOneVoxelHasAWidth() {
    var geometry = new GridGeometry(1, 1, 1, Vector3.ZERO, new Vector3(1, 1, 1));
    ImageVolume volume = ImageVolume.builder(geometry).slice(0, new float[] {7}).build();

    assertEquals(new WindowLevel(7, 1), WindowLevel.automatic(volume));
  }

  @Test
  void refusesAWindowWithoutWidth() {
    assertThrows(IllegalArgumentException.class, () -> new WindowLevel(0, 0));
    assertThrows(IllegalArgumentException.class, () -> new WindowLevel(0, Double.NaN));
  }
}
