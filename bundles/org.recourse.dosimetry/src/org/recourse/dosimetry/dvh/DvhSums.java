/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.dosimetry.dvh;

import java.util.Optional;

/** Sums the samples of one dose up to a histogram. Used once by one thread. */
final class DvhSums {

  private static final double MM3_PER_CM3 = 1000;

  private final DosePoints points;
  private final float[] doseGy;
  private final double meanGy;
  private final double halfMeanGy;
  private float halfMinGy = Float.POSITIVE_INFINITY;
  private float halfMaxGy = Float.NEGATIVE_INFINITY;
  private float minGy = Float.POSITIVE_INFINITY;
  private float maxGy = Float.NEGATIVE_INFINITY;

  DvhSums(DosePoints points, float[] doseGy) {
    this.points = points;
    this.doseGy = doseGy;
    double volume = 0;
    double doseVolume = 0;
    double halfVolume = 0;
    double halfDoseVolume = 0;
    for (int i = 0; i < doseGy.length; i++) {
      double v = points.volumeMm3(i);
      volume += v;
      doseVolume += v * doseGy[i];
      minGy = Math.min(minGy, doseGy[i]);
      maxGy = Math.max(maxGy, doseGy[i]);
      if ((i & 1) == 0) {
        halfVolume += v;
        halfDoseVolume += v * doseGy[i];
        halfMinGy = Math.min(halfMinGy, doseGy[i]);
        halfMaxGy = Math.max(halfMaxGy, doseGy[i]);
      }
    }
    meanGy = doseVolume / volume;
    halfMeanGy = halfDoseVolume / halfVolume;
  }

  /** Takes a dose without volume into the extremes. */
  void widen(float dose) {
    minGy = Math.min(minGy, dose);
    maxGy = Math.max(maxGy, dose);
  }

  float minGy() {
    return minGy;
  }

  float maxGy() {
    return maxGy;
  }

  Dvh dvh(double structureVolumeMm3, Optional<ShapeConvention> shape) {
    // The curve begins at 0 Gy, or below where a difference of doses is negative.
    double firstGy = Math.min(0, Math.floor(minGy / Dvh.BIN_GY) * Dvh.BIN_GY);
    int bins = (int) Math.floor((maxGy - firstGy) / Dvh.BIN_GY) + 1;
    double[] even = new double[bins + 1];
    double[] odd = new double[bins + 1];
    for (int i = 0; i < doseGy.length; i++) {
      int bin = Math.min((int) ((doseGy[i] - firstGy) / Dvh.BIN_GY), bins - 1);
      double[] half = (i & 1) == 0 ? even : odd;
      half[bin] += points.volumeMm3(i);
    }
    double[] whole = new double[bins + 1];
    for (int bin = bins - 1; bin >= 0; bin--) {
      even[bin] += even[bin + 1];
      odd[bin] += odd[bin + 1];
      whole[bin] = (even[bin] + odd[bin]) / MM3_PER_CM3;
    }
    var half = new HalfSamples(halfMeanGy, halfMinGy, halfMaxGy, even);
    return new Dvh(
        structureVolumeMm3 / MM3_PER_CM3, shape, meanGy, minGy, maxGy, firstGy, whole, half);
  }
}
