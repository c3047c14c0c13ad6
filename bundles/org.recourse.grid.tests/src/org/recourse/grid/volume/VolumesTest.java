/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.grid.volume;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.BitSet;
import org.junit.jupiter.api.Test;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;

/** Masks, images and doses keep what they were given and nothing else. */
class VolumesTest {

  private static final GridGeometry GEOMETRY =
      new GridGeometry(3, 2, 2, Vector3.ZERO, new Vector3(1, 2, 5));

  @Test
  void maskCountsWholeVoxels() {
    var corners = new BitSet();
    corners.set(0);
    corners.set(5);
    Mask mask = Mask.builder(GEOMETRY).slice(1, corners).build();
    corners.clear();

    assertTrue(mask.contains(0, 0, 1));
    assertTrue(mask.contains(2, 1, 1));
    assertFalse(mask.contains(0, 0, 0));
    assertEquals(2, mask.voxelCount());
    assertEquals(0.02, mask.volumeCm3(), 1e-12);
    mask.slice(1).clear();
    assertEquals(2, mask.voxelCount());
  }

  @Test
  void maskRefusesVoxelsOutside() {
    var beyond = new BitSet();
    beyond.set(6);
    Mask.Builder builder = Mask.builder(GEOMETRY);

    assertThrows(IllegalArgumentException.class, () -> builder.slice(0, beyond));
    assertThrows(IndexOutOfBoundsException.class, () -> builder.slice(2, new BitSet()));
    Mask empty = builder.build();
    assertEquals(0, empty.voxelCount());
    assertThrows(IndexOutOfBoundsException.class, () -> empty.contains(3, 0, 0));
  }

  @Test
  void imageScalesEverySliceByItself() {
    short[] stored = {0, 1, 2, 3, 4, -5};
    float[] real = {0.5f, 1, 2, 3, 4, 5};
    ImageVolume image =
        ImageVolume.builder(GEOMETRY).storedSlice(0, stored, 2, -1000).slice(1, real).build();

    assertEquals(-998, image.intensityAt(1, 0, 0));
    assertEquals(-1010, image.intensityAt(2, 1, 0));
    assertEquals(0.5f, image.intensityAt(0, 0, 1));
    float[] slice = new float[6];
    image.copySlice(0, slice);
    assertArrayEquals(new float[] {-1000, -998, -996, -994, -992, -1010}, slice);
  }

  @Test
  void aMissingImageSliceIsNotFilled() {
    ImageVolume.Builder builder = ImageVolume.builder(GEOMETRY).slice(1, new float[6]);

    assertThrows(IllegalStateException.class, builder::build);
    assertThrows(IllegalArgumentException.class, () -> builder.slice(0, new float[5]));
  }

  @Test
  void doseSlicesNotSetAreZero() {
    DoseGrid dose = DoseGrid.builder(GEOMETRY).slice(1, new float[] {1, 2, 3, 4, 5, 6}).build();

    assertEquals(0, dose.doseGyAt(0, 0, 0));
    assertEquals(6, dose.doseGyAt(2, 1, 1));
    assertEquals(6, dose.doseGyAt(11));
    assertEquals(6, dose.maximumGy());
  }
}
