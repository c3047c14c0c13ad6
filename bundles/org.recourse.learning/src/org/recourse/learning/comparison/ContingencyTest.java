/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.learning.comparison;

import org.hipparchus.distribution.continuous.ChiSquaredDistribution;
import org.hipparchus.util.CombinatoricsUtils;

/** Independence of two categories, from a table of counts. */
public final class ContingencyTest {

  /** Tables within this relative distance of the observed probability count as equally likely. */
  private static final double RELATIVE_TIE = 1e-7;

  private ContingencyTest() {}

  /**
   * Pearson's χ² test without continuity correction: Σ (O − E)²/E on (rows − 1)(columns − 1)
   * degrees of freedom (doi:10.1080/14786440009463897).
   *
   * @param count rows of equal length, at least 2 × 2, no row or column without a patient
   */
  public static double chiSquarePValue(long[][] count) {
    return pValue(count, 0);
  }

  /** Pearson's test of a 2 × 2 table with Yates' correction (doi:10.2307/2983604). */
  public static double yatesPValue(long[][] count) {
    requireTwoByTwo(count);
    return pValue(count, 0.5);
  }

  private static double pValue(long[][] count, double correction) {
    double[] row = new double[count.length];
    double[] column = new double[count[0].length];
    double total = 0;
    for (int i = 0; i < count.length; i++) {
      for (int j = 0; j < column.length; j++) {
        if (count[i].length != column.length || count[i][j] < 0) {
          throw new IllegalArgumentException("row " + i + " is not a row of counts");
        }
        row[i] += count[i][j];
        column[j] += count[i][j];
        total += count[i][j];
      }
    }
    double statistic = 0;
    for (int i = 0; i < row.length; i++) {
      for (int j = 0; j < column.length; j++) {
        double expected = row[i] * column[j] / total;
        if (!(expected > 0)) {
          throw new IllegalArgumentException("row " + i + " or column " + j + " holds no patient");
        }
        double difference = Math.abs(count[i][j] - expected);
        difference -= Math.min(correction, difference);
        statistic += difference * difference / expected;
      }
    }
    double freedom = (row.length - 1.0) * (column.length - 1.0);
    if (freedom < 1) {
      throw new IllegalArgumentException("a table has at least two rows and two columns");
    }
    return 1 - new ChiSquaredDistribution(freedom).cumulativeProbability(statistic);
  }

  /**
   * Fisher's exact test of a 2 × 2 table: the probability, margins given, of all tables that are no
   * more likely than this one (doi:10.2307/2340521).
   */
  public static double fisherPValue(long[][] count) {
    requireTwoByTwo(count);
    long firstRow = count[0][0] + count[0][1];
    long firstColumn = count[0][0] + count[1][0];
    long total = firstRow + count[1][0] + count[1][1];
    long least = Math.max(0, firstRow + firstColumn - total);
    long greatest = Math.min(firstRow, firstColumn);
    double observed = logProbability(count[0][0], firstRow, firstColumn, total);
    double sum = 0;
    for (long a = least; a <= greatest; a++) {
      double log = logProbability(a, firstRow, firstColumn, total);
      if (log <= observed + RELATIVE_TIE) {
        sum += Math.exp(log);
      }
    }
    return Math.min(1, sum);
  }

  private static double logProbability(long a, long firstRow, long firstColumn, long total) {
    return logBinomial(firstColumn, a)
        + logBinomial(total - firstColumn, firstRow - a)
        - logBinomial(total, firstRow);
  }

  private static double logBinomial(long n, long k) {
    return CombinatoricsUtils.binomialCoefficientLog(Math.toIntExact(n), Math.toIntExact(k));
  }

  private static void requireTwoByTwo(long[][] count) {
    if (count.length != 2 || count[0].length != 2 || count[1].length != 2) {
      throw new IllegalArgumentException("the table is not 2 x 2");
    }
  }
}
