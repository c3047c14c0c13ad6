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

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.recourse.radiomics.image.SampleType;
import org.recourse.radiomics.image.VoxelBlock;
import org.recourse.radiomics.settings.Settings;

/** Filters against ITK, PyWavelets, scikit-image and SciPy; see testdata/README.md. */
class ReferenceFilterTest {

  /** Same operations in the same order: every bit is the same. */
  private static final double SAME_BITS = 0;

  /** sin, cos and exp may differ by one unit in the last place between libraries. */
  private static final double ONE_ULP_OF_SINGLE = 1.0 / (1 << 23);

  /** Order of summation over 42 samples differs. */
  private static final double SUMMATION = 1e-12;

  @ParameterizedTest
  @ValueSource(strings = {"coif1", "haar", "db4", "sym5", "coif3", "bior2.4", "rbio3.3", "dmey"})
  void waveletsAreThoseOfPyWavelets(String wavelet) throws IOException {
    var bands =
        ReferenceVolume.apply(
            new WaveletFilter(),
            ReferenceVolume.image(),
            Settings.empty().with("wavelet", wavelet));
    for (String band : new String[] {"LLH", "HLL", "HHH", "LLL"}) {
      check(wavelet + "-" + band, bands.get("wavelet-" + band), SAME_BITS);
    }
  }

  @Test
  void waveletsOfSinglePrecisionImagesAreTakenInSinglePrecision() throws IOException {
    VoxelBlock image =
        VoxelBlock.cast(ReferenceVolume.GRID, SampleType.FLOAT32, ReferenceVolume.values());
    var bands = ReferenceVolume.apply(new WaveletFilter(), image, Settings.empty());
    check("coif1-single-LLL", bands.get("wavelet-LLL"), SAME_BITS);
    check("coif1-single-HLH", bands.get("wavelet-HLH"), SAME_BITS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"LL", "LH", "HL", "HH"})
  void planarWaveletsLeaveOutOneAxis(String band) throws IOException {
    var bands =
        ReferenceVolume.apply(
            new WaveletFilter(), ReferenceVolume.image(), Settings.empty().with("force2D", true));
    assertEquals(4, bands.size());
    check("coif1-2D-" + band, bands.get("wavelet-" + band), SAME_BITS);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1.0, 2.0})
  void laplacianOfGaussianIsThatOfItk(double sigmaMm) throws IOException {
    var images =
        ReferenceVolume.apply(
            new LaplacianOfGaussianFilter(),
            ReferenceVolume.image(),
            Settings.empty().with("sigma", sigmaMm));
    String name = "log-sigma-" + Double.toString(sigmaMm).replace('.', '-') + "-mm-3D";
    check("log-" + sigmaMm, images.get(name), ONE_ULP_OF_SINGLE * 256);
  }

  @ParameterizedTest
  @CsvSource({"gradient, true", "gradient-voxels, false"})
  void gradientIsThatOfItk(String expected, boolean useSpacing) throws IOException {
    Map<String, VoxelBlock> images =
        ReferenceVolume.apply(
            new GradientFilter(),
            ReferenceVolume.image(),
            Settings.empty().with("gradientUseSpacing", useSpacing));
    check(expected, images.get("gradient"), SAME_BITS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"uniform", "default", "ror", "var"})
  void planarPatternIsThatOfScikitImage(String method) throws IOException {
    VoxelBlock image = VoxelBlock.ofFloat64(ReferenceVolume.GRID, ReferenceVolume.values());
    var images =
        ReferenceVolume.apply(
            new LocalBinaryPattern2dFilter(),
            image,
            Settings.empty().with("force2D", true).with("lbp2DMethod", method));
    check("lbp2-" + method, images.get("lbp-2D"), SUMMATION * 1e4);
  }

  @ParameterizedTest
  @ValueSource(strings = {"m1", "m2", "k"})
  void sphericalPatternIsThatOfPyRadiomics(String image) throws IOException {
    var images =
        ReferenceVolume.apply(
            new LocalBinaryPattern3dFilter(), ReferenceVolume.image(), Settings.empty());
    check("lbp3-" + image, images.get("lbp-3D-" + image), SUMMATION);
  }

  private static void check(String name, VoxelBlock actual, double tolerance) throws IOException {
    ReferenceVolume.expected("filters.csv", name)
        .forEach(
            (index, value) ->
                assertEquals(value, actual.valueAt(index), tolerance, name + " at " + index));
  }
}
