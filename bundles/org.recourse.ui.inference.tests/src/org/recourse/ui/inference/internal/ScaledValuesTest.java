/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.inference.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.risk.VoxelValues;
import org.recourse.ui.inference.internal.AttributionVolumes.ScaledValues;

class ScaledValuesTest {

  private static final GridGeometry THREE =
      new GridGeometry(3, 1, 1, Vector3.ZERO, new Vector3(1, 1, 1));

  /** One rounding of single precision. */
  private static final double RELATIVE_TOLERANCE = 1e-6;

  @ParameterizedTest
  @CsvSource({
    "2,      2,   1",
    "0.5,    500, 10⁻³",
    "0.002,  2,   10⁻³",
    "4e-6,   4,   10⁻⁶",
    "5e-11,  0.05, 10⁻⁹"
  })
  void valuesAreBroughtToThousands(float value, double shown, String power) {
    ScaledValues scaled =
        ScaledValues.of(VoxelValues.of(THREE, new float[] {Float.NaN, -value, value / 2}));

    assertEquals(power, scaled.power());
    assertEquals(shown, scaled.largest(), shown * RELATIVE_TOLERANCE);
    assertTrue(Float.isNaN(scaled.volume().valueAt(0, 0, 0)));
    assertEquals(-shown, scaled.volume().valueAt(1, 0, 0), shown * RELATIVE_TOLERANCE);
  }

  @Test
  void fewLargeVoxelsDoNotTakeTheWholeRange() {
    float[] values = new float[1000];
    Arrays.fill(values, 2);
    Arrays.fill(values, 0, 10, 500);
    var grid = new GridGeometry(1000, 1, 1, Vector3.ZERO, new Vector3(1, 1, 1));
    assertEquals(2, ScaledValues.of(VoxelValues.of(grid, values)).largest());
  }

  @Test
  void zeroEverywhereStillHasARange() {
    ScaledValues scaled = ScaledValues.of(VoxelValues.of(THREE, new float[3]));
    assertEquals(1, scaled.largest());
  }
}
