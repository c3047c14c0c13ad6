/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.inference.model;

/**
 * Turns a score into a probability: logit(p) = intercept + slope · logit(score).
 *
 * <p>Slope and intercept are fitted on predictions for patients that the network had not seen, at
 * the incidence of the outcome in the population (Cox 1958, doi:10.1093/biomet/45.3-4.562). Scores
 * 0 and 1 stay 0 and 1. Worked example: slope 1 and intercept −ln 4 turn a score of 0.5 into 0.2.
 *
 * @param incidenceFraction incidence in the data of the fit, above 0 and below 1
 * @param slope above 0
 * @param intercept finite
 * @param source on which out-of-fold predictions it was fitted
 */
public record Calibration(double incidenceFraction, double slope, double intercept, String source) {

  public Calibration {
    if (!(incidenceFraction > 0 && incidenceFraction < 1)) {
      throw new IllegalArgumentException("incidence must be between 0 and 1: " + incidenceFraction);
    }
    if (!(slope > 0 && slope < Double.POSITIVE_INFINITY && Double.isFinite(intercept))) {
      throw new IllegalArgumentException("no calibration: " + slope + ", " + intercept);
    }
    if (source.isBlank()) {
      throw new IllegalArgumentException("a calibration names the predictions it was fitted on");
    }
  }

  /** Returns the probability as a fraction for a score between 0 and 1. */
  public double probabilityFraction(double score) {
    if (!(score >= 0 && score <= 1)) {
      throw new IllegalArgumentException("a score lies between 0 and 1: " + score);
    }
    double logit = Math.log(score) - Math.log1p(-score);
    return 1 / (1 + Math.exp(-(intercept + slope * logit)));
  }
}
