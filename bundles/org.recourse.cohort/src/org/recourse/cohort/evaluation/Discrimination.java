/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cohort.evaluation;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.recourse.learning.performance.Bootstrap;
import org.recourse.learning.performance.ConfusionCounts;
import org.recourse.learning.performance.DeLong;
import org.recourse.learning.sample.Estimate;
import org.recourse.learning.sample.Interval;
import org.recourse.learning.sample.ScoredOutcomes;

/**
 * How well scores separate the patients with the event, with 95 % intervals: the area after DeLong,
 * shares after Wilson 1927 (doi:10.1080/01621459.1927.10502953), F1 by bootstrap of patients within
 * each outcome. Immutable.
 *
 * <p>Wilson's interval of k of n is (p + z²/2n ± z √(p(1 − p)/n + z²/4n²)) / (1 + z²/n). Worked
 * example, a test: 8 of 10 give 0.4902 to 0.9433.
 *
 * @param patientCount patients judged
 * @param eventCount patients with the event
 * @param threshold positive at or above
 */
public record Discrimination(
    int patientCount,
    int eventCount,
    double threshold,
    Estimate auc,
    Estimate accuracy,
    Estimate f1,
    Estimate sensitivity,
    Estimate specificity) {

  private static final double LEVEL = 0.95;
  private static final int RESAMPLES = 1000;
  private static final long BOOTSTRAP_SEED = 1;

  public static Discrimination of(ScoredOutcomes sample, double threshold) {
    ConfusionCounts counts = ConfusionCounts.of(sample, threshold);
    int right = counts.truePositives() + counts.trueNegatives();
    Estimate auc =
        sample.hasBothOutcomes()
            ? DeLong.areaUnderCurve(sample, LEVEL)
            : Estimate.undefined("All patients have the same outcome.");
    Estimate f1 =
        counts.truePositives() == 0
            ? counts.f1()
            : Bootstrap.interval(
                sample,
                drawn -> ConfusionCounts.of(drawn, threshold).f1(),
                RESAMPLES,
                LEVEL,
                BOOTSTRAP_SEED,
                new NullProgressMonitor());
    return new Discrimination(
        sample.size(),
        sample.eventCount(),
        threshold,
        auc,
        share(right, counts.total(), "There is no patient."),
        f1,
        share(counts.truePositives(), sample.eventCount(), "No patient has the event."),
        share(counts.trueNegatives(), sample.nonEventCount(), "Every patient has the event."));
  }

  public Estimate of(CellMetric metric) {
    return switch (metric) {
      case AUC -> auc;
      case ACCURACY -> accuracy;
      case F1 -> f1;
      case SENSITIVITY -> sensitivity;
      case SPECIFICITY -> specificity;
    };
  }

  /** A share with Wilson's interval; undefined without a patient. */
  public static Estimate share(int part, int whole, String reasonIfNone) {
    if (whole == 0) {
      return Estimate.undefined(reasonIfNone);
    }
    double z = new NormalDistribution().inverseCumulativeProbability(0.5 + LEVEL / 2);
    double n = whole;
    double p = part / n;
    double centre = p + z * z / (2 * n);
    double half = z * Math.sqrt(p * (1 - p) / n + z * z / (4 * n * n));
    double scale = 1 + z * z / n;
    return Estimate.of(
        p, Interval.within((centre - half) / scale, (centre + half) / scale, LEVEL, 0, 1));
  }
}
