/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.registration.uncertainty;

import java.util.Arrays;
import java.util.List;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.grid.resample.TrilinearSampler;
import org.recourse.grid.volume.DoseGrid;

/**
 * Cumulative dose-volume histogram of a structure with the envelope over all shifts of the
 * ellipsoid. The envelope bounds every single histogram; no one shift need reach it at all doses.
 * Immutable and thread-safe.
 */
public final class DvhBand {

  private static final double SHELL_MM = 1;
  private static final int SAMPLES = 200;
  private static final long SEED = 20_26L; // the same samples every time

  private final double binGy;
  private final double[] nominalFraction;
  private final double[] lowestFraction;
  private final double[] highestFraction;
  private final double[] percentile2Fraction;
  private final double[] percentile97Fraction;
  private final List<String> transformIds;

  private DvhBand(
      double binGy,
      double[] nominal,
      double[] lowest,
      double[] highest,
      double[][] sampled,
      List<String> ids) {
    this.binGy = binGy;
    nominalFraction = nominal;
    lowestFraction = lowest;
    highestFraction = highest;
    percentile2Fraction = new double[nominal.length];
    percentile97Fraction = new double[nominal.length];
    double[] atDose = new double[sampled.length];
    for (int b = 0; b < nominal.length; b++) {
      for (int s = 0; s < sampled.length; s++) {
        atDose[s] = sampled[s][b];
      }
      Arrays.sort(atDose);
      percentile2Fraction[b] = MetricBand.percentile(atDose, 0.025);
      percentile97Fraction[b] = MetricBand.percentile(atDose, 0.975);
    }
    transformIds = List.copyOf(ids);
  }

  /**
   * Puts a band together from curves computed elsewhere; each gives the fraction of the volume with
   * at least b·binGy for every b.
   *
   * @param sampled one curve for each drawn shift, at least one
   */
  public static DvhBand of(
      double binGy,
      double[] nominal,
      double[] lowest,
      double[] highest,
      double[][] sampled,
      List<String> transformIds) {
    if (sampled.length == 0 || !(binGy > 0)) {
      throw new IllegalArgumentException("a band needs samples and a bin: " + sampled.length);
    }
    return new DvhBand(
        binGy, nominal.clone(), lowest.clone(), highest.clone(), sampled, transformIds);
  }

  /**
   * Shifts the structure as a whole through the ellipsoid.
   *
   * @param pointsMm sample points of the structure with equal volume, at least one
   * @param binGy step between the doses of the histogram
   * @param bins number of doses, from 0 Gy
   */
  public static DvhBand of(
      DoseGrid dose,
      List<Vector3> pointsMm,
      double binGy,
      int bins,
      RegistrationUncertainty uncertainty,
      List<String> transformIds,
      SliceExecutor executor,
      IProgressMonitor monitor) {
    if (pointsMm.isEmpty() || !(binGy > 0) || bins < 1) {
      throw new IllegalArgumentException(
          "points, bin width and bins must be more than 0: "
              + (pointsMm.size() + ", " + binGy + ", " + bins));
    }
    SubMonitor progress = SubMonitor.convert(monitor, "Uncertainty of the histogram", 1);
    var sampler = TrilinearSampler.of(dose);
    List<Vector3> shifts = uncertainty.shiftsMm(SHELL_MM);
    double[][] all = new double[shifts.size()][];
    executor.forEachSlice(
        all.length,
        progress.split(1),
        i -> all[i] = histogram(sampler, pointsMm, shifts.get(i), binGy, bins));
    double[] lowest = all[0].clone();
    double[] highest = all[0].clone();
    for (double[] one : all) {
      for (int b = 0; b < bins; b++) {
        lowest[b] = Math.min(lowest[b], one[b]);
        highest[b] = Math.max(highest[b], one[b]);
      }
    }
    List<Vector3> drawn = uncertainty.drawnMm(SAMPLES, SEED);
    double[][] sampled = new double[SAMPLES][];
    executor.forEachSlice(
        SAMPLES,
        progress,
        i -> sampled[i] = histogram(sampler, pointsMm, drawn.get(i), binGy, bins));
    return new DvhBand(binGy, all[0], lowest, highest, sampled, transformIds);
  }

  /** Fraction of the points with at least b·binGy; exact at these doses. */
  private static double[] histogram(
      TrilinearSampler sampler, List<Vector3> pointsMm, Vector3 shift, double binGy, int bins) {
    double[] doseGy = new double[pointsMm.size()];
    for (int i = 0; i < doseGy.length; i++) {
      doseGy[i] = sampler.sampleOr(pointsMm.get(i).plus(shift), 0);
    }
    Arrays.sort(doseGy);
    double[] fraction = new double[bins];
    int below = 0;
    for (int b = 0; b < bins; b++) {
      while (below < doseGy.length && doseGy[below] < b * binGy) {
        below++;
      }
      fraction[b] = 1 - (double) below / doseGy.length;
    }
    return fraction;
  }

  /** Returns the number of doses. */
  public int bins() {
    return nominalFraction.length;
  }

  /** Returns a dose of the histogram. */
  public double doseGy(int bin) {
    return bin * binGy;
  }

  /** Returns the fraction of the volume with at least this dose, as registered. */
  public double nominalFraction(int bin) {
    return nominalFraction[bin];
  }

  /** Returns the smallest fraction over all shifts. */
  public double lowestFraction(int bin) {
    return lowestFraction[bin];
  }

  /** Returns the largest fraction over all shifts. */
  public double highestFraction(int bin) {
    return highestFraction[bin];
  }

  /** Returns the fraction that 2.5 % of the sampled shifts do not reach. */
  public double percentile2Fraction(int bin) {
    return percentile2Fraction[bin];
  }

  /** Returns the fraction that 2.5 % of the sampled shifts exceed. */
  public double percentile97Fraction(int bin) {
    return percentile97Fraction[bin];
  }

  /** Returns the transforms that the dose came through. */
  public List<String> transformIds() {
    return transformIds;
  }
}
