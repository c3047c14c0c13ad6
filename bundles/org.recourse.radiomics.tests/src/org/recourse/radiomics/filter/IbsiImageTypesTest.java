/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiomics.filter;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.radiomics.image.VoxelBlock;
import org.recourse.radiomics.settings.Settings;

/** The filters of IBSI-2 as image types: names and settings; and the steered Riesz transform. */
class IbsiImageTypesTest {

  private static final double ROUNDING = 1e-9;
  private static final NullProgressMonitor MONITOR = new NullProgressMonitor();

  private static VoxelBlock random() {
    var grid = new GridGeometry(9, 10, 8, new Vector3(0, 0, 0), new Vector3(2, 2, 2));
    return VoxelBlock.ofFloat64(grid, new Random(5).doubles(grid.voxelCount()).toArray());
  }

  private static void assertMakes(
      ImageFilter filter, Settings settings, String name, VoxelBlock expected) {
    Map<String, VoxelBlock> images = ReferenceVolume.apply(filter, random(), settings);
    assertEquals(List.of(name), List.copyOf(images.keySet()));
    assertArrayEquals(expected.toDoubles(), images.get(name).toDoubles());
  }

  @Test
  void meanHasSupportDimensionsAndBoundary() {
    assertMakes(
        new MeanFilter(),
        Settings.empty()
            .with("meanSupport", 3)
            .with("filterDimensions", 2)
            .with("filterBoundary", "periodic"),
        "mean-3-2D",
        SeparableKernels.mean(3, 2, BoundaryCondition.PERIODIC).respond(random(), MONITOR));
  }

  @Test
  void laplacianHasOneImagePerSigma() {
    Settings settings = Settings.empty().with("sigma", List.of(2.0, 3.5)).with("logCutoff", 3);
    var images = ReferenceVolume.apply(new SampledLaplacianFilter(), random(), settings);
    assertEquals(
        List.of("logibsi-sigma-2-0-mm-3D", "logibsi-sigma-3-5-mm-3D"),
        List.copyOf(images.keySet()));
    assertArrayEquals(
        new SampledLaplacian(3.5, 3, 3, BoundaryCondition.MIRROR)
            .respond(random(), MONITOR)
            .toDoubles(),
        images.get("logibsi-sigma-3-5-mm-3D").toDoubles());
  }

  @Test
  void lawsHasKernelsPoolingAndEnergy() {
    SeparableKernels kernels =
        SeparableKernels.laws(
            List.of("E3", "W5", "R5"), BoundaryCondition.ZERO, Optional.of(Pooling.MAXIMUM));
    Settings settings =
        Settings.empty()
            .with("lawsKernels", "E3W5R5")
            .with("rotationPooling", "maximum")
            .with("filterBoundary", "zero");
    assertMakes(
        new LawsFilter(), settings, "laws-E3W5R5-maximum", kernels.respond(random(), MONITOR));
    assertMakes(
        new LawsFilter(),
        settings.with("lawsEnergyDistance", 2),
        "laws-E3W5R5-maximum-energy-2",
        kernels.energy(random(), 2, MONITOR));
  }

  @Test
  void gaborHasItsParameters() {
    assertMakes(
        new GaborImages(),
        Settings.empty()
            .with("gaborSigmaMm", 4)
            .with("gaborWavelengthMm", 6)
            .with("gaborAspectRatio", 0.5)
            .with("gaborOrientationStepDegrees", 90)
            .with("gaborOrthogonalPlanes", true)
            .with("gaborCutoff", 3)
            .with("filterBoundary", "nearest"),
        "gabor-sigma-4-0-mm-wavelength-6-0-mm-planes",
        new GaborFilter(4, 6, 0.5, Math.toRadians(90), true, 3, BoundaryCondition.NEAREST)
            .respond(random(), MONITOR));
  }

  @Test
  void separableWaveletHasBandsAndLevel() {
    var images =
        ReferenceVolume.apply(
            new SeparableWaveletFilter(),
            random(),
            Settings.empty()
                .with("wavelet", "db2")
                .with("waveletBands", "LLH, HHH")
                .with("level", 2));
    assertEquals(
        List.of("waveletibsi-db2-LLH-level2", "waveletibsi-db2-HHH-level2"),
        List.copyOf(images.keySet()));
    assertArrayEquals(
        SeparableKernels.wavelet("db2", "HHH", 2, BoundaryCondition.MIRROR, Optional.empty())
            .respond(random(), MONITOR)
            .toDoubles(),
        images.get("waveletibsi-db2-HHH-level2").toDoubles());
  }

  @Test
  void simoncelliAndRieszHaveLevelAndOrder() {
    assertMakes(
        new SimoncelliFilter(),
        Settings.empty().with("level", 2),
        "simoncelli-level2-3D",
        new SimoncelliWavelet(2, 3).respond(random(), MONITOR));
    assertMakes(
        new RieszFilter(),
        Settings.empty().with("rieszOrder", List.of(0.0, 2.0, 1.0)),
        "riesz-0-2-1-level1-3D",
        new SimoncelliWavelet(1, 0, 2, 1, 3).respond(random(), MONITOR));
    assertMakes(
        new RieszFilter(),
        Settings.empty().with("rieszOrder", List.of(2.0)).with("rieszSteeringSigmaMm", 3),
        "riesz-steered-2-sigma-3-0-mm-level1-3D",
        new SteeredRiesz(1, 2, 3, 3).respond(random(), MONITOR));
  }

  /** The wave of the Javadoc: half the Nyquist frequency along (3, 4, 0)/5. */
  @ParameterizedTest
  @ValueSource(ints = {2, 3})
  void steeringFindsTheDirectionOfAWave(int dimensions) {
    var grid = new GridGeometry(20, 20, 6, new Vector3(0, 0, 0), new Vector3(1, 1, 1));
    double[] values = new double[grid.voxelCount()];
    double[] phase = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      phase[i] = 2 * Math.PI * (3 * (i % 20) + 4 * (i / 20 % 20)) / 20;
      values[i] = Math.cos(phase[i]);
    }
    VoxelBlock image = VoxelBlock.ofFloat64(grid, values);
    double[] first = new SteeredRiesz(1, 1, 2, dimensions).respond(image, MONITOR).toDoubles();
    double[] second = new SteeredRiesz(1, 2, 2, dimensions).respond(image, MONITOR).toDoubles();
    for (int i = 0; i < values.length; i++) {
      assertEquals(Math.abs(Math.sin(phase[i])), first[i], SINGLE);
      assertEquals(-values[i], second[i], SINGLE);
    }
  }

  /** Directions are kept in single precision. */
  private static final double SINGLE = 1e-6;

  /** The steered response of an image turned by 90 degrees is the response, turned. */
  @Test
  void steeringTurnsWithTheImage() {
    var grid = new GridGeometry(8, 8, 8, new Vector3(0, 0, 0), new Vector3(1, 1, 1));
    double[] values = new Random(8).doubles(grid.voxelCount()).toArray();
    double[] turned = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      turned[turnedIndex(i)] = values[i];
    }
    var filter = new SteeredRiesz(2, 2, 1.5, 3);
    double[] response = filter.respond(VoxelBlock.ofFloat64(grid, values), MONITOR).toDoubles();
    double[] ofTurned = filter.respond(VoxelBlock.ofFloat64(grid, turned), MONITOR).toDoubles();
    for (int i = 0; i < values.length; i++) {
      assertEquals(response[i], ofTurned[turnedIndex(i)], SINGLE);
    }
  }

  /** x → y, y → −x on a periodic grid, where −x is 8 − x modulo 8. */
  private static int turnedIndex(int i) {
    int x = i % 8;
    int y = i / 8 % 8;
    int z = i / 64;
    return (z * 8 + x) * 8 + (8 - y) % 8;
  }

  @Test
  void principalAxisOfAKnownMatrix() {
    double[] axis = SymmetricAxes.principal(new double[][] {{2, 1, 0}, {1, 2, 0}, {0, 0, 1}});
    assertEquals(Math.sqrt(0.5), Math.abs(axis[0]), ROUNDING);
    assertEquals(axis[0], axis[1], ROUNDING);
    assertTrue(Math.abs(axis[2]) < ROUNDING);
  }
}
