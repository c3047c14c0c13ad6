/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.learning.performance;

import org.recourse.learning.sample.Estimate;
import org.recourse.learning.sample.ScoredOutcomes;

/**
 * Decisions at one threshold against outcomes. Immutable.
 *
 * @param truePositives event, called positive
 * @param falsePositives no event, called positive
 * @param trueNegatives no event, called negative
 * @param falseNegatives event, called negative
 */
public record ConfusionCounts(
    int truePositives, int falsePositives, int trueNegatives, int falseNegatives) {

  public ConfusionCounts {
    if (Math.min(Math.min(truePositives, falsePositives), Math.min(trueNegatives, falseNegatives))
        < 0) {
      throw new IllegalArgumentException("counts are not negative");
    }
  }

  /** Positive is a score at or above {@code threshold}. */
  public static ConfusionCounts of(ScoredOutcomes sample, double threshold) {
    int truePositives = 0;
    int falsePositives = 0;
    for (int i = 0; i < sample.size(); i++) {
      if (sample.score(i) >= threshold) {
        if (sample.event(i)) {
          truePositives++;
        } else {
          falsePositives++;
        }
      }
    }
    return new ConfusionCounts(
        truePositives,
        falsePositives,
        sample.nonEventCount() - falsePositives,
        sample.eventCount() - truePositives);
  }

  public Estimate accuracy() {
    return share(truePositives + trueNegatives, total(), "There is no patient.");
  }

  public Estimate sensitivity() {
    return share(truePositives, truePositives + falseNegatives, "No patient had the event.");
  }

  public Estimate specificity() {
    return share(trueNegatives, trueNegatives + falsePositives, "Every patient had the event.");
  }

  public Estimate positivePredictiveValue() {
    return share(truePositives, truePositives + falsePositives, "No patient is called positive.");
  }

  public Estimate negativePredictiveValue() {
    return share(
        trueNegatives, trueNegatives + falseNegatives, "Every patient is called positive.");
  }

  /** F1 = 2 TP / (2 TP + FP + FN). */
  public Estimate f1() {
    return share(
        2 * truePositives,
        2 * truePositives + falsePositives + falseNegatives,
        "There is neither an event nor a positive call.");
  }

  public int total() {
    return truePositives + falsePositives + trueNegatives + falseNegatives;
  }

  private static Estimate share(int part, int whole, String reason) {
    return whole == 0 ? Estimate.undefined(reason) : Estimate.of(part / (double) whole);
  }
}
