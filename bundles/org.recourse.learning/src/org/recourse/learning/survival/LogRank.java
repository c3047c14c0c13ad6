/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.learning.survival;

import org.hipparchus.distribution.continuous.ChiSquaredDistribution;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.CholeskyDecomposition;

/**
 * The log-rank test of equal survival in two or more groups.
 *
 * <p>At each event time the expected events of group g are d · n_g / n and their covariances
 * hypergeometric; χ² = (O − E)ᵀ V⁻¹ (O − E) over all groups but one, on groups − 1 degrees of
 * freedom. Sources: Mantel 1966; Peto and Peto 1972 (doi:10.2307/2344317). Worked example, a test:
 * Freireich 1963: O 21, E 10.7495, V 6.25696, χ² 16.79294.
 *
 * @param observed events per group
 * @param expected events per group if survival were equal
 * @param chiSquare test statistic
 * @param degreesOfFreedom groups − 1
 * @param pValue probability of a statistic at least as great when survival is equal
 */
public record LogRank(
    double[] observed, double[] expected, double chiSquare, int degreesOfFreedom, double pValue) {

  /**
   * @param group group of each patient, 0 to {@code groupCount} − 1
   * @throws IllegalArgumentException if a group has no patient at risk at any event time, so that
   *     the groups cannot be compared
   */
  public static LogRank of(SurvivalSample sample, int[] group, int groupCount) {
    if (group.length != sample.size() || groupCount < 2) {
      throw new IllegalArgumentException(
          group.length + " group numbers for " + sample.size() + " patients in " + groupCount);
    }
    double[] observed = new double[groupCount];
    double[] expected = new double[groupCount];
    double[][] variance = new double[groupCount - 1][groupCount - 1];
    int[] order = sample.ascendingOrder();
    double[] atRisk = new double[groupCount];
    for (int g : group) {
      atRisk[g]++;
    }
    double total = sample.size();
    int i = 0;
    while (i < order.length) {
      double time = sample.time(order[i]);
      double[] leaving = new double[groupCount];
      double events = 0;
      double left = 0;
      for (; i < order.length && sample.time(order[i]) == time; i++) {
        int g = group[order[i]];
        leaving[g]++;
        left++;
        if (sample.event(order[i])) {
          observed[g]++;
          events++;
        }
      }
      addExpectation(expected, variance, atRisk, total, events);
      for (int g = 0; g < groupCount; g++) {
        atRisk[g] -= leaving[g];
      }
      total -= left;
    }
    return test(observed, expected, variance);
  }

  private static void addExpectation(
      double[] expected, double[][] variance, double[] atRisk, double total, double events) {
    double spread = total > 1 ? events * (total - events) / (total - 1) : 0;
    for (int g = 0; g < expected.length; g++) {
      double share = atRisk[g] / total;
      expected[g] += events * share;
      for (int h = 0; g < variance.length && h < variance.length; h++) {
        variance[g][h] += spread * ((g == h ? share : 0) - share * atRisk[h] / total);
      }
    }
  }

  private static LogRank test(double[] observed, double[] expected, double[][] variance) {
    double[] excess = new double[variance.length];
    for (int g = 0; g < excess.length; g++) {
      excess[g] = observed[g] - expected[g];
    }
    var vector = new ArrayRealVector(excess);
    double chiSquare;
    try {
      chiSquare =
          vector.dotProduct(
              new CholeskyDecomposition(new Array2DRowRealMatrix(variance, false))
                  .getSolver()
                  .solve(vector));
    } catch (MathRuntimeException e) {
      throw new IllegalArgumentException(
          "the groups cannot be compared: one has nobody at risk at any event time", e);
    }
    int freedom = variance.length;
    double p = 1 - new ChiSquaredDistribution(freedom).cumulativeProbability(chiSquare);
    return new LogRank(observed, expected, chiSquare, freedom, p);
  }
}
