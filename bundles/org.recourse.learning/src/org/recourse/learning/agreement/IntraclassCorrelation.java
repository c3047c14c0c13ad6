/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.learning.agreement;

import org.hipparchus.distribution.continuous.FDistribution;
import org.recourse.learning.sample.Estimate;
import org.recourse.learning.sample.Interval;

/**
 * Intraclass correlation of one feature measured on n patients by k readers.
 *
 * <p>From the two-way table with mean squares MSR (patients), MSC (readers) and MSE (rest):
 *
 * <ul>
 *   <li>ICC(2,1) = (MSR − MSE) / (MSR + (k−1) MSE + k (MSC − MSE)/n), absolute agreement of a
 *       single reader drawn from many; ICC(2,k) = (MSR − MSE) / (MSR + (MSC − MSE)/n) of their mean
 *   <li>ICC(3,1) = (MSR − MSE) / (MSR + (k−1) MSE), consistency of these readers; ICC(3,k) = (MSR −
 *       MSE) / MSR of their mean
 * </ul>
 *
 * <p>Sources: Shrout and Fleiss 1979 (doi:10.1037/0033-2909.86.2.420); intervals of the forms with
 * random readers after McGraw and Wong 1996 (doi:10.1037/1082-989X.1.1.30). Worked example, a test:
 * the six targets and four judges of Shrout and Fleiss: 0.29, 0.62, 0.71, 0.91. Undefined when all
 * values are equal.
 */
public final class IntraclassCorrelation {

  /** Which correlation. */
  public enum Form {
    ICC_2_1,
    ICC_2_K,
    ICC_3_1,
    ICC_3_K
  }

  private IntraclassCorrelation() {}

  /**
   * @param value one row per patient, one column per reader, finite, at least two of each
   * @param level confidence level of the interval
   */
  public static Estimate of(double[][] value, Form form, double level) {
    MeanSquares m = MeanSquares.of(value);
    if (m.patients == 0 && m.readers == 0 && m.rest == 0) {
      return Estimate.undefined("All measurements are equal, so nothing varies between patients.");
    }
    double n = value.length;
    double k = value[0].length;
    double denominator =
        switch (form) {
          case ICC_2_1 -> m.patients + (k - 1) * m.rest + k * (m.readers - m.rest) / n;
          case ICC_2_K -> m.patients + (m.readers - m.rest) / n;
          case ICC_3_1 -> m.patients + (k - 1) * m.rest;
          case ICC_3_K -> m.patients;
        };
    if (!(denominator > 0)) {
      return Estimate.undefined(
          "The patients do not differ, so their share of variance is not defined.");
    }
    double icc = (m.patients - m.rest) / denominator;
    if (m.rest == 0 || icc >= 1) { // a rest of rounding gives 1 as well
      return Estimate.of(Math.min(icc, 1)); // without residual variance no F interval is defined
    }
    return Estimate.of(icc, interval(m, n, k, form, level));
  }

  private static Interval interval(MeanSquares m, double n, double k, Form form, double level) {
    double tail = (1 - level) / 2;
    return switch (form) {
      case ICC_3_1, ICC_3_K -> {
        double f = m.patients / m.rest;
        double low = f / quantile(n - 1, (n - 1) * (k - 1), tail);
        double high = f * quantile((n - 1) * (k - 1), n - 1, tail);
        yield form == Form.ICC_3_1
            ? ordered((low - 1) / (low + k - 1), (high - 1) / (high + k - 1), level)
            : ordered(1 - 1 / low, 1 - 1 / high, level);
      }
      case ICC_2_1, ICC_2_K -> {
        Interval single = agreementInterval(m, n, k, level);
        yield form == Form.ICC_2_1
            ? single
            : ordered(
                k * single.lower() / (1 + (k - 1) * single.lower()),
                k * single.upper() / (1 + (k - 1) * single.upper()),
                level);
      }
    };
  }

  /** Satterthwaite's degrees of freedom for the forms whose readers are a sample. */
  private static Interval agreementInterval(MeanSquares m, double n, double k, double level) {
    double icc =
        (m.patients - m.rest) / (m.patients + (k - 1) * m.rest + k * (m.readers - m.rest) / n);
    double a = k * icc / (n * (1 - icc));
    double b = 1 + k * icc * (n - 1) / (n * (1 - icc));
    double sum = a * m.readers + b * m.rest;
    double freedom =
        sum
            * sum
            / (Math.pow(a * m.readers, 2) / (k - 1)
                + Math.pow(b * m.rest, 2) / ((n - 1) * (k - 1)));
    double tail = (1 - level) / 2;
    double upperF = quantile(n - 1, freedom, tail);
    double lowerF = quantile(freedom, n - 1, tail);
    double readersAndRest = k * m.readers + (k * n - k - n) * m.rest;
    return ordered(
        n * (m.patients - upperF * m.rest) / (upperF * readersAndRest + n * m.patients),
        n * (lowerF * m.patients - m.rest) / (readersAndRest + n * lowerF * m.patients),
        level);
  }

  private static Interval ordered(double lower, double upper, double level) {
    return new Interval(lower, upper, level, false);
  }

  private static double quantile(double numerator, double denominator, double upperTail) {
    return new FDistribution(numerator, denominator).inverseCumulativeProbability(1 - upperTail);
  }

  /** Mean squares of the two-way table without repetition. */
  private record MeanSquares(double patients, double readers, double rest) {

    static MeanSquares of(double[][] value) {
      int n = value.length;
      if (n < 2 || value[0].length < 2) {
        throw new IllegalArgumentException("two patients and two readers are needed");
      }
      int k = value[0].length;
      double[] patientMean = new double[n];
      double[] readerMean = new double[k];
      double mean = 0;
      for (int i = 0; i < n; i++) {
        if (value[i].length != k) {
          throw new IllegalArgumentException("patient " + i + " has another number of readers");
        }
        for (int j = 0; j < k; j++) {
          if (!Double.isFinite(value[i][j])) {
            throw new IllegalArgumentException(
                "patient " + i + ", reader " + j + " is not a number");
          }
          patientMean[i] += value[i][j] / k;
          readerMean[j] += value[i][j] / n;
          mean += value[i][j] / ((double) n * k);
        }
      }
      double patients = 0;
      double readers = 0;
      double rest = 0;
      for (int i = 0; i < n; i++) {
        patients += k * Math.pow(patientMean[i] - mean, 2);
        for (int j = 0; j < k; j++) {
          rest += Math.pow(value[i][j] - patientMean[i] - readerMean[j] + mean, 2);
        }
      }
      for (int j = 0; j < k; j++) {
        readers += n * Math.pow(readerMean[j] - mean, 2);
      }
      return new MeanSquares(patients / (n - 1), readers / (k - 1), rest / ((n - 1.0) * (k - 1)));
    }
  }
}
