/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.learning.harmonisation;

import org.hipparchus.distribution.continuous.FDistribution;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.RealMatrix;

/**
 * One-way multivariate analysis of variance: do groups differ in the mean of several variables,
 * such as principal components before and after harmonisation?
 *
 * <p>With sums of squares and products within (W) and between (B) groups: Pillai's trace tr(B (B +
 * W)⁻¹) and Wilks' lambda |W| / |B + W|, with the F approximations of Pillai 1955
 * (doi:10.1214/aoms/1177728599) and Rao 1951.
 *
 * @param pillai Pillai's trace
 * @param pillaiPValue its p-value
 * @param wilks Wilks' lambda
 * @param wilksPValue its p-value
 */
public record MultivariateVariance(
    double pillai, double pillaiPValue, double wilks, double wilksPValue) {

  /**
   * @param variables one row per patient
   * @param group group of each patient, 0 to {@code groupCount} − 1, none empty
   * @throws IllegalArgumentException if patients are too few or variables depend on each other
   */
  public static MultivariateVariance of(double[][] variables, int[] group, int groupCount) {
    int p = variables[0].length;
    int q = groupCount - 1;
    double residual = variables.length - (double) groupCount;
    if (groupCount < 2 || residual < p) {
      throw new IllegalArgumentException(
          variables.length + " patients in " + groupCount + " groups for " + p + " variables");
    }
    double[][] within = new double[p][p];
    double[][] total = new double[p][p];
    double[][] mean = means(variables, group, groupCount);
    for (int i = 0; i < variables.length; i++) {
      addProduct(within, variables[i], mean[group[i]]);
      addProduct(total, variables[i], mean[groupCount]);
    }
    RealMatrix w = new Array2DRowRealMatrix(within, false);
    RealMatrix t = new Array2DRowRealMatrix(total, false);
    var decomposed = new LUDecomposition(t);
    if (!decomposed.getSolver().isNonSingular()) {
      throw new IllegalArgumentException("the variables depend on each other");
    }
    double pillai = decomposed.getSolver().solve(t.subtract(w)).getTrace();
    double wilks = new LUDecomposition(w).getDeterminant() / decomposed.getDeterminant();
    return new MultivariateVariance(
        pillai, pillaiPValue(pillai, p, q, residual), wilks, wilksPValue(wilks, p, q, residual));
  }

  private static double[][] means(double[][] variables, int[] group, int groupCount) {
    double[][] mean = new double[groupCount + 1][variables[0].length]; // the last is of all
    int[] count = new int[groupCount + 1];
    for (int i = 0; i < variables.length; i++) {
      for (int g : new int[] {group[i], groupCount}) {
        count[g]++;
        for (int j = 0; j < mean[g].length; j++) {
          mean[g][j] += variables[i][j];
        }
      }
    }
    for (int g = 0; g <= groupCount; g++) {
      if (count[g] == 0) {
        throw new IllegalArgumentException("group " + g + " is empty");
      }
      for (int j = 0; j < mean[g].length; j++) {
        mean[g][j] /= count[g];
      }
    }
    return mean;
  }

  private static void addProduct(double[][] sum, double[] value, double[] mean) {
    for (int j = 0; j < mean.length; j++) {
      for (int k = 0; k < mean.length; k++) {
        sum[j][k] += (value[j] - mean[j]) * (value[k] - mean[k]);
      }
    }
  }

  private static double pillaiPValue(double trace, int p, int q, double residual) {
    double s = Math.min(p, q);
    double first = Math.abs(p - q) + s;
    double second = residual - p + s;
    double f = second / first * trace / (s - trace);
    return 1 - new FDistribution(s * first, s * second).cumulativeProbability(f);
  }

  private static double wilksPValue(double lambda, int p, int q, double residual) {
    double a = residual - 0.5 * (p - q + 1);
    double product = (double) p * q;
    double sum = (double) p * p + (double) q * q - 5;
    double root = sum > 0 ? Math.sqrt((product * product - 4) / sum) : 1;
    double freedom = a * root - (product - 2) / 2;
    double f = (Math.pow(lambda, -1 / root) - 1) * freedom / product;
    return 1 - new FDistribution(product, freedom).cumulativeProbability(f);
  }
}
