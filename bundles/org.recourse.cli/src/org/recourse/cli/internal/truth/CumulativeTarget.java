/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cli.internal.truth;

import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.resample.TrilinearSampler;
import org.recourse.grid.volume.DoseGrid;

/**
 * Cumulative EQD2 in the two halves of a target as generalised means, with their slopes. Immutable.
 *
 * <p>EQD2 of a physical dose D in n fractions is D (D/n + α/β) / (2 Gy + α/β) with α/β = 3 Gy.
 */
final class CumulativeTarget {

  private static final double ALPHA_BETA_GY = 3;
  private static final double LEAST_EQD2_GY = 1e-3;

  private final TargetPoints points;
  private final double[] firstPosteriorEqd2Gy;
  private final double[] firstAnteriorEqd2Gy;

  CumulativeTarget(TargetPoints points, DoseGrid firstCourse, int firstFractionCount) {
    this.points = points;
    firstPosteriorEqd2Gy = eqd2(points.posterior(), firstCourse, firstFractionCount);
    firstAnteriorEqd2Gy = eqd2(points.anterior(), firstCourse, firstFractionCount);
  }

  private double[] eqd2(int[] positions, DoseGrid dose, int fractions) {
    double[] doses = doses(positions, dose);
    for (int i = 0; i < doses.length; i++) {
      doses[i] = eqd2Gy(doses[i], fractions);
    }
    return doses;
  }

  private double[] doses(int[] positions, DoseGrid dose) {
    GridGeometry geometry = points.geometry();
    double[] doses = new double[positions.length];
    if (dose.geometry().equals(geometry)) {
      int slice = geometry.sliceVoxelCount();
      for (int i = 0; i < doses.length; i++) {
        int p = positions[i];
        int z = p / slice;
        int y = (p - z * slice) / geometry.sizeX();
        doses[i] = dose.doseGyAt(p - z * slice - y * geometry.sizeX(), y, z);
      }
    } else {
      TrilinearSampler sampler = TrilinearSampler.of(dose);
      for (int i = 0; i < doses.length; i++) {
        doses[i] = sampler.sampleOr(geometry.centreMm(positions[i]), 0);
      }
    }
    return doses;
  }

  private static double eqd2Gy(double doseGy, int fractions) {
    return doseGy * (doseGy / fractions + ALPHA_BETA_GY) / (2 + ALPHA_BETA_GY);
  }

  /** Half of the target. */
  enum Half {
    POSTERIOR,
    ANTERIOR
  }

  private int[] positions(Half half) {
    return half == Half.POSTERIOR ? points.posterior() : points.anterior();
  }

  private double[] cumulative(Half half, DoseGrid planned, int fractions) {
    double[] sum = eqd2(positions(half), planned, fractions);
    double[] first = half == Half.POSTERIOR ? firstPosteriorEqd2Gy : firstAnteriorEqd2Gy;
    for (int i = 0; i < sum.length; i++) {
      sum[i] = Math.max(LEAST_EQD2_GY, sum[i] + first[i]);
    }
    return sum;
  }

  /** Returns the logarithm of the generalised mean of the cumulative EQD2. */
  double logMean(Half half, DoseGrid planned, int fractions, double exponent) {
    double[] sum = cumulative(half, planned, fractions);
    return Math.log(largest(sum)) + Math.log(scaledPower(sum, exponent)) / exponent;
  }

  private static double largest(double[] values) {
    double largest = LEAST_EQD2_GY;
    for (double value : values) {
      largest = Math.max(largest, value);
    }
    return largest;
  }

  private static double scaledPower(double[] values, double exponent) {
    double largest = largest(values);
    double sum = 0;
    for (double value : values) {
      sum += Math.pow(value / largest, exponent);
    }
    return sum / Math.max(1, values.length);
  }

  /** Adds {@code factor} times the slope of that logarithm per Gy of planned dose. */
  void addSlope(
      Half half, DoseGrid planned, int fractions, double exponent, double factor, float[] perGy) {
    double[] sum = cumulative(half, planned, fractions);
    double largest = largest(sum);
    double power = scaledPower(sum, exponent) * sum.length;
    double[] doses = doses(positions(half), planned);
    for (int i = 0; i < sum.length; i++) {
      double ofEqd2 = Math.pow(sum[i] / largest, exponent - 1) / (largest * power);
      double ofDose = (2 * doses[i] / fractions + ALPHA_BETA_GY) / (2 + ALPHA_BETA_GY);
      perGy[positions(half)[i]] += (float) (factor * ofEqd2 * ofDose);
    }
  }

  TargetPoints points() {
    return points;
  }
}
