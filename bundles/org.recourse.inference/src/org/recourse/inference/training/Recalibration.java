/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.inference.training;

import java.util.Optional;
import org.recourse.inference.model.Calibration;

/**
 * Fits logit(p) = a + b · logit(score) to out-of-fold scores by maximum likelihood, with Newton
 * steps (Cox 1958, doi:10.1093/biomet/45.3-4.562). The cases are patients at their natural
 * incidence; the fit undoes what SMOTE did to the level of the scores. At the maximum the mean
 * probability equals the incidence. There is no calibration, and numbers stay scores, if the slope
 * is not positive, if scores separate the outcomes (no maximum exists) or without both outcomes.
 */
public final class Recalibration {

  private static final int MOST_STEPS = 50;
  private static final double CONVERGED = 1e-10;
  private static final double STEEPEST = 20;
  private static final double SMALLEST_SCORE = 1e-7;

  private Recalibration() {}

  /** Returns the calibration, if there is one. */
  public static Optional<Calibration> of(CrossValidation result) {
    int n = result.scores().size();
    double[] x = new double[n];
    int events = 0;
    for (int i = 0; i < n; i++) {
      double score = Math.min(1 - SMALLEST_SCORE, Math.max(SMALLEST_SCORE, result.scores().get(i)));
      x[i] = Math.log(score) - Math.log1p(-score);
      events += result.events().get(i) ? 1 : 0;
    }
    if (events == 0 || events == n) {
      return Optional.empty();
    }
    double intercept = 0;
    double slope = 1;
    for (int step = 0; step < MOST_STEPS; step++) {
      double g0 = 0;
      double g1 = 0;
      double h00 = 0;
      double h01 = 0;
      double h11 = 0;
      for (int i = 0; i < n; i++) {
        double p = 1 / (1 + Math.exp(-(intercept + slope * x[i])));
        double residual = (result.events().get(i) ? 1 : 0) - p;
        double weight = p * (1 - p);
        g0 += residual;
        g1 += residual * x[i];
        h00 += weight;
        h01 += weight * x[i];
        h11 += weight * x[i] * x[i];
      }
      double determinant = h00 * h11 - h01 * h01;
      if (!(determinant > 0)) {
        return Optional.empty();
      }
      double byIntercept = (h11 * g0 - h01 * g1) / determinant;
      double bySlope = (h00 * g1 - h01 * g0) / determinant;
      intercept += byIntercept;
      slope += bySlope;
      if (Math.abs(byIntercept) + Math.abs(bySlope) < CONVERGED) {
        return slope > 0 && slope < STEEPEST
            ? Optional.of(new Calibration((double) events / n, slope, intercept, source(result, n)))
            : Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static String source(CrossValidation result, int count) {
    return "Out-of-fold scores of %d patients in %d folds".formatted(count, result.fits().size());
  }
}
