/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiomics.preprocess;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.Arrays;
import java.util.OptionalDouble;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.radiomics.filter.ReferenceVolume;
import org.recourse.radiomics.image.IndexBox;
import org.recourse.radiomics.image.VoxelBlock;

class ImageResamplerTest {

  private static final double ROUNDING = 1e-12;

  private static final GridGeometry TARGET =
      new GridGeometry(13, 12, 9, new Vector3(-2.9, 5.1, 2.5), new Vector3(0.5, 0.6, 2));

  @ParameterizedTest
  @EnumSource(Interpolation.class)
  void wholeNumbersAreThoseOfItkToTheLastUnit(Interpolation interpolation) throws IOException {
    try (var executor = SliceExecutor.ofThreads(2)) {
      VoxelBlock resampled =
          new ImageResampler(executor)
              .resample(ReferenceVolume.image(), TARGET, interpolation, new NullProgressMonitor());
      ReferenceVolume.expected("preprocess.csv", interpolation.name().toLowerCase())
          .forEach((index, value) -> assertEquals(value, resampled.valueAt(index)));
    }
  }

  @ParameterizedTest
  @EnumSource(Interpolation.class)
  void theOwnGridChangesNothing(Interpolation interpolation) {
    try (var executor = SliceExecutor.ofThreads(1)) {
      VoxelBlock real = VoxelBlock.ofFloat64(ReferenceVolume.GRID, ReferenceVolume.values());
      VoxelBlock resampled =
          new ImageResampler(executor)
              .resample(real, ReferenceVolume.GRID, interpolation, new NullProgressMonitor());
      for (int i = 0; i < ReferenceVolume.GRID.voxelCount(); i++) {
        assertEquals(real.valueAt(i), resampled.valueAt(i), ROUNDING * 1e3);
      }
    }
  }

  @Test
  void oneVoxelIsContinuedByHalfAVoxel() {
    var one = new GridGeometry(1, 1, 1, new Vector3(0, 0, 0), new Vector3(2, 2, 2));
    var fine = new GridGeometry(4, 1, 1, new Vector3(-1.5, 0, 0), new Vector3(1, 1, 1));
    try (var executor = SliceExecutor.ofThreads(1)) {
      VoxelBlock resampled =
          new ImageResampler(executor)
              .resample(
                  VoxelBlock.ofFloat64(one, new double[] {7}),
                  fine,
                  Interpolation.BSPLINE,
                  new NullProgressMonitor());
      double[] values = resampled.toDoubles();
      assertEquals(0, values[0]);
      assertEquals(7, values[1], ROUNDING * 100);
      assertEquals(7, values[2], ROUNDING * 100);
      assertEquals(0, values[3]);
    }
  }

  @Test
  void cornerAlignedGridOfTheJavadoc() {
    var grid = new GridGeometry(10, 10, 1, new Vector3(0, 0, 0), new Vector3(2, 2, 4));
    GridGeometry target =
        ResamplingGrid.cornerAligned(grid, new IndexBox(4, 4, 0, 5, 5, 0), new Vector3(1, 0, 1), 1);
    assertEquals(7, target.sizeX());
    assertEquals(5.5, target.originMm().x(), ROUNDING);
    assertEquals(new Vector3(1, 2, 4), target.spacingMm());
    assertEquals(1, target.sizeZ());
  }

  @Test
  void centreAlignedGridOfTheJavadoc() {
    var grid = new GridGeometry(5, 1, 1, new Vector3(0, 0, 0), new Vector3(2, 2, 2));
    GridGeometry target = ResamplingGrid.centreAligned(grid, new Vector3(3, 0, 2));
    assertEquals(4, target.sizeX());
    assertEquals(-0.5, target.originMm().x(), ROUNDING);
    assertEquals(1, target.sizeY());
  }

  @Test
  void interpolationsAreNamedAsInParameterFiles() {
    assertEquals(Interpolation.BSPLINE, Interpolation.named("sitkBSpline"));
    assertEquals(Interpolation.LINEAR, Interpolation.named("2"));
    assertThrows(IllegalArgumentException.class, () -> Interpolation.named("sitkGaussian"));
  }

  @Test
  void normalisationOfTheJavadoc() {
    var grid = new GridGeometry(3, 1, 1, new Vector3(0, 0, 0), new Vector3(1, 1, 1));
    VoxelBlock image = VoxelBlock.ofIntegers(grid, new double[] {1, 2, 3});
    VoxelBlock whole = Normalisation.ofWholeImage(image, 1, OptionalDouble.empty());
    assertEquals("[-1.0, 0.0, 1.0]", Arrays.toString(whole.toDoubles()));
    VoxelBlock clipped = Normalisation.ofWholeImage(image, 100, OptionalDouble.of(0.5));
    assertEquals("[-50.0, 0.0, 50.0]", Arrays.toString(clipped.toDoubles()));
    VoxelBlock flat = VoxelBlock.ofIntegers(grid, new double[] {2, 2, 2});
    assertThrows(
        IllegalArgumentException.class,
        () -> Normalisation.ofWholeImage(flat, 1, OptionalDouble.empty()));
  }
}
