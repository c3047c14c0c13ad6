/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiomics.preprocess;

import java.util.Arrays;
import org.recourse.radiomics.image.Region;
import org.recourse.radiomics.image.VoxelBlock;

/**
 * White-stripe normalisation of MR images: {@code (x − mean)/sd} of the voxels whose rank lies
 * within {@code halfWidthFraction} of the rank of a peak of the histogram (R. Shinohara et al.,
 * NeuroImage Clin. 6 (2014) 9, doi:10.1016/j.nicl.2014.08.008).
 *
 * <p>The histogram of the region has 500 bins up to its 99th percentile and is smoothed by a
 * Gaussian kernel with Silverman's width 0.9·sd·n^−1/5 (doi:10.1201/9781315140919); the paper uses
 * a penalised spline, so peaks may differ by a bin. Degenerate case: a region without two different
 * intensities in the stripe is refused. Immutable and thread-safe.
 *
 * @param peak which peak
 * @param halfWidthFraction half of the width of the stripe as a fraction of the voxels; the paper
 *     uses 0.05
 */
public record WhiteStripe(Peak peak, double halfWidthFraction) {

  /** The peak in the histogram that the stripe surrounds. */
  public enum Peak {
    /** Highest intensity, for T1-weighted images. */
    LAST,
    /** Most voxels, for T2-weighted and FLAIR images. */
    LARGEST
  }

  private static final int BINS = 500;
  private static final double TAIL_FRACTION = 0.99;
  private static final double RARE_FRACTION = 0.2; // lower peaks are not taken as the last one

  public WhiteStripe {
    if (!(halfWidthFraction > 0 && halfWidthFraction < 0.5)) {
      throw new IllegalArgumentException(
          "half width must be between 0 and 0.5: " + halfWidthFraction);
    }
  }

  /** Returns the normalised image in double precision. */
  public VoxelBlock normalise(VoxelBlock image, Region region) {
    double[] sorted = Percentiles.sorted(image, region);
    double centre = Percentiles.rankFraction(sorted, peakIntensity(sorted));
    double low = Percentiles.at(sorted, Math.max(centre - halfWidthFraction, 0));
    double high = Percentiles.at(sorted, Math.min(centre + halfWidthFraction, 1));
    var stripe = new SampleStatistics();
    for (double value : sorted) {
      if (value >= low && value <= high) {
        stripe.add(value);
      }
    }
    double deviation = stripe.standardDeviation();
    if (!(deviation > 0)) {
      throw new IllegalArgumentException(
          "the white stripe needs two different intensities; it has "
              + stripe.count()
              + " voxels from "
              + low
              + " to "
              + high);
    }
    double[] values = image.toDoubles();
    for (int i = 0; i < values.length; i++) {
      values[i] = (values[i] - stripe.mean()) / deviation;
    }
    return VoxelBlock.ofFloat64(image.geometry(), values);
  }

  double peakIntensity(double[] sorted) {
    double low = sorted[0];
    double width = (Percentiles.at(sorted, TAIL_FRACTION) - low) / BINS;
    if (!(width > 0)) {
      throw new IllegalArgumentException("the region has a single intensity: " + low);
    }
    double[] density = density(sorted, low, width);
    double largest = Arrays.stream(density).max().orElseThrow();
    int found = 0;
    for (int i = 0; i < BINS; i++) {
      boolean isPeak =
          (i == 0 || density[i] > density[i - 1])
              && (i == BINS - 1 || density[i] >= density[i + 1]);
      boolean wanted =
          switch (peak) {
            case LARGEST -> density[i] == largest;
            case LAST -> density[i] >= RARE_FRACTION * largest;
          };
      if (isPeak && wanted) {
        found = i;
      }
    }
    return low + (found + 0.5) * width;
  }

  private static double[] density(double[] sorted, double low, double width) {
    double[] histogram = new double[BINS];
    var statistics = new SampleStatistics();
    for (double value : sorted) {
      int bin = (int) ((value - low) / width);
      if (bin < BINS) {
        histogram[bin]++;
        statistics.add(value);
      }
    }
    double kernelWidth =
        0.9 * statistics.standardDeviation() * Math.pow(statistics.count(), -0.2) / width;
    double[] density = new double[BINS];
    for (int i = 0; i < BINS; i++) {
      for (int j = 0; j < BINS; j++) {
        double d = (i - j) / kernelWidth;
        density[i] += histogram[j] * Math.exp(-d * d / 2);
      }
    }
    return density;
  }
}
