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
import java.util.Optional;
import java.util.Random;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.radiomics.image.VoxelBlock;

/** Filters of IBSI-2 by their impulse responses and other closed forms. */
class IbsiFilterTest {

  private static final double ROUNDING = 1e-12;
  private static final NullProgressMonitor MONITOR = new NullProgressMonitor();
  private static final GridGeometry CUBE =
      new GridGeometry(15, 15, 15, new Vector3(0, 0, 0), new Vector3(2, 2, 2));
  private static final int MIDDLE = (7 * 15 + 7) * 15 + 7;

  private static VoxelBlock impulse() {
    double[] values = new double[CUBE.voxelCount()];
    values[MIDDLE] = 1;
    return VoxelBlock.ofFloat64(CUBE, values);
  }

  @ParameterizedTest
  @CsvSource({
    "ZERO, -1, -1", "NEAREST, -1, 0", "PERIODIC, -1, 3", "MIRROR, -1, 0", "MIRROR, -2, 1",
    "ZERO, 4, -1", "NEAREST, 5, 3", "PERIODIC, 5, 1", "MIRROR, 5, 2", "MIRROR, 2, 2"
  })
  void boundariesContinueTheImage(BoundaryCondition boundary, int position, int source) {
    assertEquals(source, boundary.source(position, 4));
  }

  @Test
  void meanOfAnImpulse() {
    VoxelBlock mean =
        SeparableKernels.mean(3, 3, BoundaryCondition.ZERO).respond(impulse(), MONITOR);
    assertEquals(1.0 / 27, mean.valueAt(MIDDLE + 1 + 15), ROUNDING);
    assertEquals(0, mean.valueAt(MIDDLE + 2));
    assertThrows(
        IllegalArgumentException.class, () -> SeparableKernels.mean(4, 3, BoundaryCondition.ZERO));
  }

  @Test
  void lawsImpulseResponseIsTheKernel() {
    VoxelBlock response =
        SeparableKernels.laws(List.of("E5", "L5", "S5"), BoundaryCondition.MIRROR, Optional.empty())
            .respond(impulse(), MONITOR);
    double scale = Math.sqrt(10) * Math.sqrt(70) * Math.sqrt(6);
    assertEquals(1 * 6 * 2 / scale, response.valueAt(MIDDLE + 2), ROUNDING);
    assertEquals(-2 * 4 * 2 / scale, response.valueAt(MIDDLE - 1 + 15), ROUNDING);
  }

  /** Rotating the image by 90 degrees about z rotates an invariant response with it. */
  @Test
  void pooledLawsResponseTurnsWithTheImage() {
    double[] values = new Random(4).doubles(CUBE.voxelCount()).toArray();
    double[] turned = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      turned[turnedIndex(i)] = values[i];
    }
    for (Pooling pooling : Pooling.values()) {
      SeparableKernels filter =
          SeparableKernels.laws(
              List.of("E3", "W5", "L3"), BoundaryCondition.MIRROR, Optional.of(pooling));
      VoxelBlock response = filter.respond(VoxelBlock.ofFloat64(CUBE, values.clone()), MONITOR);
      VoxelBlock ofTurned = filter.respond(VoxelBlock.ofFloat64(CUBE, turned.clone()), MONITOR);
      for (int i = 0; i < values.length; i += 37) {
        assertEquals(response.valueAt(i), ofTurned.valueAt(turnedIndex(i)), ROUNDING);
      }
    }
  }

  private static int turnedIndex(int i) {
    int x = i % 15;
    int y = i / 15 % 15;
    int z = i / 225;
    return (z * 15 + x) * 15 + 14 - y;
  }

  @Test
  void energyIsTheMeanMagnitude() {
    SeparableKernels filter =
        SeparableKernels.laws(List.of("E3", "L3"), BoundaryCondition.ZERO, Optional.empty());
    double[] response = filter.respond(impulse(), MONITOR).toDoubles();
    double sum = 0;
    for (int y = -1; y <= 1; y++) {
      for (int x = -1; x <= 1; x++) {
        sum += Math.abs(response[MIDDLE + y * 15 + x]);
      }
    }
    assertEquals(sum / 9, filter.energy(impulse(), 1, MONITOR).valueAt(MIDDLE), ROUNDING);
  }

  @Test
  void waveletLevelsSpreadTheFilters() {
    VoxelBlock response =
        SeparableKernels.wavelet("haar", "HL", 2, BoundaryCondition.PERIODIC, Optional.empty())
            .respond(impulse(), MONITOR);
    double sum = 0;
    double magnitude = 0;
    for (double value : response.toDoubles()) {
      sum += value;
      magnitude += Math.abs(value);
    }
    assertEquals(0, sum, ROUNDING);
    assertEquals(4, magnitude, ROUNDING); // 4 taps of 1/2 along x times 4 of 1/2 along y
  }

  @Test
  void laplacianOfAnImpulseOfTheJavadoc() {
    VoxelBlock response =
        new SampledLaplacian(3, 4, 3, BoundaryCondition.ZERO).respond(impulse(), MONITOR);
    double sigma = 1.5;
    double expected = -3 / (Math.pow(2 * Math.PI, 1.5) * Math.pow(sigma, 5));
    assertEquals(expected, response.valueAt(MIDDLE), ROUNDING);
    double away = expected * (1 - 2.0 / 3 / sigma / sigma) * Math.exp(-1 / sigma / sigma);
    assertEquals(away, response.valueAt(MIDDLE + 1 + 15), ROUNDING);
  }

  @Test
  void gaborOfAnImpulseOfTheJavadoc() {
    VoxelBlock response =
        new GaborFilter(4, 6, 0.5, Math.PI / 4, false, 3, BoundaryCondition.ZERO)
            .respond(impulse(), MONITOR);
    assertEquals(1, response.valueAt(MIDDLE), ROUNDING);
    assertEquals(0, response.valueAt(MIDDLE + 225), ROUNDING);
    VoxelBlock one =
        new GaborFilter(4, 6, 0.5, 2 * Math.PI, false, 3, BoundaryCondition.ZERO)
            .respond(impulse(), MONITOR);
    assertEquals(Math.exp(-4.0 / 8), one.valueAt(MIDDLE + 2), ROUNDING);
    assertEquals(Math.exp(-0.25 * 4.0 / 8), one.valueAt(MIDDLE + 2 * 15), ROUNDING);
    VoxelBlock three =
        new GaborFilter(4, 6, 0.5, 2 * Math.PI, true, 3, BoundaryCondition.ZERO)
            .respond(impulse(), MONITOR);
    assertEquals(1, three.valueAt(MIDDLE), ROUNDING);
  }

  @Test
  void simoncelliPassesHalfTheNyquistFrequency() {
    var grid = new GridGeometry(16, 12, 6, new Vector3(0, 0, 0), new Vector3(1, 1, 1));
    double[] values = new double[grid.voxelCount()];
    for (int i = 0; i < values.length; i++) {
      values[i] = Math.cos(Math.PI / 2 * (i % 16));
    }
    VoxelBlock image = VoxelBlock.ofFloat64(grid, values);
    VoxelBlock first = new SimoncelliWavelet(1, 3).respond(image, MONITOR);
    VoxelBlock third = new SimoncelliWavelet(3, 3).respond(image, MONITOR);
    VoxelBlock planar = new SimoncelliWavelet(1, 2).respond(image, MONITOR);
    VoxelBlock riesz = new SimoncelliWavelet(1, 1, 0, 0, 3).respond(image, MONITOR);
    for (int i = 0; i < values.length; i++) {
      assertEquals(values[i], first.valueAt(i), ROUNDING);
      assertEquals(0, third.valueAt(i), ROUNDING);
      assertEquals(values[i], planar.valueAt(i), ROUNDING);
      // the Riesz (Hilbert) transform of a cosine is a sine
      assertEquals(Math.sin(Math.PI / 2 * (i % 16)), riesz.valueAt(i), ROUNDING);
    }
  }

  /** The squares of all Riesz transforms of one order sum to the energy of the wavelet. */
  @Test
  void rieszTransformsShareTheEnergy() {
    var grid = new GridGeometry(9, 11, 7, new Vector3(0, 0, 0), new Vector3(1, 1, 1));
    VoxelBlock image =
        VoxelBlock.ofFloat64(grid, new Random(9).doubles(grid.voxelCount()).toArray());
    double expected = energy(new SimoncelliWavelet(1, 3).respond(image, MONITOR));
    double sum = 0;
    for (int x = 0; x <= 2; x++) {
      for (int y = 0; y <= 2 - x; y++) {
        sum += energy(new SimoncelliWavelet(1, x, y, 2 - x - y, 3).respond(image, MONITOR));
      }
    }
    assertEquals(expected, sum, expected * ROUNDING);
  }

  private static double energy(VoxelBlock image) {
    double energy = 0;
    for (double value : image.toDoubles()) {
      energy += value * value;
    }
    return energy;
  }

  @Test
  void stopsWhenCancelled() {
    var monitor = new NullProgressMonitor();
    monitor.setCanceled(true);
    assertThrows(
        OperationCanceledException.class,
        () -> new SimoncelliWavelet(1, 3).respond(impulse(), monitor));
    assertThrows(
        OperationCanceledException.class,
        () -> SeparableKernels.mean(3, 3, BoundaryCondition.ZERO).respond(impulse(), monitor));
  }
}
