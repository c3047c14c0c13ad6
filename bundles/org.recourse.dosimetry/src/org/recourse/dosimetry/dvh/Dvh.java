/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.dosimetry.dvh;

import java.util.Arrays;
import java.util.Optional;

/**
 * Dose-volume histogram of one structure and one dose. Immutable and thread-safe.
 *
 * <p>Dose figures describe the part of the structure that lies inside the dose grid; volumes in
 * percent refer to that part. What lies outside has an unknown dose, which is not 0 Gy: {@link
 * #coveredFraction()} tells how much is known.
 *
 * <p>The cumulative curve is kept at multiples of {@link #BIN_GY} and is linear between them. Mean,
 * minimum and maximum come from the samples and not from the bins.
 */
public final class Dvh {

  /** Distance of the points of the cumulative curve, Gy. */
  public static final double BIN_GY = 0.01;

  private static final double PERCENT = 100;

  private final double volumeCm3;
  private final Optional<ShapeConvention> shape;
  private final double meanGy;
  private final double minGy;
  private final double maxGy;
  private final double firstGy; // dose of the first point of the curve
  private final double[] cumulativeCm3; // falls from the covered volume to 0
  private final HalfSamples half;

  /** Takes what the sampling has summed up; the arrays belong to this object from now. */
  Dvh(
      double volumeCm3,
      Optional<ShapeConvention> shape,
      double meanGy,
      double minGy,
      double maxGy,
      double firstGy,
      double[] cumulativeCm3,
      HalfSamples half) {
    this.volumeCm3 = volumeCm3;
    this.shape = shape;
    this.meanGy = meanGy;
    this.minGy = minGy;
    this.maxGy = maxGy;
    this.firstGy = firstGy;
    this.cumulativeCm3 = cumulativeCm3;
    this.half = half;
  }

  /** What the structure was taken to be between its contours; empty if it was made of voxels. */
  public Optional<ShapeConvention> shape() {
    return shape;
  }

  /** Volume of the whole structure by its contours, cm³. */
  public double volumeCm3() {
    return volumeCm3;
  }

  /** Volume inside the dose grid, to which all other figures refer, cm³; greater than 0. */
  public double coveredVolumeCm3() {
    return cumulativeCm3[0];
  }

  /** Part of the structure inside the dose grid, above 0 to 1. */
  public double coveredFraction() {
    return Math.min(1, coveredVolumeCm3() / volumeCm3);
  }

  public double meanGy() {
    return meanGy;
  }

  public double minGy() {
    return minGy;
  }

  public double maxGy() {
    return maxGy;
  }

  /**
   * Returns the largest dose that at least {@code volumePercent} of the volume receive.
   *
   * @param volumePercent 0 (the maximum) to 100 (the minimum)
   */
  public double doseAtVolumePercentGy(double volumePercent) {
    if (!(volumePercent >= 0 && volumePercent <= PERCENT)) {
      throw new IllegalArgumentException("volumePercent must be 0 to 100: " + volumePercent);
    }
    return doseAt(cumulativeCm3, volumePercent / PERCENT);
  }

  /**
   * Returns the largest dose that at least {@code volume} receives.
   *
   * @param volume cm³, 0 to {@link #coveredVolumeCm3()}; {@link DoseMetric} answers larger ones
   */
  public double doseAtVolumeCm3Gy(double volume) {
    return doseAtVolumePercentGy(percentOf(volume));
  }

  /** Returns the volume that receives at least {@code doseGy}, cm³. */
  public double volumeAtDoseCm3(double doseGy) {
    if (doseGy <= minGy) {
      return coveredVolumeCm3();
    }
    if (doseGy > maxGy) {
      return 0;
    }
    double position = (doseGy - firstGy) / BIN_GY;
    int bin = Math.clamp((long) position, 0, cumulativeCm3.length - 2);
    double t = Math.clamp(position - bin, 0.0, 1.0);
    return cumulativeCm3[bin] * (1 - t) + cumulativeCm3[bin + 1] * t;
  }

  /** Returns the part of the volume that receives at least {@code doseGy}, %. */
  public double volumeAtDosePercent(double doseGy) {
    return PERCENT * volumeAtDoseCm3(doseGy) / coveredVolumeCm3();
  }

  /**
   * Returns the mean dose of the hottest part of the volume (MOH), Gy: the dose integrated over
   * that part, divided by it.
   *
   * @param volumePercent above 0 to 100
   */
  public double meanOfHottestGy(double volumePercent) {
    checkPart(volumePercent);
    return integralOfHottest(volumePercent / PERCENT) / (volumePercent / PERCENT);
  }

  /** Returns the mean dose of the coldest part of the volume (MOC), Gy; above 0 to 100 %. */
  public double meanOfColdestGy(double volumePercent) {
    checkPart(volumePercent);
    double fraction = volumePercent / PERCENT;
    return (integralOfHottest(1) - integralOfHottest(1 - fraction)) / fraction;
  }

  private static void checkPart(double volumePercent) {
    if (!(volumePercent > 0 && volumePercent <= PERCENT)) {
      throw new IllegalArgumentException("volumePercent must be above 0 to 100: " + volumePercent);
    }
  }

  /** Dose times volume fraction of the hottest part: ∫ D(v) dv = v·D(v) + ∫ V(d) dd above D(v). */
  private double integralOfHottest(double volumeFraction) {
    if (!(volumeFraction > 0)) {
      return 0;
    }
    double from = doseAt(cumulativeCm3, volumeFraction);
    double covered = coveredVolumeCm3();
    double position = (from - firstGy) / BIN_GY;
    int bin = Math.clamp((long) position, 0, cumulativeCm3.length - 2);
    double t = Math.clamp(position - bin, 0.0, 1.0);
    double at = cumulativeCm3[bin] * (1 - t) + cumulativeCm3[bin + 1] * t;
    double above = (1 - t) * (at + cumulativeCm3[bin + 1]) / 2;
    for (int i = bin + 1; i + 1 < cumulativeCm3.length; i++) {
      above += (cumulativeCm3[i] + cumulativeCm3[i + 1]) / 2;
    }
    return volumeFraction * from + above * BIN_GY / covered;
  }

  /**
   * Returns the estimated numerical error of {@link #doseAtVolumePercentGy}, Gy: the difference
   * between the result of all samples and that of every second one, and at least half a bin. It
   * does not contain what is unknown about the shape between the contours.
   */
  public double doseErrorGy(double volumePercent) {
    double volumeFraction = volumePercent / PERCENT;
    double ofAll = doseAt(cumulativeCm3, volumeFraction);
    double ofHalf = doseAt(half.cumulative(), volumeFraction);
    return Math.max(Math.abs(ofAll - ofHalf), BIN_GY / 2);
  }

  /** Returns the estimated numerical error of {@link #volumeAtDosePercent}, percent points. */
  public double volumeErrorPercent(double doseGy) {
    if (doseGy <= minGy || doseGy > maxGy) {
      return 0;
    }
    double position = (doseGy - firstGy) / BIN_GY;
    int bin = Math.clamp((long) position, 0, cumulativeCm3.length - 2);
    double t = Math.clamp(position - bin, 0.0, 1.0);
    double[] curve = half.cumulative();
    double ofHalf = PERCENT * (curve[bin] * (1 - t) + curve[bin + 1] * t) / curve[0];
    double halfBin = PERCENT * (cumulativeCm3[bin] - cumulativeCm3[bin + 1]) / 2;
    return Math.max(Math.abs(volumeAtDosePercent(doseGy) - ofHalf), halfBin / coveredVolumeCm3());
  }

  /** Returns the estimated numerical error of {@link #meanGy}, Gy. */
  public double meanErrorGy() {
    return Math.abs(meanGy - half.meanGy());
  }

  /** Returns the estimated numerical error of {@link #minGy}, Gy; an upper estimate. */
  public double minErrorGy() {
    return Math.abs(half.minGy() - minGy);
  }

  /** Returns the estimated numerical error of {@link #maxGy}, Gy; an upper estimate. */
  public double maxErrorGy() {
    return Math.abs(maxGy - half.maxGy());
  }

  /** Returns a copy of the doses of the cumulative curve, Gy, rising by {@link #BIN_GY}. */
  public double[] curveDoseGy() {
    double[] doseGy = new double[cumulativeCm3.length];
    Arrays.setAll(doseGy, i -> firstGy + i * BIN_GY);
    return doseGy;
  }

  /** Returns a copy of the cumulative curve: the volume that receives at least the dose, cm³. */
  public double[] curveVolumeCm3() {
    return cumulativeCm3.clone();
  }

  private double percentOf(double volume) {
    if (!(volume >= 0 && volume <= coveredVolumeCm3())) {
      throw new IllegalArgumentException(
          "volume must be 0 to " + coveredVolumeCm3() + " cc: " + volume);
    }
    return PERCENT * volume / coveredVolumeCm3();
  }

  /** Finds where a falling curve passes a part of its first value. */
  private double doseAt(double[] curve, double volumeFraction) {
    double wanted = curve[0] * volumeFraction;
    if (volumeFraction <= 0) {
      return maxGy;
    }
    int from = 0; // curve[from] >= wanted > curve[to] or to is the last point
    int to = curve.length - 1;
    while (to - from > 1) {
      int middle = (from + to) >>> 1;
      if (curve[middle] >= wanted) {
        from = middle;
      } else {
        to = middle;
      }
    }
    double drop = curve[from] - curve[to];
    double t = drop > 0 ? (curve[from] - wanted) / drop : 0;
    return Math.clamp(firstGy + (from + Math.clamp(t, 0.0, 1.0)) * BIN_GY, minGy, maxGy);
  }
}
