/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.phantom.internal.dose;

import java.util.Arrays;
import org.eclipse.core.runtime.SubMonitor;

/**
 * Finds weights that are not negative and keep the dose of every point between two bounds, by
 * accelerated projected gradient descent on {@code Σ l·max(0, low − d)² + h·max(0, d − high)²}.
 * Single-threaded, so that the result is the same everywhere.
 */
final class FluenceOptimisation {

  private static final int ITERATIONS = 90;
  private static final int POWER_ITERATIONS = 12;
  private static final double STEP_SAFETY = 1.15;

  private final InfluenceRows influence;
  private final double[] lowGy;
  private final double[] highGy;
  private final double[] penalty;
  private final int weightCount;

  /**
   * @param lowGy lowest dose wanted per point; 0 if there is none
   * @param highGy highest dose wanted per point
   * @param penalty weight of a breach per point
   */
  FluenceOptimisation(
      InfluenceRows influence, double[] lowGy, double[] highGy, double[] penalty, int weightCount) {
    this.influence = influence;
    this.lowGy = lowGy;
    this.highGy = highGy;
    this.penalty = penalty;
    this.weightCount = weightCount;
  }

  double[] weights(SubMonitor progress) {
    progress.setWorkRemaining(ITERATIONS);
    double step = 1 / (STEP_SAFETY * largestCurvature());
    double[] weights = new double[weightCount];
    double[] doseGy = new double[influence.rowCount()];
    Arrays.fill(weights, 1);
    influence.multiply(weights, doseGy);
    Arrays.fill(weights, scaleToTarget(doseGy));
    double[] ahead = weights.clone();
    double[] gradient = new double[weightCount];
    double momentum = 1;
    for (int iteration = 0; iteration < ITERATIONS; iteration++) {
      progress.checkCanceled();
      influence.multiply(ahead, doseGy);
      breach(doseGy);
      influence.multiplyTransposed(doseGy, gradient);
      double nextMomentum = (1 + Math.sqrt(1 + 4 * momentum * momentum)) / 2;
      double carry = (momentum - 1) / nextMomentum;
      for (int i = 0; i < weightCount; i++) {
        double moved = Math.max(0, ahead[i] - step * gradient[i]);
        ahead[i] = moved + carry * (moved - weights[i]);
        weights[i] = moved;
      }
      momentum = nextMomentum;
      progress.worked(1);
    }
    return weights;
  }

  /**
   * Returns the factor that brings the mean dose of the target points to their mean lower bound.
   */
  private double scaleToTarget(double[] doseGy) {
    double wantedGy = 0;
    double givenGy = 0;
    for (int i = 0; i < doseGy.length; i++) {
      if (lowGy[i] > 0) {
        wantedGy += lowGy[i];
        givenGy += doseGy[i];
      }
    }
    return wantedGy / givenGy;
  }

  /** Replaces every dose by half the derivative of its penalty. */
  private void breach(double[] doseGy) {
    for (int i = 0; i < doseGy.length; i++) {
      double d = doseGy[i];
      double over = Math.max(0, d - highGy[i]);
      double under = Math.max(0, lowGy[i] - d);
      doseGy[i] = penalty[i] * (over - under);
    }
  }

  /** Largest eigenvalue of the matrix of second derivatives, by power iteration. */
  private double largestCurvature() {
    double[] vector = new double[weightCount];
    double[] perPoint = new double[influence.rowCount()];
    double[] image = new double[weightCount];
    Arrays.fill(vector, 1 / Math.sqrt(weightCount));
    double norm = 1;
    for (int iteration = 0; iteration < POWER_ITERATIONS; iteration++) {
      influence.multiply(vector, perPoint);
      for (int i = 0; i < perPoint.length; i++) {
        perPoint[i] *= penalty[i];
      }
      influence.multiplyTransposed(perPoint, image);
      double square = 0;
      for (double entry : image) {
        square += entry * entry;
      }
      norm = Math.sqrt(square);
      for (int i = 0; i < weightCount; i++) {
        vector[i] = image[i] / norm;
      }
    }
    return norm;
  }
}
