/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.phantom.internal.cohort;

import org.recourse.grid.geometry.GridGeometry;
import org.recourse.phantom.cohort.Centre;
import org.recourse.phantom.internal.image.Grain;

/** What a scanner makes of the signals of tissue. Immutable and thread-safe. */
final class Scanner {

  private static final double MOST = 32_000;

  private final Centre centre;
  private final double[] bias;
  private final long seed;

  /**
   * Makes a scanner.
   *
   * @param bias six coefficients of the polynomial of the bias field
   */
  Scanner(Centre centre, double[] bias, long seed) {
    this.centre = centre;
    this.bias = bias.clone();
    this.seed = seed;
  }

  /** Returns a slice as stored values; {@code signal} is used up. */
  short[] slice(GridGeometry geometry, int z, int channel, float[] signal, double muscle) {
    contrast(signal, muscle);
    blur(geometry, signal);
    var real = new Grain(seed + 100 + channel);
    var imaginary = new Grain(seed + 200 + channel);
    double noise = centre.noiseFraction() * muscle;
    short[] stored = new short[signal.length];
    double w = relative(z, geometry.sizeZ());
    for (int y = 0, i = 0; y < geometry.sizeY(); y++) {
      double v = relative(y, geometry.sizeY());
      for (int x = 0; x < geometry.sizeX(); x++, i++) {
        double u = relative(x, geometry.sizeX());
        double field =
            1
                + bias[0] * u
                + bias[1] * v
                + bias[2] * w
                + 0.5 * (bias[3] * u * v + bias[4] * (u * u - 0.3) + bias[5] * (w * w - 0.3));
        // Magnitude of a complex signal: the noise of air is not symmetric.
        double a = signal[i] * field + noise * real.normal(x, y, z);
        double b = noise * imaginary.normal(x, y, z);
        stored[i] = (short) Math.min(MOST, Math.round(centre.gain() * Math.sqrt(a * a + b * b)));
      }
    }
    return stored;
  }

  private static double relative(int index, int size) {
    return 2.0 * index / Math.max(1, size - 1) - 1;
  }

  private void contrast(float[] signal, double muscle) {
    if (Math.abs(centre.contrast() - 1) < 1e-9) {
      return;
    }
    for (int i = 0; i < signal.length; i++) {
      signal[i] = (float) (muscle * Math.pow(Math.max(signal[i], 0) / muscle, centre.contrast()));
    }
  }

  /** Separable blur with the weights of a Gaussian at the pixels; the border is repeated. */
  private void blur(GridGeometry geometry, float[] signal) {
    int sizeX = geometry.sizeX();
    int sizeY = geometry.sizeY();
    double[] weights = weights(geometry.spacingMm().x());
    int reach = weights.length - 1;
    if (reach == 0) {
      return;
    }
    float[] rows = new float[signal.length];
    for (int y = 0; y < sizeY; y++) {
      for (int x = 0; x < sizeX; x++) {
        double sum = weights[0] * signal[y * sizeX + x];
        for (int d = 1; d <= reach; d++) {
          sum += weights[d] * signal[y * sizeX + Math.max(0, x - d)];
          sum += weights[d] * signal[y * sizeX + Math.min(sizeX - 1, x + d)];
        }
        rows[y * sizeX + x] = (float) sum;
      }
    }
    for (int y = 0; y < sizeY; y++) {
      for (int x = 0; x < sizeX; x++) {
        double sum = weights[0] * rows[y * sizeX + x];
        for (int d = 1; d <= reach; d++) {
          sum += weights[d] * rows[Math.max(0, y - d) * sizeX + x];
          sum += weights[d] * rows[Math.min(sizeY - 1, y + d) * sizeX + x];
        }
        signal[y * sizeX + x] = (float) sum;
      }
    }
  }

  private double[] weights(double pixelMm) {
    double sigma = centre.blurMm() / pixelMm;
    if (sigma < 0.1) {
      return new double[] {1};
    }
    double[] weights = new double[1 + (int) Math.ceil(2.5 * sigma)];
    double sum = 0;
    for (int d = 0; d < weights.length; d++) {
      weights[d] = Math.exp(-d * d / (2 * sigma * sigma));
      sum += d == 0 ? weights[d] : 2 * weights[d];
    }
    for (int d = 0; d < weights.length; d++) {
      weights[d] /= sum;
    }
    return weights;
  }
}
