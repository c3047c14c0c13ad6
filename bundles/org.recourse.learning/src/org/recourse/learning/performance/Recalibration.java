/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.learning.performance;

import org.recourse.learning.pipeline.NotFittedException;
import org.recourse.learning.regression.LogisticRegression;
import org.recourse.learning.sample.ScoredOutcomes;

/**
 * A score turned into a probability at the natural incidence: P(event) = 1 / (1 + exp(−(a + b s))),
 * fitted on scores of patients the model never saw. Immutable. Source: Platt 1999; Steyerberg 2019
 * (doi:10.1007/978-3-030-16399-0).
 *
 * @param intercept a
 * @param slope b, above 0: a higher score is a higher risk
 * @param incidenceFraction events over patients it was fitted on
 */
public record Recalibration(double intercept, double slope, double incidenceFraction) {

  public Recalibration {
    if (!(slope > 0) || !Double.isFinite(intercept)) {
      throw new IllegalArgumentException("intercept " + intercept + ", slope " + slope);
    }
  }

  /**
   * @param outOfFold scores of patients at the natural incidence, none of them resampled
   * @throws NotFittedException if the score does not rank the patients or separates them
   */
  public static Recalibration of(ScoredOutcomes outOfFold) throws NotFittedException {
    double[][] score = new double[outOfFold.size()][1];
    boolean[] event = new boolean[score.length];
    for (int i = 0; i < score.length; i++) {
      score[i][0] = outOfFold.score(i);
      event[i] = outOfFold.event(i);
    }
    if (!outOfFold.hasBothOutcomes()) {
      throw new NotFittedException("Recalibration needs patients with and without the event.");
    }
    return switch (LogisticRegression.fit(score, event)) {
      case LogisticRegression.Converged fit when fit.coefficients()[1] > 0 ->
          new Recalibration(
              fit.coefficients()[0],
              fit.coefficients()[1],
              outOfFold.eventCount() / (double) outOfFold.size());
      case LogisticRegression.Converged fit ->
          throw new NotFittedException(
              "A higher score does not go with a higher risk on these patients, so no probability"
                  + " can be given.");
      case LogisticRegression.NotConverged failure ->
          throw new NotFittedException(failure.reason());
    };
  }

  public double probability(double score) {
    return 1 / (1 + Math.exp(-(intercept + slope * score)));
  }
}
