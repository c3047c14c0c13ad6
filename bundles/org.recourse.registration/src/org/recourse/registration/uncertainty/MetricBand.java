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
import java.util.function.ToDoubleFunction;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.grid.resample.TrilinearSampler;
import org.recourse.grid.volume.DoseGrid;

/**
 * One number of a structure under the shifts that the uncertainty allows; the structure moves as a
 * whole. A goal is judged on the safe side at {@link #worstHigh} (or {@link #worstLow} for a least
 * dose).
 *
 * @param nominal as registered
 * @param worstLow least over the ellipsoid
 * @param worstHigh largest over the ellipsoid
 * @param sampledMean mean over the sampled shifts
 * @param percentile2 2.5th percentile of the samples
 * @param percentile97 97.5th percentile of the samples
 * @param transformIds transforms that the dose came through
 */
public record MetricBand(
    double nominal,
    double worstLow,
    double worstHigh,
    double sampledMean,
    double percentile2,
    double percentile97,
    List<String> transformIds) {

  private static final double SHELL_MM = 1;
  private static final long SEED = 20_26L; // the same samples every time

  public MetricBand {
    transformIds = List.copyOf(transformIds);
  }

  /**
   * Propagates the uncertainty.
   *
   * @param pointsMm sample points of the structure, at least one
   * @param metric computed from the dose at these points, Gy; must not keep the array; called from
   *     several threads
   * @param samples shifts drawn from the normal distribution, at least 40
   */
  public static MetricBand of(
      DoseGrid dose,
      List<Vector3> pointsMm,
      ToDoubleFunction<double[]> metric,
      RegistrationUncertainty uncertainty,
      int samples,
      List<String> transformIds,
      SliceExecutor executor,
      IProgressMonitor monitor) {
    if (pointsMm.isEmpty()) {
      throw new IllegalArgumentException("the structure has no points");
    }
    if (samples < 40) {
      throw new IllegalArgumentException("at least 40 samples for percentiles: " + samples);
    }
    SubMonitor progress = SubMonitor.convert(monitor, "Uncertainty", 2);
    var sampler = TrilinearSampler.of(dose);
    List<Vector3> search = uncertainty.shiftsMm(SHELL_MM);
    double[] worst = new double[search.size()];
    executor.forEachSlice(
        worst.length,
        progress.split(1),
        i -> worst[i] = shifted(sampler, pointsMm, search.get(i), metric));
    List<Vector3> drawn = uncertainty.drawnMm(samples, SEED);
    double[] sampled = new double[samples];
    executor.forEachSlice(
        samples,
        progress.split(1),
        i -> sampled[i] = shifted(sampler, pointsMm, drawn.get(i), metric));
    return of(
        worst[0], // the first shift is none
        Arrays.stream(worst).min().orElseThrow(),
        Arrays.stream(worst).max().orElseThrow(),
        sampled,
        transformIds);
  }

  /**
   * Puts a band together.
   *
   * @param sampled the number under every drawn shift, at least one, in any order
   */
  public static MetricBand of(
      double nominal,
      double worstLow,
      double worstHigh,
      double[] sampled,
      List<String> transformIds) {
    double[] sorted = sampled.clone();
    Arrays.sort(sorted);
    return new MetricBand(
        nominal,
        worstLow,
        worstHigh,
        Arrays.stream(sorted).average().orElseThrow(),
        percentile(sorted, 0.025),
        percentile(sorted, 0.975),
        transformIds);
  }

  /** Returns the value at a rank of sorted samples, the nearest one. */
  static double percentile(double[] sorted, double fraction) {
    return sorted[(int) Math.round(fraction * (sorted.length - 1))];
  }

  /** Returns the same band of the number plus something that no registration moves. */
  public MetricBand plus(double offset) {
    return new MetricBand(
        nominal + offset,
        worstLow + offset,
        worstHigh + offset,
        sampledMean + offset,
        percentile2 + offset,
        percentile97 + offset,
        transformIds);
  }

  private static double shifted(
      TrilinearSampler sampler,
      List<Vector3> pointsMm,
      Vector3 shift,
      ToDoubleFunction<double[]> metric) {
    double[] doseGy = new double[pointsMm.size()];
    for (int i = 0; i < doseGy.length; i++) {
      doseGy[i] = sampler.sampleOr(pointsMm.get(i).plus(shift), 0);
    }
    return metric.applyAsDouble(doseGy);
  }
}
