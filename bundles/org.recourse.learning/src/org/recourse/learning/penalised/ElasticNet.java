/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.learning.penalised;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;

/**
 * Elastic net along a descending path of penalties, each start from the last solution.
 *
 * <p>Iteratively reweighted least squares outside, cyclic coordinate descent inside, both to
 * {@value #PRECISION} relative to a standardised feature, so that results do not depend on the path
 * walked. A feature without variation gets coefficient 0. See {@code package-info} for objective
 * and sources.
 */
public final class ElasticNet {

  static final double PRECISION = 1e-11;
  private static final int MOST_SWEEPS = 200_000;

  /**
   * @param mixingFraction α: 1 is LASSO, towards 0 is ridge; above 0, at most 1
   * @param lambdaCount penalties on the path, at least 2
   * @param leastLambdaFraction last penalty relative to the first one, at which all are 0; in (0,
   *     1)
   */
  public record Path(double mixingFraction, int lambdaCount, double leastLambdaFraction) {

    public Path {
      if (!(mixingFraction > 0 && mixingFraction <= 1)) {
        throw new IllegalArgumentException("mixingFraction is in (0, 1]: " + mixingFraction);
      }
      if (lambdaCount < 2 || !(leastLambdaFraction > 0 && leastLambdaFraction < 1)) {
        throw new IllegalArgumentException(lambdaCount + " penalties to " + leastLambdaFraction);
      }
    }

    public static Path lasso() {
      return new Path(1, 100, 0.01);
    }
  }

  /**
   * A solution.
   *
   * @param lambda penalty
   * @param intercept constant; 0 for survival, which has none
   * @param coefficients one per feature, per unit of the input
   */
  public record Solution(double lambda, double intercept, double[] coefficients) {

    public double linearPredictor(double[] features) {
      double sum = intercept;
      for (int j = 0; j < coefficients.length; j++) {
        sum += coefficients[j] * features[j];
      }
      return sum;
    }

    /** Positions of the features with a coefficient other than 0, ascending. */
    public int[] chosen() {
      return java.util.stream.IntStream.range(0, coefficients.length)
          .filter(j -> coefficients[j] != 0)
          .toArray();
    }
  }

  private ElasticNet() {}

  /**
   * The penalties of {@code path} for these data, descending from the least that keeps all at 0.
   */
  public static double[] penalties(double[][] features, Response response, Path path) {
    var design = StandardisedFeatures.of(features, response.size());
    MeanLoss loss = MeanLoss.of(response);
    var descent = new CoordinateDescent(design, loss, PRECISION);
    descent.solve(Double.POSITIVE_INFINITY, 1);
    double greatest = descent.greatestGradient() / path.mixingFraction();
    double[] lambda = new double[path.lambdaCount()];
    for (int k = 0; k < lambda.length; k++) {
      lambda[k] = greatest * Math.pow(path.leastLambdaFraction(), k / (path.lambdaCount() - 1.0));
    }
    return lambda;
  }

  /**
   * Solutions for given penalties.
   *
   * @param lambdas descending, not negative
   * @throws IllegalArgumentException if the response has no variation (all or no events)
   * @throws ArithmeticException if coordinate descent does not settle
   */
  public static List<Solution> fit(
      double[][] features,
      Response response,
      double mixingFraction,
      double[] lambdas,
      IProgressMonitor monitor) {
    return fit(features, response, mixingFraction, lambdas, PRECISION, monitor);
  }

  /**
   * Solutions for given penalties to a stated precision. With features that depend on each other
   * the last digits need very many sweeps; which features enter is known long before.
   *
   * @param lambdas descending, not negative
   * @param precision greatest last step relative to a standardised feature, above 0
   */
  public static List<Solution> fit(
      double[][] features,
      Response response,
      double mixingFraction,
      double[] lambdas,
      double precision,
      IProgressMonitor monitor) {
    if (!(precision > 0)) {
      throw new IllegalArgumentException("precision must be > 0: " + precision);
    }
    SubMonitor progress = SubMonitor.convert(monitor, "Elastic net", lambdas.length);
    var design = StandardisedFeatures.of(features, response.size());
    var descent = new CoordinateDescent(design, MeanLoss.of(response), precision);
    var solutions = new ArrayList<Solution>();
    for (double lambda : lambdas) {
      progress.checkCanceled();
      descent.solve(lambda, mixingFraction);
      solutions.add(design.onInputScale(lambda, descent.intercept(), descent.coefficients()));
      progress.worked(1);
    }
    return List.copyOf(solutions);
  }

  /** Sweeps over coordinates; keeps its solution as the next start. */
  private static final class CoordinateDescent {
    private final StandardisedFeatures design;
    private final MeanLoss loss;
    private final double[] beta;
    private final double[] eta;
    private final double precision;
    private double intercept;

    CoordinateDescent(StandardisedFeatures design, MeanLoss loss, double precision) {
      this.precision = precision;
      this.design = design;
      this.loss = loss;
      beta = new double[design.featureCount()];
      eta = new double[design.patientCount()];
    }

    OptionalDouble intercept() {
      return loss.hasIntercept() ? OptionalDouble.of(intercept) : OptionalDouble.empty();
    }

    double[] coefficients() {
      return beta.clone();
    }

    double greatestGradient() {
      loss.at(eta);
      double greatest = 0;
      for (int j = 0; j < beta.length; j++) {
        greatest = Math.max(greatest, Math.abs(dot(design.column(j), loss.gradient)));
      }
      return greatest;
    }

    void solve(double lambda, double mixing) {
      for (int outer = 0; outer < 1000; outer++) {
        loss.at(eta);
        double[] start = beta.clone();
        double startIntercept = intercept;
        weightedLeastSquares(lambda, mixing);
        double moved = Math.abs(intercept - startIntercept);
        for (int j = 0; j < beta.length; j++) {
          moved = Math.max(moved, Math.abs(beta[j] - start[j]));
        }
        if (moved < precision) {
          return;
        }
      }
      throw new ArithmeticException("the elastic net does not settle at lambda " + lambda);
    }

    /** Minimises the quadratic model of the loss at η plus the penalty. */
    private void weightedLeastSquares(double lambda, double mixing) {
      double[] weight = loss.curvature;
      double[] slope = loss.gradient.clone(); // gradient of the quadratic model, kept current
      double[] norm = new double[beta.length];
      for (int j = 0; j < beta.length; j++) {
        double[] x = design.column(j);
        for (int i = 0; i < x.length; i++) {
          norm[j] += weight[i] * x[i] * x[i];
        }
      }
      double totalWeight = 0;
      for (double w : weight) {
        totalWeight += w;
      }
      boolean onlyActive = false;
      for (int sweep = 0; sweep < MOST_SWEEPS; sweep++) {
        double moved = loss.hasIntercept() ? moveIntercept(slope, weight, totalWeight) : 0;
        for (int j = 0; j < beta.length; j++) {
          if (norm[j] > 0 && lambda < Double.POSITIVE_INFINITY && !(onlyActive && beta[j] == 0)) {
            moved = Math.max(moved, move(j, norm[j], slope, weight, lambda, mixing));
          }
        }
        if (moved < precision / 10) {
          if (!onlyActive) {
            return;
          }
          onlyActive = false; // one more look at all features
        } else {
          onlyActive = true;
        }
      }
      throw new ArithmeticException("coordinate descent does not settle at lambda " + lambda);
    }

    private double moveIntercept(double[] slope, double[] weight, double totalWeight) {
      double sum = 0;
      for (double s : slope) {
        sum += s;
      }
      double step = -sum / totalWeight;
      intercept += step;
      for (int i = 0; i < slope.length; i++) {
        slope[i] += weight[i] * step;
        eta[i] += step;
      }
      return Math.abs(step);
    }

    private double move(
        int j, double norm, double[] slope, double[] weight, double lambda, double mixing) {
      double[] x = design.column(j);
      double pull = norm * beta[j] - dot(x, slope);
      double soft = Math.max(Math.abs(pull) - lambda * mixing, 0);
      double next = Math.copySign(soft, pull) / (norm + lambda * (1 - mixing));
      double step = next - beta[j];
      if (step != 0) {
        beta[j] = soft == 0 ? 0 : next;
        for (int i = 0; i < x.length; i++) {
          slope[i] += weight[i] * x[i] * step;
          eta[i] += x[i] * step;
        }
      }
      return Math.abs(step);
    }

    private static double dot(double[] a, double[] b) {
      double sum = 0;
      for (int i = 0; i < a.length; i++) {
        sum += a[i] * b[i];
      }
      return sum;
    }
  }
}
