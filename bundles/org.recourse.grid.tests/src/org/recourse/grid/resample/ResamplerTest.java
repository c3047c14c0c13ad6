/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.grid.resample;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.junit.jupiter.api.Test;
import org.recourse.grid.geometry.AffineTransform;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.RandomGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.grid.volume.DoseGrid;
import org.recourse.grid.volume.ImageVolume;

class ResamplerTest {

  /** Linear fields are reproduced up to the rounding of float voxels of about 100. */
  private static final double FLOAT_ROUNDING = 5e-5;

  private final RandomGeometry random = new RandomGeometry(7);

  @Test
  void linearFieldSurvivesRotatedGridsAndFrames() {
    GridGeometry source =
        new GridGeometry(
            30, 25, 20, new Vector3(-40, -40, -40), new Vector3(3, 4, 5), random.axes());
    Vector3 centre = source.toPatientMm(15, 12, 10);
    AffineTransform targetToSource = random.rigid();
    Vector3 targetCentre = targetToSource.inverse().apply(centre);
    var target =
        new GridGeometry(
            9, 8, 7, targetCentre.minus(new Vector3(8, 8, 8)), new Vector3(2, 2.5, 1.5));
    DoseGrid dose = linear(source);

    DoseGrid resampled;
    try (var executor = SliceExecutor.ofThreads(2)) {
      resampled =
          Resampler.resample(dose, target, targetToSource, executor, new NullProgressMonitor());
    }

    for (int i = 0; i < target.voxelCount(); i++) {
      int x = i % 9;
      int y = i / 9 % 8;
      int z = i / 72;
      double expected = field(targetToSource.apply(target.toPatientMm(x, y, z)));
      assertEquals(expected, resampled.doseGyAt(i), FLOAT_ROUNDING);
    }
  }

  @Test
  void resultDoesNotDependOnTheNumberOfThreads() {
    var source = new GridGeometry(9, 9, 9, Vector3.ZERO, new Vector3(2, 2, 2));
    var target = new GridGeometry(13, 11, 17, new Vector3(1, 1, 1), new Vector3(1, 1, 1));
    float[][] results = new float[2][target.sliceVoxelCount()];
    for (int threads = 1; threads <= 2; threads++) {
      try (var executor = SliceExecutor.ofThreads(threads)) {
        Resampler.resample(
                linear(source),
                target,
                AffineTransform.IDENTITY,
                executor,
                new NullProgressMonitor())
            .copySlice(5, results[threads - 1]);
      }
    }
    assertArrayEquals(results[0], results[1]);
  }

  @Test
  void outsideOfTheSourceTheDoseIsZeroAndTheImageWhatTheCallerSays() {
    var source = new GridGeometry(2, 2, 2, Vector3.ZERO, new Vector3(1, 1, 1));
    var target = new GridGeometry(5, 1, 1, new Vector3(-1, 0, 0), new Vector3(0.5, 1, 1));
    float[] slice = {1, 1, 1, 1};
    DoseGrid dose = DoseGrid.builder(source).slice(0, slice).slice(1, slice).build();
    ImageVolume image = ImageVolume.builder(source).slice(0, slice).slice(1, slice).build();

    float[] doses = new float[5];
    float[] intensities = new float[5];
    try (var executor = SliceExecutor.ofThreads(1)) {
      var monitor = new NullProgressMonitor();
      Resampler.resample(dose, target, AffineTransform.IDENTITY, executor, monitor)
          .copySlice(0, doses);
      Resampler.resample(image, target, AffineTransform.IDENTITY, -1000, executor, monitor)
          .copySlice(0, intensities);
    }
    assertArrayEquals(new float[] {0, 1, 1, 1, 1}, doses);
    assertArrayEquals(new float[] {-1000, 1, 1, 1, 1}, intensities);
  }

  @Test
  void stopsWhenCancelled() {
    var geometry = new GridGeometry(2, 2, 2, Vector3.ZERO, new Vector3(1, 1, 1));
    var monitor = new NullProgressMonitor();
    monitor.setCanceled(true);
    try (var executor = SliceExecutor.ofThreads(1)) {
      assertThrows(
          OperationCanceledException.class,
          () ->
              Resampler.resample(
                  linear(geometry), geometry, AffineTransform.IDENTITY, executor, monitor));
    }
  }

  @Test
  void aSingleVoxelFillsItsBoxAndNothingElse() {
    var one = new GridGeometry(1, 1, 1, new Vector3(10, 0, 0), new Vector3(4, 2, 2));
    var sampler = TrilinearSampler.of(DoseGrid.builder(one).slice(0, new float[] {7}).build());

    assertEquals(7, sampler.sampleOr(10, 0, 0, -1));
    assertEquals(7, sampler.sampleOr(12, 1, -1, -1));
    assertEquals(-1, sampler.sampleOr(12.1, 0, 0, -1));
    assertEquals(-1, sampler.sampleOr(10, 0, 1.1, -1));
    assertEquals(-1, sampler.sampleOr(Double.NaN, 0, 0, -1));
  }

  private static double field(Vector3 p) {
    return 100 + 0.5 * p.x() - 0.25 * p.y() + 0.125 * p.z();
  }

  private static DoseGrid linear(GridGeometry geometry) {
    DoseGrid.Builder dose = DoseGrid.builder(geometry);
    for (int z = 0; z < geometry.sizeZ(); z++) {
      float[] slice = new float[geometry.sliceVoxelCount()];
      for (int i = 0; i < slice.length; i++) {
        int x = i % geometry.sizeX();
        int y = i / geometry.sizeX();
        slice[i] = (float) field(geometry.toPatientMm(x, y, z));
      }
      dose.slice(z, slice);
    }
    return dose.build();
  }
}
