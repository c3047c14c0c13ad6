/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.learning.regression;

import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.RealMatrix;

/**
 * Logistic regression by maximum likelihood: P(event) = 1 / (1 + exp(−(o + b₀ + Σ bⱼ xⱼ))).
 *
 * <p>Newton's method on the log-likelihood with halved steps; converged when no coefficient moves
 * by more than 1e-10 relative to its standard error. Separated data have no finite maximum: that is
 * {@link NotConverged}. Source: McCullagh and Nelder, Generalized Linear Models, 1989
 * (doi:10.1007/978-1-4899-3242-6).
 */
public final class LogisticRegression {

  private static final int MOST_ITERATIONS = 100;
  private static final double RELATIVE_STEP = 1e-10;
  private static final double GREATEST_LINEAR_PREDICTOR = 30; // fitted risk below 1e-13: separation

  private LogisticRegression() {}

  /** Outcome of a fit. */
  public sealed interface Fit {}

  /**
   * A maximum of the likelihood.
   *
   * @param coefficients intercept first, then one per feature
   * @param standardErrors from the inverse information, same order
   * @param logLikelihood at the maximum
   */
  public record Converged(double[] coefficients, double[] standardErrors, double logLikelihood)
      implements Fit {

    /** Two-sided Wald p-value of coefficient {@code index} (0 is the intercept). */
    public double waldPValue(int index) {
      double z = coefficients[index] / standardErrors[index];
      return 2
          * new org.hipparchus.distribution.continuous.NormalDistribution()
              .cumulativeProbability(-Math.abs(z));
    }

    /** Fitted probability of a patient with these features. */
    public double probability(double[] features) {
      double linear = coefficients[0];
      for (int j = 0; j < features.length; j++) {
        linear += coefficients[j + 1] * features[j];
      }
      return logistic(linear);
    }
  }

  /**
   * @param reason a sentence: separated outcomes, a constant feature, or too many steps
   */
  public record NotConverged(String reason) implements Fit {}

  public static Fit fit(double[][] features, boolean[] event) {
    return fit(features, event, new double[event.length]);
  }

  /**
   * @param features one row per patient, all of the same length, finite
   * @param event outcome per patient
   * @param offset known part of the linear predictor per patient
   */
  public static Fit fit(double[][] features, boolean[] event, double[] offset) {
    double[][] design = withIntercept(features, event.length);
    double[] beta = new double[design.length == 0 ? 1 : design[0].length];
    double likelihood = logLikelihood(design, event, offset, beta);
    for (int iteration = 0; iteration < MOST_ITERATIONS; iteration++) {
      RealMatrix information = information(design, offset, beta);
      double[] step;
      RealMatrix covariance;
      try {
        var solver = new CholeskyDecomposition(information).getSolver();
        step = solver.solve(new ArrayRealVector(score(design, event, offset, beta))).toArray();
        covariance = solver.getInverse();
      } catch (MathRuntimeException e) {
        return new NotConverged(
            "The information matrix is singular: outcomes are separated by the features, or a"
                + " feature repeats others.");
      }
      double[] next = stepUphill(design, event, offset, beta, step, likelihood);
      double moved = 0;
      for (int j = 0; j < beta.length; j++) {
        moved = Math.max(moved, Math.abs(next[j] - beta[j]) / Math.sqrt(covariance.getEntry(j, j)));
      }
      beta = next;
      likelihood = logLikelihood(design, event, offset, beta);
      if (moved < RELATIVE_STEP) {
        return finished(design, offset, beta, covariance, likelihood);
      }
    }
    return new NotConverged("No maximum was found: the outcomes are separated by the features.");
  }

  private static Fit finished(
      double[][] design, double[] offset, double[] beta, RealMatrix covariance, double likelihood) {
    for (int i = 0; i < design.length; i++) {
      if (Math.abs(linear(design[i], beta)) > GREATEST_LINEAR_PREDICTOR + Math.abs(offset[i])) {
        return new NotConverged("The outcomes are separated by the features.");
      }
    }
    double[] errors = new double[beta.length];
    for (int j = 0; j < beta.length; j++) {
      errors[j] = Math.sqrt(covariance.getEntry(j, j));
    }
    return new Converged(beta, errors, likelihood);
  }

  private static double[] stepUphill(
      double[][] design,
      boolean[] event,
      double[] offset,
      double[] beta,
      double[] step,
      double likelihood) {
    double scale = 1;
    double[] next = beta;
    for (int halving = 0; halving < 40; halving++, scale /= 2) {
      next = new double[beta.length];
      for (int j = 0; j < beta.length; j++) {
        next[j] = beta[j] + scale * step[j];
      }
      if (logLikelihood(design, event, offset, next) >= likelihood) {
        return next;
      }
    }
    return beta; // at the maximum to rounding
  }

  private static double[][] withIntercept(double[][] features, int patients) {
    if (features.length != patients) {
      throw new IllegalArgumentException(features.length + " rows for " + patients + " outcomes");
    }
    double[][] design = new double[patients][];
    for (int i = 0; i < patients; i++) {
      if (features[i].length != features[0].length) {
        throw new IllegalArgumentException("row " + i + " has another number of features");
      }
      design[i] = new double[features[i].length + 1];
      design[i][0] = 1;
      for (int j = 0; j < features[i].length; j++) {
        if (!Double.isFinite(features[i][j])) {
          throw new IllegalArgumentException("row " + i + ", feature " + j + " is not finite");
        }
        design[i][j + 1] = features[i][j];
      }
    }
    return design;
  }

  private static double linear(double[] row, double[] beta) {
    double sum = 0;
    for (int j = 0; j < beta.length; j++) {
      sum += row[j] * beta[j];
    }
    return sum;
  }

  private static double logLikelihood(
      double[][] design, boolean[] event, double[] offset, double[] beta) {
    double sum = 0;
    for (int i = 0; i < design.length; i++) {
      double linear = offset[i] + linear(design[i], beta);
      double signed = event[i] ? linear : -linear;
      sum -= signed > 0 ? Math.log1p(Math.exp(-signed)) : Math.log1p(Math.exp(signed)) - signed;
    }
    return sum;
  }

  private static double[] score(
      double[][] design, boolean[] event, double[] offset, double[] beta) {
    double[] score = new double[beta.length];
    for (int i = 0; i < design.length; i++) {
      double residual = (event[i] ? 1 : 0) - logistic(offset[i] + linear(design[i], beta));
      for (int j = 0; j < beta.length; j++) {
        score[j] += residual * design[i][j];
      }
    }
    return score;
  }

  private static RealMatrix information(double[][] design, double[] offset, double[] beta) {
    double[][] sum = new double[beta.length][beta.length];
    for (int i = 0; i < design.length; i++) {
      double p = logistic(offset[i] + linear(design[i], beta));
      for (int j = 0; j < beta.length; j++) {
        for (int k = 0; k <= j; k++) {
          sum[j][k] += p * (1 - p) * design[i][j] * design[i][k];
        }
      }
    }
    for (int j = 0; j < beta.length; j++) {
      for (int k = 0; k < j; k++) {
        sum[k][j] = sum[j][k];
      }
    }
    return new Array2DRowRealMatrix(sum, false);
  }

  static double logistic(double linear) {
    return linear >= 0 ? 1 / (1 + Math.exp(-linear)) : Math.exp(linear) / (1 + Math.exp(linear));
  }
}
