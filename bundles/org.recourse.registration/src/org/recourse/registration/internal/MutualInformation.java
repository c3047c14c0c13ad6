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
 * Negative mutual information, nats, from a joint histogram with a cubic B-spline Parzen window
 * over the moving and a box over the fixed intensities (Mattes et al. 2003,
 * doi:10.1109/TMI.2003.809072; Thévenaz and Unser 2000, doi:10.1109/83.887976).
 *
 * <p>With p the joint histogram of N pairs, bin width w and u the place of m among the bins: dMI/dm
 * = (du/dm)/N · Σ_b −β'(b − u)·ln(p(f,b)/p(b)), because the terms of the marginals sum to 0.
 */
final class MutualInformation implements Similarity {

  private static final int PADDING = 2; // bins that only the tails of the window reach

  private final int bins;
  private final IntensityBins fixedBins;
  private final IntensityBins movingBins;
  private final int span; // bins that moving intensities fall into

  MutualInformation(int bins, FloatVolume fixed, FloatVolume moving) {
    this.bins = bins;
    fixedBins = IntensityBins.of(fixed);
    movingBins = IntensityBins.of(moving);
    span = bins - 1 - 2 * PADDING;
  }

  private int fixedBin(float fixed) {
    return Math.min((int) (fixedBins.position(fixed) * bins), bins - 1);
  }

  private float movingPosition(float moving) {
    return PADDING + movingBins.position(moving) * span;
  }

  @Override
  public double[] newPartial() {
    return new double[bins * bins + 1];
  }

  @Override
  public void add(double[] partial, float[] fixed, float[] moving, byte[] valid, int from, int to) {
    double count = 0;
    for (int i = from; i < to; i++) {
      if (valid[i] == 0) {
        continue;
      }
      float u = movingPosition(moving[i]);
      int bin = (int) u;
      double t = u - bin;
      double s = 1 - t;
      int at = fixedBin(fixed[i]) * bins + bin - 1;
      partial[at] += s * s * s / 6;
      partial[at + 1] += (4 + 3 * t * t * (t - 2)) / 6;
      partial[at + 2] += (4 + 3 * s * s * (s - 2)) / 6;
      partial[at + 3] += t * t * t / 6;
      count++;
    }
    partial[bins * bins] += count;
  }

  @Override
  public Slope finish(double[][] partials) {
    double[] joint = Similarity.sum(partials);
    double count = joint[bins * bins];
    double scale = 1 / Math.max(count, 1);
    double[] fixedSum = new double[bins];
    double[] movingSum = new double[bins];
    for (int f = 0; f < bins; f++) {
      for (int m = 0; m < bins; m++) {
        double p = joint[f * bins + m] * scale;
        fixedSum[f] += p;
        movingSum[m] += p;
      }
    }
    double information = 0;
    double[] logRatio = new double[bins * bins];
    for (int f = 0; f < bins; f++) {
      for (int m = 0; m < bins; m++) {
        double p = joint[f * bins + m] * scale;
        if (p > 1e-16) {
          logRatio[f * bins + m] = Math.log(p / movingSum[m]);
          information += p * Math.log(p / (movingSum[m] * fixedSum[f]));
        }
      }
    }
    return new Parzen(-information, count, logRatio, scale * span);
  }

  private final class Parzen implements Slope {

    private final double cost;
    private final double pairCount;
    private final double[] logRatio;
    private final double scale;

    Parzen(double cost, double pairCount, double[] logRatio, double scale) {
      this.cost = cost;
      this.pairCount = pairCount;
      this.logRatio = logRatio;
      this.scale = scale;
    }

    @Override
    public double cost() {
      return cost;
    }

    @Override
    public double pairCount() {
      return pairCount;
    }

    @Override
    public double derivative(float fixed, float moving) {
      float u = movingPosition(moving);
      if (u <= PADDING || u >= bins - 1 - PADDING) {
        return 0; // clamped: the intensity does not move the window
      }
      int bin = (int) u;
      double t = u - bin;
      double s = 1 - t;
      int at = fixedBin(fixed) * bins + bin - 1;
      double slope =
          -s * s / 2 * logRatio[at]
              + t * (3 * t - 4) / 2 * logRatio[at + 1]
              - s * (3 * s - 4) / 2 * logRatio[at + 2]
              + t * t / 2 * logRatio[at + 3];
      return -slope * scale * movingBins.slope(moving);
    }

    /** Fisher information: the mean of squared scores is the expected second derivative. */
    @Override
    public double curvature(float fixed, float moving) {
      double score = derivative(fixed, moving);
      return pairCount * score * score;
    }
  }
}
