/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.learning.penalised;

import java.util.Arrays;
import org.recourse.learning.sample.Ranks;
import org.recourse.learning.survival.SurvivalSample;

/**
 * Mean loss of a response as a function of the linear predictor η of each patient, with its
 * gradient and a positive diagonal curvature. Not thread-safe: it holds the results of the last
 * {@link #at}.
 */
abstract sealed class MeanLoss {

  /** Curvature below this is raised to it, so that no working response is infinite. */
  private static final double LEAST_CURVATURE = 1e-9;

  final double[] gradient;
  final double[] curvature;

  private MeanLoss(int patients) {
    gradient = new double[patients];
    curvature = new double[patients];
  }

  static MeanLoss of(Response response) {
    return switch (response) {
      case Response.Continuous(double[] value) -> new Squared(value);
      case Response.Binary(boolean[] event) -> new Logistic(event);
      case Response.Survival(SurvivalSample sample) -> new PartialLikelihood(sample);
    };
  }

  /** Fills gradient and curvature and returns the mean loss. */
  abstract double at(double[] eta);

  /** Whether the model has an intercept; a hazard ratio has none. */
  abstract boolean hasIntercept();

  private static final class Squared extends MeanLoss {
    private final double[] value;

    Squared(double[] value) {
      super(value.length);
      this.value = value;
      Arrays.fill(curvature, 1.0 / value.length);
    }

    @Override
    double at(double[] eta) {
      double loss = 0;
      for (int i = 0; i < eta.length; i++) {
        double residual = eta[i] - value[i];
        gradient[i] = residual / eta.length;
        loss += residual * residual / (2.0 * eta.length);
      }
      return loss;
    }

    @Override
    boolean hasIntercept() {
      return true;
    }
  }

  private static final class Logistic extends MeanLoss {
    private final boolean[] event;

    Logistic(boolean[] event) {
      super(event.length);
      this.event = event;
    }

    @Override
    double at(double[] eta) {
      double loss = 0;
      for (int i = 0; i < eta.length; i++) {
        double p = 1 / (1 + Math.exp(-eta[i]));
        gradient[i] = (p - (event[i] ? 1 : 0)) / eta.length;
        curvature[i] = Math.max(p * (1 - p), LEAST_CURVATURE) / eta.length;
        double signed = event[i] ? eta[i] : -eta[i];
        loss += signed > 0 ? Math.log1p(Math.exp(-signed)) : Math.log1p(Math.exp(signed)) - signed;
      }
      return loss / eta.length;
    }

    @Override
    boolean hasIntercept() {
      return true;
    }
  }

  /** Breslow's partial likelihood; risk-set sums run from the longest follow-up to the shortest. */
  private static final class PartialLikelihood extends MeanLoss {
    private final SurvivalSample sample;
    private final int[] order; // ascending time

    PartialLikelihood(SurvivalSample sample) {
      super(sample.size());
      this.sample = sample;
      double[] time = new double[sample.size()];
      for (int i = 0; i < time.length; i++) {
        time[i] = sample.time(i);
      }
      order = Ranks.ascendingOrder(time);
    }

    @Override
    double at(double[] eta) {
      int n = eta.length;
      double shift = Arrays.stream(eta).max().orElse(0); // exp never overflows
      double[] riskSum = new double[n]; // of the risk set at the time of order[i]
      double sum = 0;
      for (int end = n; end > 0; ) {
        int start = end;
        double time = sample.time(order[end - 1]);
        while (start > 0 && sample.time(order[start - 1]) == time) {
          sum += Math.exp(eta[order[--start]] - shift);
        }
        Arrays.fill(riskSum, start, end, sum);
        end = start;
      }
      return gradients(eta, shift, riskSum);
    }

    private double gradients(double[] eta, double shift, double[] riskSum) {
      int n = eta.length;
      double loss = 0;
      double first = 0; // Σ d / riskSum over event times up to now
      double second = 0; // Σ d / riskSum²
      for (int from = 0; from < n; ) {
        int to = from;
        double time = sample.time(order[from]);
        for (; to < n && sample.time(order[to]) == time; to++) {
          if (sample.event(order[to])) {
            first += 1 / riskSum[to];
            second += 1 / (riskSum[to] * riskSum[to]);
            loss -= eta[order[to]] - shift - Math.log(riskSum[to]);
          }
        }
        for (int k = from; k < to; k++) {
          int i = order[k];
          double hazard = Math.exp(eta[i] - shift);
          gradient[i] = (hazard * first - (sample.event(i) ? 1 : 0)) / n;
          curvature[i] = Math.max(hazard * first - hazard * hazard * second, LEAST_CURVATURE) / n;
        }
        from = to;
      }
      return loss / n;
    }

    @Override
    boolean hasIntercept() {
      return false;
    }
  }
}
