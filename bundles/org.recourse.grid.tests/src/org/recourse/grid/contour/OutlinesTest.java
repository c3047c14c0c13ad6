/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.grid.contour;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.recourse.grid.geometry.Axes;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.grid.volume.Mask;

class OutlinesTest {

  @Test
  void theOutlineOfADistanceIsTheCircle() {
    float[] field = new float[40 * 30];
    for (int i = 0; i < field.length; i++) {
      field[i] = (float) (9.3 - Math.hypot(i % 40 - 19.6, i / 40 - 14.2));
    }

    List<double[]> loops = LevelOutlines.of(field, 40, 30);

    assertEquals(1, loops.size());
    for (int i = 0; i < loops.getFirst().length; i += 2) {
      double r = Math.hypot(loops.getFirst()[i] - 19.6, loops.getFirst()[i + 1] - 14.2);
      assertEquals(9.3, r, 0.02); // second order in one lattice unit
    }
  }

  @Test
  void whatTouchesTheBorderIsClosedAlongIt() {
    float[] field = new float[12];
    java.util.Arrays.fill(field, 1);

    List<double[]> loops = LevelOutlines.of(field, 4, 3);

    assertEquals(1, loops.size());
    assertEquals(6, PlanarRegion.of(loops).areaMm2(), 1e-9);
    assertTrue(LevelOutlines.of(new float[12], 4, 3).isEmpty());
    assertThrows(IllegalArgumentException.class, () -> LevelOutlines.of(field, 5, 3));
  }

  /** Closed loops whose even-odd area holds every positive node and no other one. */
  @RepeatedTest(20)
  void loopsOfNoiseSeparateTheSigns(RepetitionInfo run) {
    var random = new Random(run.getCurrentRepetition());
    int sizeU = 1 + random.nextInt(8);
    int sizeV = 1 + random.nextInt(8);
    float[] padded = new float[(sizeU + 2) * (sizeV + 2)];
    java.util.Arrays.fill(padded, -1);
    for (int j = 1; j <= sizeV; j++) {
      for (int i = 1; i <= sizeU; i++) {
        padded[j * (sizeU + 2) + i] = random.nextFloat() - 0.5f;
      }
    }
    List<double[]> loops = LevelOutlines.of(padded, sizeU + 2, sizeV + 2);

    PlanarRegion region = PlanarRegion.of(loops);
    for (int i = 0; i < padded.length; i++) {
      assertEquals(padded[i] > 0, region.contains(i % (sizeU + 2) + 1e-7, i / (sizeU + 2) + 1e-7));
    }
  }

  /** A mask, its contours, and the mask of those contours are the same on any grid. */
  @RepeatedTest(20)
  void contoursOfAMaskGiveTheMaskBack(RepetitionInfo run) {
    var random = new Random(run.getCurrentRepetition());
    Axes axes =
        run.getCurrentRepetition() % 2 == 0
            ? Axes.PATIENT
            : Axes.ofRowAndColumn(new Vector3(0.8, 0.6, 0), new Vector3(0, 0, 1));
    var geometry =
        new GridGeometry(
            1 + random.nextInt(7),
            1 + random.nextInt(7),
            1 + random.nextInt(5),
            new Vector3(3, -8, 2),
            new Vector3(0.9, 1.7, 2.5),
            axes);
    Mask.Builder builder = Mask.builder(geometry);
    for (int z = 0; z < geometry.sizeZ(); z++) {
      var slice = new BitSet();
      for (int i = 0; i < geometry.sliceVoxelCount(); i++) {
        slice.set(i, random.nextInt(3) > 0);
      }
      builder.slice(z, slice);
    }
    Mask mask = builder.build();

    ContourSet contours = MaskOutlines.of(mask);
    try (var executor = SliceExecutor.ofThreads(1)) {
      Mask back =
          ContourRasteriser.rasterise(contours, geometry, executor, new NullProgressMonitor());
      for (int z = 0; z < geometry.sizeZ(); z++) {
        assertEquals(mask.slice(z), back.slice(z));
      }
    }
    double areaTimesDistance =
        ContourPlanes.of(contours, 2.5).planes().stream()
            .mapToDouble(plane -> plane.region().areaMm2() * 2.5)
            .sum();
    assertEquals(mask.volumeCm3() * 1000, areaTimesDistance, 1e-6);
  }

  @Test
  void anEmptyMaskHasNoContours() {
    var one = new GridGeometry(1, 1, 1, Vector3.ZERO, new Vector3(1, 1, 1));

    assertTrue(MaskOutlines.of(Mask.builder(one).build()).isEmpty());
  }
}
