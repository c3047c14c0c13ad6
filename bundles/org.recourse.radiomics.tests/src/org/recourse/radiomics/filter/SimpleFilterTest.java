/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiomics.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.radiomics.image.VoxelBlock;
import org.recourse.radiomics.settings.Settings;

/** Worked examples and degenerate cases of the filters without a test of their own. */
class SimpleFilterTest {

  private static final double ROUNDING = 1e-12;

  /** The recursive filter approximates the Gaussian to some 10⁻³ of the response. */
  private static final double RECURSIVE_FIT = 5e-3;

  private static GridGeometry grid(int sizeX, int sizeY, int sizeZ, double spacingMm) {
    return new GridGeometry(
        sizeX, sizeY, sizeZ, new Vector3(0, 0, 0), new Vector3(spacingMm, spacingMm, spacingMm));
  }

  @ParameterizedTest
  @CsvSource({
    "SQUARE, square, 0.25, 4",
    "SQUARE_ROOT, squareroot, -2, 4",
    "LOGARITHM, logarithm, -1.7227062322935722, 4",
    "EXPONENTIAL, exponential, 0.7071067811865476, 4"
  })
  void intensityTransformsOfTheJavadoc(
      IntensityTransform filter, String name, double first, double second) {
    VoxelBlock image = VoxelBlock.ofIntegers(grid(2, 1, 1, 1), new double[] {-1, 4});
    VoxelBlock result = ReferenceVolume.apply(filter, image, Settings.empty()).get(name);
    assertEquals(first, result.valueAt(0), ROUNDING);
    assertEquals(second, result.valueAt(1), ROUNDING);
  }

  @Test
  void zeroImageHasNoIntensityTransform() {
    VoxelBlock image = VoxelBlock.ofIntegers(grid(1, 1, 1, 1), new double[1]);
    var result = ReferenceVolume.apply(IntensityTransform.LOGARITHM, image, Settings.empty());
    assertTrue(result.keySet().iterator().next().startsWith("finding: "));
    assertEquals(1, result.size());
  }

  @Test
  void gradientOfTheRampOfTheJavadoc() {
    VoxelBlock image = VoxelBlock.ofIntegers(grid(4, 1, 1, 2), new double[] {0, 3, 6, 9});
    VoxelBlock gradient =
        ReferenceVolume.apply(new GradientFilter(), image, Settings.empty()).get("gradient");
    assertEquals(0.75, gradient.valueAt(0), ROUNDING);
    assertEquals(1.5, gradient.valueAt(1), ROUNDING);
    assertEquals(0.75, gradient.valueAt(3), ROUNDING);
  }

  @Test
  void laplacianOfTheParabolaOfTheJavadoc() {
    int size = 61;
    double[] values = new double[size * 8 * 8];
    for (int i = 0; i < values.length; i++) {
      double xMm = (i % size - 30) * 0.5;
      values[i] = xMm * xMm;
    }
    VoxelBlock image = VoxelBlock.ofFloat64(grid(size, 8, 8, 0.5), values);
    VoxelBlock laplacian =
        ReferenceVolume.apply(
                new LaplacianOfGaussianFilter(), image, Settings.empty().with("sigma", 1.5))
            .get("log-sigma-1-5-mm-3D");
    double expected = 2 * 1.5 * 1.5;
    assertEquals(expected, laplacian.valueAt((4 * 8 + 4) * size + 30), expected * RECURSIVE_FIT);
  }

  @Test
  void laplacianOfASmallImageIsAFinding() {
    VoxelBlock image = VoxelBlock.ofIntegers(grid(4, 4, 3, 1), new double[48]);
    var result =
        ReferenceVolume.apply(
            new LaplacianOfGaussianFilter(), image, Settings.empty().with("sigma", 1.0));
    assertEquals(1, result.size());
    assertTrue(result.keySet().iterator().next().startsWith("finding: The image is too small"));
  }

  @Test
  void planarPatternOfAConstantPlane() {
    double[] values = new double[25];
    java.util.Arrays.fill(values, 7);
    VoxelBlock image = VoxelBlock.ofIntegers(grid(5, 5, 1, 1), values);
    var result =
        ReferenceVolume.apply(
            new LocalBinaryPattern2dFilter(), image, Settings.empty().with("force2D", true));
    assertEquals(8, result.get("lbp-2D").valueAt(12));
  }

  @Test
  void sphericalPatternWithoutSmallerSamples() {
    double[] values = new double[125];
    VoxelBlock image = VoxelBlock.ofIntegers(grid(5, 5, 5, 1), values);
    byte[] inside = new byte[125];
    inside[62] = 1;
    var images = new java.util.HashMap<String, VoxelBlock>();
    new LocalBinaryPattern3dFilter()
        .apply(
            image,
            org.recourse.radiomics.image.Region.of(image.geometry(), inside),
            Settings.empty(),
            new FilterSink() {
              @Override
              public void image(String name, VoxelBlock block) {
                images.put(name, block);
              }

              @Override
              public void finding(org.recourse.grid.finding.Finding finding) {
                throw new AssertionError(finding.text());
              }
            },
            new org.eclipse.core.runtime.NullProgressMonitor());
    double expected = 42 * Math.sqrt(42) / (4 * Math.PI);
    assertEquals(expected, images.get("lbp-3D-m1").valueAt(62), ROUNDING * 100);
    assertEquals(0, images.get("lbp-3D-m1").valueAt(61));
    assertEquals(-3, images.get("lbp-3D-k").valueAt(62));
  }

  @Test
  void sphericalHarmonicOfTheJavadoc() {
    assertEquals(1 / Math.sqrt(4 * Math.PI), SphericalHarmonics.at(0, 0, 1, 2)[0], ROUNDING);
    assertEquals(42, new Icosphere(1, 1).count());
  }
}
