/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.registration.internal;

import java.util.Arrays;

/**
 * Carries an intensity to a position between 0 and 1 so that histogram bins of equal width there
 * are narrow where intensities are frequent: the density of bins goes with the cube root of that of
 * the voxels, which loses least (Panter and Dite 1951, doi:10.1109/JRPROC.1951.230419). Without it,
 * air and bone take most bins of a CT and soft tissue shares two.
 */
final class IntensityBins {

  private static final int CELLS = 512;
  private static final int SMOOTHED_OVER = 8; // cells to each side, so that the slope is gentle
  private static final int SUBSET = 200_000;
  private static final double TAIL = 0.001; // intensities beyond this quantile share a bin
  private static final double FLOOR = 1e-5; // share of voxels that even an empty cell stands for

  private final float lowest;
  private final float cellsPerUnit;
  private final float[] position = new float[CELLS + 1];

  private IntensityBins(float lowest, float highest, FloatVolume volume) {
    this.lowest = lowest;
    cellsPerUnit = CELLS / Math.max(highest - lowest, 1e-6f);
    double[] share = new double[CELLS];
    int step = Math.max(1, volume.values.length / SUBSET);
    double each = (double) step / volume.values.length;
    for (int i = 0; i < volume.values.length; i += step) {
      share[cell(volume.values[i])] += each;
    }
    double[] density = new double[CELLS];
    for (int c = 0; c < CELLS; c++) {
      int from = Math.max(0, c - SMOOTHED_OVER);
      int to = Math.min(CELLS, c + SMOOTHED_OVER + 1);
      density[c] = Math.cbrt(Arrays.stream(share, from, to).sum() / (to - from) + FLOOR);
    }
    double total = Arrays.stream(density).sum();
    double sum = 0;
    for (int c = 0; c < CELLS; c++) {
      sum += density[c] / total;
      position[c + 1] = (float) sum;
    }
  }

  static IntensityBins of(FloatVolume volume) {
    return new IntensityBins(volume.quantile(TAIL), volume.quantile(1 - TAIL), volume);
  }

  private int cell(float intensity) {
    return Math.clamp((int) ((intensity - lowest) * cellsPerUnit), 0, CELLS - 1);
  }

  /** Returns the position, 0 and 1 beyond the ends. */
  float position(float intensity) {
    float at = (intensity - lowest) * cellsPerUnit;
    int cell = Math.clamp((int) at, 0, CELLS - 1);
    float t = Math.clamp(at - cell, 0f, 1f);
    return position[cell] + t * (position[cell + 1] - position[cell]);
  }

  /** Returns the derivative of the position by the intensity. */
  float slope(float intensity) {
    int cell = cell(intensity);
    return (position[cell + 1] - position[cell]) * cellsPerUnit;
  }
}
