/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.planning.internal.slices;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.recourse.grid.geometry.Vector3;
import org.recourse.planning.beam.BeamAngles;
import org.recourse.planning.beam.BeamFrame;
import org.recourse.planning.beam.PatientPosition;
import org.recourse.rendering.Orientation;
import org.recourse.rendering.SlicePlane;

class FieldSectionTest {

  private static final double ROUNDING_MM = 1e-9;
  private static final double[] OPEN_MM = {-20, 30, -15, 15};

  private static BeamFrame fromAbove() {
    return BeamFrame.of(
        BeamAngles.gantry(0), PatientPosition.HEAD_FIRST_SUPINE, Vector3.ZERO, 1000);
  }

  /** In the plane of the axis the field is a triangle with its tip in the source. */
  @Test
  void alongTheAxisTheFieldIsATriangle() {
    double[] uv =
        FieldSection.outline(fromAbove(), OPEN_MM, new SlicePlane(Orientation.AXIAL, 0))
            .orElseThrow();

    double least = Double.MAX_VALUE;
    double greatest = -Double.MAX_VALUE;
    double top = Double.MAX_VALUE;
    for (int i = 0; i < uv.length; i += 2) {
      least = Math.min(least, uv[i]);
      greatest = Math.max(greatest, uv[i]);
      top = Math.min(top, uv[i + 1]);
    }
    assertEquals(-20 * 1.3, least, ROUNDING_MM); // 300 mm behind the isocentre
    assertEquals(30 * 1.3, greatest, ROUNDING_MM);
    assertEquals(-1000, top, ROUNDING_MM);
  }

  /** Across the axis it is the rectangle, magnified by the distance. */
  @Test
  void acrossTheAxisTheFieldIsARectangle() {
    double[] uv =
        FieldSection.outline(fromAbove(), OPEN_MM, new SlicePlane(Orientation.CORONAL, 100))
            .orElseThrow();

    double[] u = new double[4];
    for (int i = 0; i < u.length; i++) {
      u[i] = Math.abs(uv[2 * i]);
    }
    Arrays.sort(u);
    assertEquals(8, uv.length);
    assertArrayEquals(new double[] {22, 22, 33, 33}, u, ROUNDING_MM);
  }

  @Test
  void besideTheFieldThereIsNothing() {
    assertTrue(
        FieldSection.outline(fromAbove(), OPEN_MM, new SlicePlane(Orientation.AXIAL, 60))
            .isEmpty());
  }
}
