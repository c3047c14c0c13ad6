/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiomics.filter;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;

/**
 * The two decomposition filters of a wavelet. Immutable.
 *
 * <p>The high-pass filter is the quadrature mirror of the reconstruction low-pass filter: {@code
 * high[k] = (−1)^(k+1) · rebuildLow[k]}; for an orthogonal family the latter is the low-pass filter
 * reversed (I. Daubechies, Ten Lectures on Wavelets, 1992, doi:10.1137/1.9781611970104). Worked
 * example: haar has low (√½, √½) and high (−√½, √½).
 *
 * <p>Families: haar, db1 to db20, sym2 to sym20, coif1 to coif5, bior and rbio (1.1 to 6.8).
 */
final class WaveletFilters {

  private static final String TABLE = "wavelets.csv";

  private final String name;
  private final double[] low;
  private final double[] high;

  private WaveletFilters(String name, double[] low, double[] rebuildLow) {
    this.name = name;
    this.low = low;
    high = new double[low.length];
    for (int k = 0; k < high.length; k++) {
      high[k] = k % 2 == 0 ? -rebuildLow[k] : rebuildLow[k];
    }
  }

  /**
   * Returns the filters of a family.
   *
   * @throws IllegalArgumentException with the name if there is no such wavelet
   */
  static WaveletFilters named(String name) {
    boolean reverse = name.startsWith("rbio");
    String row = reverse ? name.replace("rbio", "bior") : name;
    try (InputStream in = WaveletFilters.class.getResourceAsStream(TABLE);
        var reader =
            new BufferedReader(
                new InputStreamReader(
                    Objects.requireNonNull(in, TABLE), StandardCharsets.US_ASCII))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        String[] cells = line.split(";");
        if (cells[0].equals(row)) {
          double[] low = numbers(cells[1]);
          double[] rebuildLow = cells.length > 2 ? numbers(cells[2]) : reversed(low);
          return reverse
              ? new WaveletFilters(name, reversed(rebuildLow), reversed(low))
              : new WaveletFilters(name, low, rebuildLow);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    throw new IllegalArgumentException("unknown wavelet: " + name);
  }

  private static double[] numbers(String cell) {
    return Arrays.stream(cell.split(",")).mapToDouble(Double::parseDouble).toArray();
  }

  private static double[] reversed(double[] values) {
    double[] result = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      result[i] = values[values.length - 1 - i];
    }
    return result;
  }

  int length() {
    return low.length;
  }

  double[] low() {
    return low.clone();
  }

  double[] high() {
    return high.clone();
  }

  /** Returns the low-pass filter in single precision, with the rounding of PyWavelets. */
  float[] lowSingle() {
    return single(low);
  }

  /** Returns the high-pass filter in single precision, with the rounding of PyWavelets. */
  float[] highSingle() {
    return single(high);
  }

  /**
   * PyWavelets keeps Coiflets divided by √2 and multiplies in the precision of the filter, which
   * moves some single precision coefficients by one unit in the last place.
   */
  private float[] single(double[] filter) {
    float[] rounded = new float[filter.length];
    for (int i = 0; i < filter.length; i++) {
      rounded[i] =
          name.startsWith("coif")
              ? (float) (filter[i] / Math.sqrt(2)) * (float) Math.sqrt(2)
              : (float) filter[i];
    }
    return rounded;
  }
}
