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
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.recourse.grid.geometry.AffineTransform;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.volume.DoseGrid;
import org.recourse.rendering.DoseLayer;
import org.recourse.rendering.DosePalette;
import org.recourse.rendering.DoseWash;
import org.recourse.rendering.Orientation;
import org.recourse.rendering.SlicePlane;

class DoseProfileTest {

  /** The samples are float. */
  private static final double TOLERANCE_GY = 1e-5;

  @Test
  void aRampIsRepeatedExactlyAndEndsAtTheGrid() {
    var line = new MeasuredLine(Orientation.AXIAL, new Vector3(2, 1, 0), new Vector3(20, 1, 0));

    DoseProfile profile = DoseProfile.of(ramp(), line);

    int last = profile.doseGy().length - 1;
    for (int i = 0; i <= last; i++) {
      double xMm = Math.min(2 + profile.positionMm()[i], 9); // the last half voxel repeats
      assertEquals(xMm, profile.doseGy()[i], TOLERANCE_GY);
    }
    assertEquals(7.5, profile.positionMm()[last], 1e-9, "outer edge of the voxel at x = 9");
    assertEquals(9, profile.maximumGy(), TOLERANCE_GY);
  }

  @Test
  void besideTheGridItIsEmpty() {
    var line = new MeasuredLine(Orientation.AXIAL, new Vector3(2, 50, 0), new Vector3(5, 50, 0));
    assertTrue(DoseProfile.of(ramp(), line).isEmpty());
  }

  @Test
  void aLineIsDrawnOnItsPlaneOnly() {
    var line = new MeasuredLine(Orientation.AXIAL, new Vector3(0, 0, 3), new Vector3(3, 4, 3));

    assertEquals(5, line.lengthMm());
    assertTrue(line.isOn(new SlicePlane(Orientation.AXIAL, 3)));
    assertFalse(line.isOn(new SlicePlane(Orientation.AXIAL, 5)));
    assertFalse(line.isOn(new SlicePlane(Orientation.CORONAL, 3)));
  }

  private static DoseLayer ramp() {
    var geometry = new GridGeometry(10, 4, 1, Vector3.ZERO, new Vector3(1, 1, 1));
    float[] slice = new float[geometry.sliceVoxelCount()];
    for (int i = 0; i < slice.length; i++) {
      slice[i] = i % geometry.sizeX();
    }
    return new DoseLayer(
        DoseGrid.builder(geometry).slice(0, slice).build(),
        AffineTransform.IDENTITY,
        new DoseWash(DosePalette.VIRIDIS, 9, 0, 1),
        List.of());
  }
}
