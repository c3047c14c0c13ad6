/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.registration.internal;

/**
 * ½·ln(1 − r²) with r = S_fm / √(S_ff·S_mm) the normalised correlation and S the centred sums over
 * all pairs: smallest where r is largest, and minus the mutual information of Gaussian intensities,
 * so that its scale, nats per pair, does not depend on the contrast of air and body. A negative
 * correlation is no match: there the cost is −½·ln(1 − r²). By one moving intensity m, dr/dm = ((f
 * − f̄) − (S_fm/S_mm)·(m − m̄)) / √(S_ff·S_mm), and the cost changes by −|r|/(1 − r²)·dr/dm.
 */
final class CorrelationSimilarity implements Similarity {

  private static final double LEAST_REST = 1e-12; // of identical images

  private final double fixedShift; // keeps the sums small, so that centring loses no digits
  private final double movingShift;

  CorrelationSimilarity(double fixedShift, double movingShift) {
    this.fixedShift = fixedShift;
    this.movingShift = movingShift;
  }

  @Override
  public double[] newPartial() {
    return new double[6];
  }

  @Override
  public void add(double[] partial, float[] fixed, float[] moving, byte[] valid, int from, int to) {
    double n = 0;
    double sf = 0;
    double sm = 0;
    double sff = 0;
    double sfm = 0;
    double smm = 0;
    for (int i = from; i < to; i++) {
      if (valid[i] == 0) {
        continue;
      }
      double f = fixed[i] - fixedShift;
      double m = moving[i] - movingShift;
      n++;
      sf += f;
      sm += m;
      sff += f * f;
      sfm += f * m;
      smm += m * m;
    }
    partial[0] += n;
    partial[1] += sf;
    partial[2] += sm;
    partial[3] += sff;
    partial[4] += sfm;
    partial[5] += smm;
  }

  @Override
  public Slope finish(double[][] partials) {
    double[] s = Similarity.sum(partials);
    double n = Math.max(s[0], 1);
    double ff = s[3] - s[1] * s[1] / n;
    double fm = s[4] - s[1] * s[2] / n;
    double mm = s[5] - s[2] * s[2] / n;
    double norm = Math.sqrt(Math.max(ff * mm, 1e-12));
    double fixedMean = fixedShift + s[1] / n;
    double movingMean = movingShift + s[2] / n;
    double gain = fm / Math.max(mm, 1e-12);
    double r = fm / norm;
    double rest = Math.max(1 - r * r, LEAST_REST);
    double cost = Math.copySign(0.5 * Math.log(rest), -r);
    double scale = Math.abs(r) / rest / norm;
    return new Linear(cost, s[0], fixedMean, movingMean, gain, scale);
  }

  private record Linear(
      double cost, double pairCount, double fixedMean, double movingMean, double gain, double scale)
      implements Slope {

    @Override
    public double derivative(float fixed, float moving) {
      return ((moving - movingMean) * gain - (fixed - fixedMean)) * scale;
    }

    @Override
    public double curvature(float fixed, float moving) {
      return Math.abs(gain) * scale;
    }
  }
}
