/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cohort.tables;

import org.hipparchus.distribution.continuous.NormalDistribution;
import org.recourse.learning.regression.LogisticRegression;
import org.recourse.learning.sample.Estimate;
import org.recourse.learning.sample.Interval;
import org.recourse.learning.sample.ScoredOutcomes;

/**
 * Calibration slope on test patients of a score that was recalibrated on other patients, with an
 * interval for the chance in both samples.
 *
 * <p>Recalibration replaces the score s by the logit a + b s, so the slope of that logit on the
 * test patients is b' / b, where b' is the coefficient of s in a logistic regression on the test
 * patients themselves. Both are estimates from different patients, so ln(b' / b) has the variance
 * (e' / b')² + (e / b)² with the standard errors e' and e (delta method). The fewer patients the
 * score was recalibrated on, the wider is the interval, however many are tested. Worked example, a
 * test: b = 2 ± 0.4 and b' = 1 ± 0.1 give 0.5 and ln 0.5 ± 1.96 √(0.04 + 0.01), 0.323 to 0.775.
 */
final class RecalibratedSlope {

  private static final double LEVEL = 0.95;

  private RecalibratedSlope() {}

  /**
   * Coefficient of a score.
   *
   * @param value of the score in a logistic regression
   * @param standardError of it
   */
  record Coefficient(double value, double standardError) {}

  /**
   * @param recalibration scores of the patients on whom the score is made a probability
   * @param test scores of other patients
   * @return undefined where a higher score does not go with a higher risk on the first, or where a
   *     regression has no solution; without interval where it does not on the second
   */
  static Estimate of(ScoredOutcomes recalibration, ScoredOutcomes test) {
    return switch (fit(recalibration)) {
      case LogisticRegression.NotConverged failure -> Estimate.undefined(failure.reason());
      case LogisticRegression.Converged fitted ->
          switch (fit(test)) {
            case LogisticRegression.NotConverged failure -> Estimate.undefined(failure.reason());
            case LogisticRegression.Converged tested ->
                of(coefficient(fitted), coefficient(tested));
          };
    };
  }

  static Estimate of(Coefficient fitted, Coefficient tested) {
    if (!(fitted.value() > 0)) {
      return Estimate.undefined(
          "A higher score does not go with a higher risk on the patients of the recalibration.");
    }
    double slope = tested.value() / fitted.value();
    if (!(slope > 0)) {
      return Estimate.of(slope);
    }
    double z = new NormalDistribution().inverseCumulativeProbability(0.5 + LEVEL / 2);
    double half =
        z
            * Math.hypot(
                tested.standardError() / tested.value(), fitted.standardError() / fitted.value());
    return Estimate.of(
        slope, new Interval(slope * Math.exp(-half), slope * Math.exp(half), LEVEL, false));
  }

  private static Coefficient coefficient(LogisticRegression.Converged fit) {
    return new Coefficient(fit.coefficients()[1], fit.standardErrors()[1]);
  }

  private static LogisticRegression.Fit fit(ScoredOutcomes scores) {
    double[][] score = new double[scores.size()][1];
    boolean[] event = new boolean[score.length];
    for (int i = 0; i < score.length; i++) {
      score[i][0] = scores.score(i);
      event[i] = scores.event(i);
    }
    return scores.hasBothOutcomes()
        ? LogisticRegression.fit(score, event)
        : new LogisticRegression.NotConverged("All patients have the same outcome.");
  }
}
