/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiobiology.response;

import org.recourse.dosimetry.dvh.Dvh;

/**
 * Generalised equivalent uniform dose: the uniform dose taken to have the effect of a distribution.
 * Immutable.
 *
 * <p>gEUD = (Σ v_i · D_i^a)^(1/a) with volume parts v_i of sum 1. Source: Q. Wu et al., Int J
 * Radiat Oncol Biol Phys 52 (2002) 224, doi:10.1016/S0360-3016(01)02585-8 (after A. Niemierko, Med
 * Phys 26 (1999) 1100). a = 1 is the mean; large positive a tends to the maximum (serial organs, a
 * = 1/n of the Lyman model), large negative a to the minimum (targets).
 *
 * <p>Degenerate cases: with a negative a, any volume at 0 Gy (and for a histogram at most −1 any
 * that starts at 0 Gy) makes the gEUD 0 Gy; a = 0 is refused.
 *
 * <p>Worked example: half of the volume at 60 Gy and half at 20 Gy: a = 1 40 Gy, a = 8 55.0213 Gy,
 * a = −10 21.4354 Gy.
 *
 * @param a finite, not 0
 */
public record GeneralisedEud(double a) {

  public GeneralisedEud {
    if (!(Double.isFinite(a) && a != 0)) {
      throw new IllegalArgumentException("a must be finite and not 0: " + a);
    }
  }

  /**
   * Returns the gEUD, Gy, of volume parts with one dose each.
   *
   * @param doseGy dose of each part, finite and not negative
   * @param volume size of each part in any unit, not negative, in sum greater than 0
   */
  public double ofPartsGy(double[] doseGy, double[] volume) {
    requireSameLength(doseGy, volume);
    double largestGy = 0;
    double whole = 0;
    for (int i = 0; i < doseGy.length; i++) {
      requireDose(doseGy[i]);
      requireVolume(volume[i]);
      whole += volume[i];
      if (volume[i] > 0) {
        largestGy = Math.max(largestGy, doseGy[i]);
      }
    }
    requireWhole(whole);
    if (largestGy == 0) {
      return 0;
    }
    double sum = 0;
    for (int i = 0; i < doseGy.length; i++) {
      if (volume[i] > 0) { // relative to the largest dose, so that large powers do not overflow
        sum += volume[i] / whole * Math.pow(doseGy[i] / largestGy, a);
      }
    }
    return largestGy * Math.pow(sum, 1 / a);
  }

  /**
   * Returns the gEUD, Gy, of a cumulative histogram that is linear between its points: the power is
   * integrated exactly over each interval, so the result does not depend on how finely a curve is
   * divided.
   *
   * @param doseGy doses of the points, finite, not negative, increasing; at least two
   * @param cumulativeVolume volume that gets at least that dose, in any unit, not increasing; what
   *     is left at the last point is counted at its dose, what is missing at the first point never
   *     existed
   */
  public double ofCumulativeGy(double[] doseGy, double[] cumulativeVolume) {
    requireSameLength(doseGy, cumulativeVolume);
    int last = doseGy.length - 1;
    if (last < 1) {
      throw new IllegalArgumentException("a histogram has at least two points: " + doseGy.length);
    }
    double whole = cumulativeVolume[0];
    requireWhole(whole);
    requireDose(doseGy[0]);
    double largestGy = 0;
    for (int i = 1; i <= last; i++) {
      requireDose(doseGy[i]);
      if (!(doseGy[i] > doseGy[i - 1] && cumulativeVolume[i] <= cumulativeVolume[i - 1])) {
        throw new IllegalArgumentException("not a cumulative histogram at point " + i);
      }
      if (cumulativeVolume[i - 1] > 0) {
        largestGy = doseGy[i];
      }
    }
    requireVolume(cumulativeVolume[last]);
    double sum = 0;
    for (int i = 1; i <= last; i++) {
      double part = (cumulativeVolume[i - 1] - cumulativeVolume[i]) / whole;
      if (part > 0) {
        sum += part * meanPower(doseGy[i - 1] / largestGy, doseGy[i] / largestGy);
      }
    }
    double rest = cumulativeVolume[last] / whole;
    if (rest > 0) {
      sum += rest * Math.pow(doseGy[last] / largestGy, a);
    }
    return largestGy * Math.pow(sum, 1 / a);
  }

  /** Returns the gEUD, Gy, of the part of a structure that lies inside the dose grid. */
  public double ofDvhGy(Dvh dvh) {
    return ofCumulativeGy(dvh.curveDoseGy(), dvh.curveVolumeCm3());
  }

  /** Returns the mean of x^a over the interval; infinite where the integral diverges. */
  private double meanPower(double lower, double upper) {
    if (a == -1) {
      return Math.log(upper / lower) / (upper - lower);
    }
    if (lower == 0 && a < -1) {
      return Double.POSITIVE_INFINITY;
    }
    return (Math.pow(upper, a + 1) - Math.pow(lower, a + 1)) / ((a + 1) * (upper - lower));
  }

  private static void requireSameLength(double[] doseGy, double[] volume) {
    if (doseGy.length != volume.length || doseGy.length == 0) {
      throw new IllegalArgumentException(
          "as many volumes as doses are needed: " + volume.length + ", " + doseGy.length);
    }
  }

  private static void requireDose(double doseGy) {
    if (!(doseGy >= 0 && doseGy < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("doseGy must be finite and >= 0: " + doseGy);
    }
  }

  private static void requireVolume(double volume) {
    if (!(volume >= 0 && volume < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("volume must be finite and >= 0: " + volume);
    }
  }

  private static void requireWhole(double whole) {
    if (!(whole > 0 && whole < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("the whole volume must be finite and > 0: " + whole);
    }
  }
}
