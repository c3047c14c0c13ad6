/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiomics.preprocess;

import org.recourse.radiomics.internal.fourier.FourierLine;

/**
 * Expected true log intensity for a measured one, by deconvolution of the histogram (J. Sled, A.
 * Zijdenbos, A. Evans, IEEE TMI 17 (1998) 87, doi:10.1109/42.668698; N. Tustison et al., IEEE TMI
 * 29 (2010) 1310, doi:10.1109/TMI.2010.2046908).
 *
 * <p>The histogram V is padded to twice the next power of two. F is a Gaussian of the given full
 * width at half maximum; in Fourier space {@code U = V·F*∕(|F|² + noise)}, negative U become 0, and
 * {@code E[u|v] = F∗(u·U) ∕ F∗U}, 0 where the denominator is 0. Not thread-safe.
 */
final class HistogramSharpening {

  private final int bins;
  private final int padded;
  private final int offset;
  private final BiasFieldParameters parameters;
  private final FourierLine fourier;

  HistogramSharpening(BiasFieldParameters parameters) {
    this.parameters = parameters;
    bins = parameters.histogramBins();
    int exponent = 32 - Integer.numberOfLeadingZeros(bins - 1) + 1; // ⌈log2 bins⌉ + 1
    padded = 1 << exponent;
    offset = (padded - bins) / 2;
    fourier = new FourierLine(padded);
  }

  /**
   * Returns E[u|v] at the centres of the bins.
   *
   * @param histogram counts per bin; bin n stands for {@code minimum + n·slope}
   */
  double[] expected(double[] histogram, double minimum, double slope) {
    double[] gaussian = gaussianSpectrum(slope);
    double[] u = deconvolved(histogram, gaussian);
    double[] numerator = new double[padded];
    for (int n = 0; n < padded; n++) {
      numerator[n] = (minimum + (n - offset) * slope) * u[n];
    }
    smooth(numerator, gaussian);
    smooth(u, gaussian);
    double[] expected = new double[bins];
    for (int n = 0; n < bins; n++) {
      double denominator = u[n + offset];
      expected[n] = denominator == 0 ? 0 : numerator[n + offset] / denominator;
    }
    return expected;
  }

  /** Spectrum of the Gaussian; it is real because the Gaussian is even. */
  private double[] gaussianSpectrum(double slope) {
    double width = parameters.biasFieldFullWidthAtHalfMaximum() / slope; // in bins
    double exponent = 4 * Math.log(2) / (width * width);
    double scale = 2 * Math.sqrt(Math.log(2) / Math.PI) / width;
    double[] re = new double[padded];
    for (int n = 0; n <= padded / 2; n++) {
      re[n] = scale * Math.exp(-(double) n * n * exponent);
      re[(padded - n) % padded] = re[n];
    }
    fourier.forward(re, new double[padded]);
    return re;
  }

  private double[] deconvolved(double[] histogram, double[] gaussian) {
    double[] re = new double[padded];
    double[] im = new double[padded];
    System.arraycopy(histogram, 0, re, offset, bins);
    fourier.forward(re, im);
    for (int n = 0; n < padded; n++) {
      double wiener = gaussian[n] / (gaussian[n] * gaussian[n] + parameters.wienerNoise());
      re[n] *= wiener;
      im[n] *= wiener;
    }
    fourier.backward(re, im);
    for (int n = 0; n < padded; n++) {
      re[n] = Math.max(re[n], 0);
    }
    return re;
  }

  private void smooth(double[] values, double[] gaussian) {
    double[] im = new double[padded];
    fourier.forward(values, im);
    for (int n = 0; n < padded; n++) {
      values[n] *= gaussian[n];
      im[n] *= gaussian[n];
    }
    fourier.backward(values, im);
  }
}
