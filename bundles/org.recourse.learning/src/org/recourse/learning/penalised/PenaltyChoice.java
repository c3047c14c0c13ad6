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
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.learning.survival.SurvivalSample;

/**
 * The penalty with the least deviance in cross-validation, and the greatest one within a standard
 * error of it.
 *
 * <p>Deviance per left-out patient: squared error, −2 log-likelihood, or for survival the change of
 * the partial likelihood by the fold (Verweij and Van Houwelingen 1993, doi:10.1002/sim.4780122407)
 * over its events. Folds are weighted by their patients (survival: events). Equal to cv.glmnet of
 * R.
 *
 * @param lambdas penalties, descending
 * @param meanDeviance mean over folds per penalty
 * @param standardError of that mean per penalty
 */
public record PenaltyChoice(double[] lambdas, double[] meanDeviance, double[] standardError) {

  /** glmnet keeps probabilities this far from 0 and 1 in the deviance. */
  private static final double PROBABILITY_MARGIN = 1e-5;

  /** Position of the least mean deviance; the greater penalty of equals. */
  public int leastIndex() {
    int best = 0;
    for (int k = 1; k < lambdas.length; k++) {
      if (meanDeviance[k] < meanDeviance[best]) {
        best = k;
      }
    }
    return best;
  }

  /** The greatest penalty whose mean deviance is within a standard error of the least. */
  public int sparsestIndex() {
    int best = leastIndex();
    double limit = meanDeviance[best] + standardError[best];
    for (int k = 0; k < best; k++) {
      if (meanDeviance[k] <= limit) {
        return k;
      }
    }
    return best;
  }

  /**
   * @param fold fold of each patient, 0 to {@code foldCount} − 1
   */
  public static PenaltyChoice crossValidated(
      double[][] features,
      Response response,
      double mixingFraction,
      double[] lambdas,
      int[] fold,
      int foldCount,
      IProgressMonitor monitor) {
    return crossValidated(
        features,
        response,
        mixingFraction,
        lambdas,
        fold,
        foldCount,
        ElasticNet.PRECISION,
        monitor);
  }

  /**
   * The same to a stated precision of each solution.
   *
   * @param fold fold of each patient, 0 to {@code foldCount} − 1
   * @param precision greatest last step relative to a standardised feature, above 0
   */
  public static PenaltyChoice crossValidated(
      double[][] features,
      Response response,
      double mixingFraction,
      double[] lambdas,
      int[] fold,
      int foldCount,
      double precision,
      IProgressMonitor monitor) {
    SubMonitor progress = SubMonitor.convert(monitor, "Cross-validation", foldCount);
    double[][] deviance = new double[foldCount][];
    double[] weight = new double[foldCount];
    for (int k = 0; k < foldCount; k++) {
      int[] kept = positions(fold, k, false);
      int[] left = positions(fold, k, true);
      if (left.length == 0) {
        throw new IllegalArgumentException("fold " + k + " holds no patient");
      }
      List<ElasticNet.Solution> path =
          ElasticNet.fit(
              rows(features, kept),
              of(response, kept),
              mixingFraction,
              lambdas,
              precision,
              progress.split(1));
      deviance[k] = new double[lambdas.length];
      weight[k] = weight(response, left);
      for (int l = 0; l < lambdas.length; l++) {
        deviance[k][l] = deviance(features, response, kept, left, path.get(l)) / weight[k];
      }
    }
    return summarised(lambdas, deviance, weight);
  }

  private static PenaltyChoice summarised(double[] lambdas, double[][] deviance, double[] weight) {
    double total = java.util.Arrays.stream(weight).sum();
    double[] mean = new double[lambdas.length];
    double[] error = new double[lambdas.length];
    for (int l = 0; l < lambdas.length; l++) {
      for (int k = 0; k < weight.length; k++) {
        mean[l] += weight[k] * deviance[k][l] / total;
      }
      double spread = 0;
      for (int k = 0; k < weight.length; k++) {
        double difference = deviance[k][l] - mean[l];
        spread += weight[k] * difference * difference / total;
      }
      error[l] = Math.sqrt(spread / (weight.length - 1));
    }
    return new PenaltyChoice(lambdas.clone(), mean, error);
  }

  private static double weight(Response response, int[] left) {
    return switch (response) {
      case Response.Continuous c -> left.length;
      case Response.Binary b -> left.length;
      case Response.Survival(SurvivalSample sample) -> {
        int events = 0;
        for (int i : left) {
          events += sample.event(i) ? 1 : 0;
        }
        if (events == 0) {
          throw new IllegalArgumentException("a fold holds no event: its deviance is not defined");
        }
        yield events;
      }
    };
  }

  private static double deviance(
      double[][] features,
      Response response,
      int[] kept,
      int[] left,
      ElasticNet.Solution solution) {
    return switch (response) {
      case Response.Continuous(double[] value) -> {
        double sum = 0;
        for (int i : left) {
          double residual = value[i] - solution.linearPredictor(features[i]);
          sum += residual * residual;
        }
        yield sum;
      }
      case Response.Binary(boolean[] event) -> {
        double sum = 0;
        for (int i : left) {
          double p = 1 / (1 + Math.exp(-solution.linearPredictor(features[i])));
          double bounded = Math.clamp(p, PROBABILITY_MARGIN, 1 - PROBABILITY_MARGIN);
          sum -= 2 * Math.log(event[i] ? bounded : 1 - bounded);
        }
        yield sum;
      }
      case Response.Survival(SurvivalSample sample) -> {
        int[] all = java.util.stream.IntStream.range(0, sample.size()).toArray();
        yield partialDeviance(features, response, all, solution)
            - partialDeviance(features, response, kept, solution);
      }
    };
  }

  private static double partialDeviance(
      double[][] features, Response response, int[] patients, ElasticNet.Solution solution) {
    double[] eta = new double[patients.length];
    for (int i = 0; i < eta.length; i++) {
      eta[i] = solution.linearPredictor(features[patients[i]]);
    }
    Response chosen = of(response, patients);
    return 2 * (eta.length * MeanLoss.of(chosen).at(eta) - saturatedLoss(chosen));
  }

  /** Loss of the model with a hazard of its own for every event time: Σ d log d over the times. */
  private static double saturatedLoss(Response response) {
    double loss = 0;
    if (response instanceof Response.Survival(SurvivalSample sample)) {
      for (double time : sample.eventTimes()) {
        int tied = 0;
        for (int i = 0; i < sample.size(); i++) {
          tied += sample.event(i) && sample.time(i) == time ? 1 : 0;
        }
        loss += tied * Math.log(tied);
      }
    }
    return loss;
  }

  private static int[] positions(int[] fold, int wanted, boolean inside) {
    var list = new ArrayList<Integer>();
    for (int i = 0; i < fold.length; i++) {
      if ((fold[i] == wanted) == inside) {
        list.add(i);
      }
    }
    return list.stream().mapToInt(Integer::intValue).toArray();
  }

  private static double[][] rows(double[][] features, int[] index) {
    double[][] chosen = new double[index.length][];
    for (int i = 0; i < index.length; i++) {
      chosen[i] = features[index[i]];
    }
    return chosen;
  }

  private static Response of(Response response, int[] index) {
    return switch (response) {
      case Response.Continuous(double[] value) ->
          new Response.Continuous(
              java.util.Arrays.stream(index).mapToDouble(i -> value[i]).toArray());
      case Response.Binary(boolean[] event) -> {
        boolean[] chosen = new boolean[index.length];
        for (int i = 0; i < index.length; i++) {
          chosen[i] = event[index[i]];
        }
        yield new Response.Binary(chosen);
      }
      case Response.Survival(SurvivalSample sample) -> {
        double[] time = new double[index.length];
        boolean[] event = new boolean[index.length];
        for (int i = 0; i < index.length; i++) {
          time[i] = sample.time(index[i]);
          event[i] = sample.event(index[i]);
        }
        yield new Response.Survival(new SurvivalSample(time, event));
      }
    };
  }
}
