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
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.volume.DoseGrid;

class SceneProbeTest {

  /** A palette entry is 1/1023 of the range. */
  private static final double PALETTE_STEP_GY = 60.0 / 1023;

  private static final GridGeometry GEOMETRY =
      new GridGeometry(4, 3, 2, new Vector3(-5, 7, 20), new Vector3(1, 2, 3));

  @Test
  void readsVoxelCentresAndNothingOutside() {
    DoseGrid dose = random(1);
    DoseLayer layer = layer(dose);

    assertEquals(
        dose.doseGyAt(2, 1, 1),
        SceneProbe.doseGy(layer, GEOMETRY.toPatientMm(2, 1, 1)).orElseThrow(),
        1e-5);
    assertTrue(SceneProbe.doseGy(layer, GEOMETRY.toPatientMm(3.45, 1, 1)).isPresent());
    assertTrue(SceneProbe.doseGy(layer, GEOMETRY.toPatientMm(3.55, 1, 1)).isEmpty());
  }

  /** What the probe says is what the pixel shows. */
  @RepeatedTest(10)
  void agreesWithThePixels(RepetitionInfo run) {
    var random = new Random(run.getCurrentRepetition());
    DoseGrid dose = random(run.getCurrentRepetition());
    DoseLayer layer = layer(dose);
    Vector3 pointMm =
        GEOMETRY.toPatientMm(
            -0.4 + random.nextDouble() * 3.8,
            -0.4 + random.nextDouble() * 2.8,
            -0.4 + random.nextDouble() * 1.8);
    for (Orientation orientation : Orientation.values()) {
      SlicePlane plane = SlicePlane.through(orientation, pointMm);
      var view = new ViewTransform(plane.uMm(pointMm), plane.vMm(pointMm), 40, 1);
      RenderedFrame frame =
          RenderedFrame.of(new SliceScene(plane, List.of(), List.of(layer), List.of()), view, 3, 3);
      double probedGy = SceneProbe.doseGy(layer, pointMm).orElseThrow();
      assertEquals(
          DosePalette.VIRIDIS.rgb(probedGy / 60) >> 8 & 0xff,
          frame.rgb(1, 1) >> 8 & 0xff,
          1 + 255 * PALETTE_STEP_GY / 60);
    }
  }

  private static DoseLayer layer(DoseGrid dose) {
    return new DoseLayer(dose, new DoseWash(DosePalette.VIRIDIS, 60, 0, 1), List.of());
  }

  private static DoseGrid random(int seed) {
    var random = new Random(seed);
    DoseGrid.Builder builder = DoseGrid.builder(GEOMETRY);
    for (int z = 0; z < GEOMETRY.sizeZ(); z++) {
      float[] slice = new float[GEOMETRY.sliceVoxelCount()];
      for (int i = 0; i < slice.length; i++) {
        slice[i] = 60 * random.nextFloat();
      }
      builder.slice(z, slice);
    }
    return builder.build();
  }
}
