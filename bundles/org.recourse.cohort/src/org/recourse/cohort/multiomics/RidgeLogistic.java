/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cohort.multiomics;

import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.CholeskyDecomposition;
import org.recourse.learning.pipeline.Classifier;
import org.recourse.learning.pipeline.Learner;
import org.recourse.learning.pipeline.NotFittedException;
import org.recourse.learning.pipeline.TrainingSet;

/**
 * Logistic regression with a ridge penalty: maximises mean log-likelihood − λ/2 |β|², the intercept
 * free, by Newton's method with halved steps (Le Cessie and Van Houwelingen 1992,
 * doi:10.2307/2347628). The maximum exists for every λ above 0, also with features that depend on
 * each other. Features should be standardised before. The score is the linear predictor.
 *
 * @param lambda penalty, above 0
 */
record RidgeLogistic(double lambda) implements Learner {

  private static final int MOST_STEPS = 100;
  private static final double CONVERGED = 1e-10;

  RidgeLogistic {
    if (!(lambda > 0 && lambda < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("lambda must be finite and > 0: " + lambda);
    }
  }

  @Override
  public String description() {
    return "logistic regression, ridge penalty " + lambda;
  }

  @Override
  public Classifier fit(TrainingSet training, long seed) throws NotFittedException {
    if (training.eventCount() == 0 || training.eventCount() == training.size()) {
      throw new NotFittedException("All training patients have the same outcome.");
    }
    double[] beta = new double[training.featureCount() + 1];
    double objective = objective(training, beta);
    for (int step = 0; step < MOST_STEPS; step++) {
      double[] direction = newton(training, beta);
      double scale = 1;
      double[] next = moved(beta, direction, scale);
      double reached = objective(training, next);
      while (reached < objective && scale > CONVERGED) {
        scale /= 2;
        next = moved(beta, direction, scale);
        reached = objective(training, next);
      }
      boolean done = reached - objective < CONVERGED;
      beta = next;
      objective = reached;
      if (done) {
        break;
      }
    }
    double[] fitted = beta;
    return features -> linear(fitted, features);
  }

  private static double linear(double[] beta, double[] row) {
    double sum = beta[0];
    for (int j = 0; j < row.length; j++) {
      sum += beta[j + 1] * row[j];
    }
    return sum;
  }

  private double objective(TrainingSet training, double[] beta) {
    double sum = 0;
    for (int i = 0; i < training.size(); i++) {
      double eta = linear(beta, training.row(i));
      double signed = training.event(i) ? eta : -eta;
      sum -= signed > 0 ? Math.log1p(Math.exp(-signed)) : Math.log1p(Math.exp(signed)) - signed;
    }
    double squares = 0;
    for (int j = 1; j < beta.length; j++) {
      squares += beta[j] * beta[j];
    }
    return sum / training.size() - lambda / 2 * squares;
  }

  private double[] newton(TrainingSet training, double[] beta) {
    int p = beta.length;
    double[][] information = new double[p][p];
    double[] gradient = new double[p];
    double[] x = new double[p];
    x[0] = 1;
    for (int i = 0; i < training.size(); i++) {
      System.arraycopy(training.row(i), 0, x, 1, p - 1);
      double probability = 1 / (1 + Math.exp(-linear(beta, training.row(i))));
      double weight = probability * (1 - probability) / training.size();
      double residual = ((training.event(i) ? 1 : 0) - probability) / training.size();
      for (int j = 0; j < p; j++) {
        gradient[j] += residual * x[j];
        double wx = weight * x[j];
        for (int k = 0; k <= j; k++) {
          information[j][k] += wx * x[k];
        }
      }
    }
    for (int j = 0; j < p; j++) {
      if (j > 0) {
        gradient[j] -= lambda * beta[j];
        information[j][j] += lambda;
      }
      for (int k = 0; k < j; k++) {
        information[k][j] = information[j][k];
      }
    }
    return new CholeskyDecomposition(new Array2DRowRealMatrix(information, false))
        .getSolver()
        .solve(new ArrayRealVector(gradient, false))
        .toArray();
  }

  private static double[] moved(double[] beta, double[] direction, double scale) {
    double[] moved = beta.clone();
    for (int j = 0; j < moved.length; j++) {
      moved[j] += scale * direction[j];
    }
    return moved;
  }
}
