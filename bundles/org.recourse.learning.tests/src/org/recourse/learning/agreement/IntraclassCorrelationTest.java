/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.learning.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.recourse.learning.sample.Estimate;
import org.recourse.learning.sample.Interval;

class IntraclassCorrelationTest {

  /** Shrout and Fleiss 1979, table 2: six targets, four judges. */
  private static final double[][] SHROUT_FLEISS = {
    {9, 2, 5, 8}, {6, 1, 3, 2}, {8, 4, 6, 8}, {7, 1, 2, 6}, {10, 5, 6, 9}, {6, 2, 4, 7}
  };

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({"ICC_2_1, .29", "ICC_2_K, .62", "ICC_3_1, .71", "ICC_3_K, .91"})
  void publishedValues(IntraclassCorrelation.Form form, double published) {
    assertEquals(published, defined(SHROUT_FLEISS, form).value(), 0.005); // two decimals
  }

  /** Intervals of ICC(3,1) in closed form: F = MSR/MSE = 11.24/1.02. */
  @Test
  void theConsistencyIntervalIsTheFInterval() {
    Interval interval =
        defined(SHROUT_FLEISS, IntraclassCorrelation.Form.ICC_3_1).interval().orElseThrow();
    assertEquals(0.34, interval.lower(), 0.005);
    assertEquals(0.95, interval.upper(), 0.005);
  }

  /** McGraw and Wong 1996; the interval that psychology's tables give for the same data. */
  @Test
  void theAgreementIntervalIsSatterthwaites() {
    Interval interval =
        defined(SHROUT_FLEISS, IntraclassCorrelation.Form.ICC_2_1).interval().orElseThrow();
    assertEquals(0.02, interval.lower(), 0.005);
    assertEquals(0.76, interval.upper(), 0.005);
  }

  /** A reader who always measures 1 more agrees in consistency, not in absolute terms. */
  @Test
  void anOffsetCostsAgreementOnly() {
    double[][] offset = {{1, 2}, {2, 3}, {5, 6}, {7, 8}};
    assertEquals(1, defined(offset, IntraclassCorrelation.Form.ICC_3_1).value(), 1e-12);
    assertEquals(true, defined(offset, IntraclassCorrelation.Form.ICC_2_1).value() < 1 - 1e-3);
  }

  @Test
  void equalMeasurementsHaveNoCorrelation() {
    assertInstanceOf(
        Estimate.Undefined.class,
        IntraclassCorrelation.of(
            new double[][] {{3, 3}, {3, 3}}, IntraclassCorrelation.Form.ICC_2_1, 0.95));
    assertThrows(
        IllegalArgumentException.class,
        () ->
            IntraclassCorrelation.of(
                new double[][] {{3}, {4}}, IntraclassCorrelation.Form.ICC_2_1, 0.95));
  }

  /** Sums of equal readings leave a residual variance of rounding, which defines no interval. */
  @ParameterizedTest
  @EnumSource(IntraclassCorrelation.Form.class)
  void readersWhoAgreeToTheLastDigitHaveOneWithoutInterval(IntraclassCorrelation.Form form) {
    var random = new Random(7);
    double[][] equal = new double[50][2];
    for (double[] row : equal) {
      row[0] = random.nextGaussian();
      row[1] = row[0];
    }

    Estimate.Defined icc = defined(equal, form);

    assertEquals(1, icc.value(), 1e-12);
    assertEquals(Optional.empty(), icc.interval());
  }

  private static Estimate.Defined defined(double[][] value, IntraclassCorrelation.Form form) {
    return assertInstanceOf(Estimate.Defined.class, IntraclassCorrelation.of(value, form, 0.95));
  }
}
