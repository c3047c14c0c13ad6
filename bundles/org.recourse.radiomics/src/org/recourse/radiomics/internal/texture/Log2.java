/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiomics.internal.texture;

/**
 * Terms of the entropy of counts: {@code p·log2(p + ε)} with {@code p = count/total}.
 *
 * <p>PyRadiomics adds ε = 2⁻⁵² to every probability, which is kept so that a flat region has the
 * same entropy of -3.2e-16. To first order {@code log2(p + ε) = log2(count) - log2(total) + ε/(p ln
 * 2)}; the logarithms of whole numbers are looked up, which saves most of the time of the GLCM.
 */
public final class Log2 {

  /** Smallest difference of double precision numbers near 1. */
  static final double EPSILON = Math.ulp(1.0);

  private static final double INVERSE_LN_2 = 1 / Math.log(2);
  private static final double[] OF_WHOLE = table();

  private Log2() {}

  private static double[] table() {
    double[] table = new double[1 << 14];
    for (int i = 1; i < table.length; i++) {
      table[i] = Math.log(i) * INVERSE_LN_2;
    }
    return table;
  }

  /** Returns log2 of a number greater than 0. */
  static double of(double value) {
    int whole = (int) value;
    return whole == value && whole < OF_WHOLE.length
        ? OF_WHOLE[whole]
        : Math.log(value) * INVERSE_LN_2;
  }

  /** Returns {@code value·log2(value)} of a number greater than 0. */
  static double timesLog(double value) {
    return value * of(value);
  }

  /** Returns {@code p·log2(p + ε)} of a probability, 0 for 0. */
  public static double term(double probability) {
    return probability == 0 ? 0 : probability * Math.log(probability + EPSILON) * INVERSE_LN_2;
  }

  /** Returns the entropy of counts, in bits: {@code -Σ p·log2(p + ε)}. */
  public static double entropy(int[] count, int from, double total) {
    double sum = 0;
    int terms = 0;
    for (int i = from; i < count.length; i++) {
      if (count[i] > 0) {
        sum += count[i] * of(count[i]);
        terms++;
      }
    }
    return entropy(sum, terms, total);
  }

  /**
   * Returns the entropy of counts, in bits.
   *
   * @param countLogSum sum of {@code count·log2(count)}
   * @param terms counts that are not 0
   * @param total sum of the counts
   */
  static double entropy(double countLogSum, int terms, double total) {
    return of(total) - countLogSum / total - terms * EPSILON * INVERSE_LN_2;
  }
}
