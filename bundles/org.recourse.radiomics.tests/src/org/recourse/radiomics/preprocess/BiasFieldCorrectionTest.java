/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiomics.preprocess;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Random;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.junit.jupiter.api.Test;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.radiomics.filter.ReferenceVolume;
import org.recourse.radiomics.image.Region;
import org.recourse.radiomics.image.VoxelBlock;

class BiasFieldCorrectionTest {

  /** ITK sums in single precision; measured 5e-7 on this phantom. */
  private static final double SINGLE_PRECISION = 2e-5;

  private static BiasFieldResult correct(
      VoxelBlock image, Region region, int threads, IProgressMonitor monitor) {
    try (var executor = SliceExecutor.ofThreads(threads)) {
      return new BiasFieldCorrection(executor)
          .correct(image, region, BiasFieldParameters.defaults(), monitor);
    }
  }

  @Test
  void fieldIsThatOfItk() throws IOException {
    BiasFieldResult result =
        correct(BiasPhantom.image(), BiasPhantom.region(), 1, new NullProgressMonitor());
    ReferenceVolume.expected("preprocess.csv", "n4-log-field")
        .forEach(
            (index, value) ->
                assertEquals(value, result.logField().valueAt(index), SINGLE_PRECISION));
    assertEquals(5, result.levels().get(3).iterations());
  }

  @Test
  void theKnownBiasIsFoundUpToAFactor() {
    BiasFieldResult result =
        correct(BiasPhantom.image(), BiasPhantom.region(), 2, new NullProgressMonitor());
    Region region = BiasPhantom.region();
    var difference = new SampleStatistics();
    for (int i = 0; i < BiasPhantom.GRID.voxelCount(); i++) {
      if (region.contains(i)) {
        double known = BiasPhantom.logBias(i % 30, i / 30 % 26, i / 780);
        difference.add(result.logField().valueAt(i) - known);
      }
    }
    assertTrue(difference.standardDeviation() < 0.02, "scatter " + difference.standardDeviation());
  }

  @Test
  void everyNumberOfThreadsGivesTheSameBits() {
    float[] one =
        correct(BiasPhantom.image(), BiasPhantom.region(), 1, new NullProgressMonitor())
            .corrected()
            .toFloats();
    float[] three =
        correct(BiasPhantom.image(), BiasPhantom.region(), 3, new NullProgressMonitor())
            .corrected()
            .toFloats();
    assertArrayEquals(one, three);
  }

  @Test
  void nothingToCorrectIsTheFieldOne() {
    var empty = Region.of(BiasPhantom.GRID, new byte[BiasPhantom.GRID.voxelCount()]);
    BiasFieldResult result = correct(BiasPhantom.image(), empty, 1, new NullProgressMonitor());
    assertEquals(0, result.logField().valueAt(100));
    float[] flat = new float[BiasPhantom.GRID.voxelCount()];
    java.util.Arrays.fill(flat, 5);
    result =
        correct(
            VoxelBlock.ofFloat32(BiasPhantom.GRID, flat),
            BiasPhantom.region(),
            1,
            new NullProgressMonitor());
    assertEquals(5, result.corrected().valueAt(100));
  }

  @Test
  void stopsWhenCancelled() {
    var monitor = new NullProgressMonitor();
    monitor.setCanceled(true);
    assertThrows(
        OperationCanceledException.class,
        () -> correct(BiasPhantom.image(), BiasPhantom.region(), 1, monitor));
  }

  @Test
  void refinementKeepsTheSpline() {
    var coarse =
        new SplineLattice(new SplineAxis(9, 5), new SplineAxis(8, 4), new SplineAxis(7, 6));
    var random = new Random(5);
    for (int i = 0; i < coarse.values.length; i++) {
      coarse.values[i] = random.nextDouble();
    }
    SplineLattice fine = coarse.refined();
    double[] expected = row(coarse);
    double[] actual = row(fine);
    // all but the last voxel, which is moved by a thousandth of a voxel in both
    assertArrayEquals(expected, actual, 1e-12);
  }

  private static double[] row(SplineLattice lattice) {
    double[] plane = new double[lattice.planeSize()];
    double[] curve = new double[lattice.x.controlPointCount];
    double[] row = new double[9];
    lattice.planeOf(3, plane);
    lattice.rowOf(plane, 5, curve);
    lattice.curve(curve, 0, 9, row, 0);
    return row;
  }
}
