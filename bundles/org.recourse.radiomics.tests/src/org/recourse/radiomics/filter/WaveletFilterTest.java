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
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Random;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.recourse.grid.finding.Finding;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.radiomics.image.Region;
import org.recourse.radiomics.image.VoxelBlock;
import org.recourse.radiomics.settings.Settings;

class WaveletFilterTest {

  /** Rounding of sums of a few hundred terms. */
  private static final double ROUNDING = 1e-9;

  private static VoxelBlock random(int sizeX, int sizeY, int sizeZ, long seed) {
    var grid = new GridGeometry(sizeX, sizeY, sizeZ, new Vector3(0, 0, 0), new Vector3(1, 1, 1));
    return VoxelBlock.ofFloat64(
        grid, new Random(seed).doubles(grid.voxelCount(), -100, 100).toArray());
  }

  /** Orthogonal filters: the undecimated bands hold 2³ times the energy of the image. */
  @ParameterizedTest
  @ValueSource(strings = {"haar", "db2", "db7", "db20", "sym8", "sym20", "coif1", "coif5"})
  void orthogonalBandsHoldEightTimesTheEnergy(String wavelet) {
    VoxelBlock image = random(48, 44, 42, 3);
    double energy = 0;
    for (double value : image.toDoubles()) {
      energy += value * value;
    }
    double bands = 0;
    for (VoxelBlock band :
        ReferenceVolume.apply(new WaveletFilter(), image, Settings.empty().with("wavelet", wavelet))
            .values()) {
      for (double value : band.toDoubles()) {
        bands += value * value;
      }
    }
    assertEquals(8, bands / energy, ROUNDING * 10); // tables have 12 and more digits
  }

  @Test
  void constantImageOfTheJavadoc() {
    VoxelBlock image =
        VoxelBlock.ofIntegers(
            new GridGeometry(1, 3, 2, new Vector3(0, 0, 0), new Vector3(1, 1, 1)),
            new double[] {5, 5, 5, 5, 5, 5});
    var bands = ReferenceVolume.apply(new WaveletFilter(), image, Settings.empty());
    assertEquals(5 * Math.sqrt(8), bands.get("wavelet-LLL").valueAt(4), ROUNDING);
    assertEquals(0, bands.get("wavelet-HLH").valueAt(4), ROUNDING);
  }

  @Test
  void haarOfTheJavadocSumsNeighboursAlongX() {
    VoxelBlock image =
        VoxelBlock.ofIntegers(
            new GridGeometry(4, 2, 2, new Vector3(0, 0, 0), new Vector3(1, 1, 1)),
            new double[] {1, 2, 4, 8, 1, 2, 4, 8, 1, 2, 4, 8, 1, 2, 4, 8});
    var bands =
        ReferenceVolume.apply(new WaveletFilter(), image, Settings.empty().with("wavelet", "haar"));
    // out[i] = (in[i + 1] + in[i])/√2 along x, times √2 along y and z; the last wraps
    assertEquals((4 + 2) * Math.sqrt(2), bands.get("wavelet-LLL").valueAt(1), ROUNDING);
    assertEquals((1 + 8) * Math.sqrt(2), bands.get("wavelet-LLL").valueAt(3), ROUNDING);
    assertEquals(2 * Math.sqrt(2), Math.abs(bands.get("wavelet-HLL").valueAt(1)), ROUNDING);
  }

  @Test
  void namesAndOrderAreThoseOfPyRadiomics() {
    var bands =
        ReferenceVolume.apply(
            new WaveletFilter(), random(6, 5, 4, 1), Settings.empty().with("level", 2));
    assertEquals(
        List.of(
            "wavelet-LLH",
            "wavelet-LHL",
            "wavelet-LHH",
            "wavelet-HLL",
            "wavelet-HLH",
            "wavelet-HHL",
            "wavelet-HHH",
            "wavelet2-LLH",
            "wavelet2-LHL",
            "wavelet2-LHH",
            "wavelet2-HLL",
            "wavelet2-HLH",
            "wavelet2-HHL",
            "wavelet2-HHH",
            "wavelet2-LLL"),
        List.copyOf(bands.keySet()));
  }

  @Test
  void startLevelSkipsDetails() {
    VoxelBlock image = random(6, 8, 4, 1);
    var two = ReferenceVolume.apply(new WaveletFilter(), image, Settings.empty().with("level", 2));
    var second =
        ReferenceVolume.apply(new WaveletFilter(), image, Settings.empty().with("start_level", 1));
    assertEquals(
        two.get("wavelet2-HLH").valueAt(17), second.get("wavelet-HLH").valueAt(17), ROUNDING);
  }

  @ParameterizedTest
  @CsvSource({"0, wavelet-HH, 1", "2, wavelet-HH, 3"})
  void force2dDimensionCountsFromZ(int dimension, String band, int count) {
    var bands =
        ReferenceVolume.apply(
            new WaveletFilter(),
            random(6, 5, 3, 2),
            Settings.empty().with("force2D", true).with("force2Ddimension", dimension));
    assertEquals(4, bands.size());
    assertEquals(90, bands.get(band).toDoubles().length, "case " + count);
  }

  @Test
  void refusesUnknownWavelets() {
    var refusal = assertThrows(IllegalArgumentException.class, () -> WaveletFilters.named("db99"));
    assertEquals("unknown wavelet: db99", refusal.getMessage());
  }

  @Test
  void stopsWhenCancelled() {
    var monitor = new NullProgressMonitor();
    monitor.setCanceled(true);
    VoxelBlock image = random(4, 4, 4, 1);
    Region region = Region.of(image.geometry(), new byte[64]);
    assertThrows(
        OperationCanceledException.class,
        () -> new WaveletFilter().apply(image, region, Settings.empty(), new NoImages(), monitor));
  }

  private static final class NoImages implements FilterSink {

    @Override
    public void image(String name, VoxelBlock image) {
      throw new AssertionError("an image after cancelling: " + name);
    }

    @Override
    public void finding(Finding finding) {
      throw new AssertionError(finding.text());
    }
  }
}
