/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.learning.survival;

import org.recourse.learning.sample.Estimate;

/**
 * Harrell's concordance index: among pairs of patients of whom it is known who had the event first,
 * the share in which that one had the higher risk score; equal scores count one half.
 *
 * <p>A pair is usable when the shorter time ended with the event. Programs differ on a patient
 * censored at the very time at which another had the event: the first definition leaves that pair
 * out, R's survival package takes the censored patient as the later one. Two events at the same
 * time are no usable pair. Source: Harrell et al. 1996
 * (doi:10.1002/(SICI)1097-0258(19960229)15:4&lt;361::AID-SIM168&gt;3.0.CO;2-4). Worked example, a
 * test: Freireich 1963 by treatment: 0.6898 of 706 pairs, with equal times compared 0.6900 of 713.
 *
 * @param index concordance, 0.5 for a score that tells nothing
 * @param usablePairs pairs it was counted on
 */
public record Concordance(Estimate index, long usablePairs) {

  /** What becomes of a pair with one event and one censoring at the same time. */
  public enum EqualTimes {
    LEFT_OUT,
    CENSORED_IS_LATER
  }

  /**
   * @param riskScore higher for patients expected to have the event earlier
   */
  public static Concordance harrell(
      SurvivalSample sample, double[] riskScore, EqualTimes equalTimes) {
    if (riskScore.length != sample.size()) {
      throw new IllegalArgumentException(
          riskScore.length + " scores for " + sample.size() + " patients");
    }
    boolean compared = equalTimes == EqualTimes.CENSORED_IS_LATER;
    long usable = 0;
    long concordantTwice = 0;
    for (int i = 0; i < sample.size(); i++) {
      if (!sample.event(i)) {
        continue;
      }
      for (int j = 0; j < sample.size(); j++) {
        boolean equal = sample.time(j) == sample.time(i);
        if (sample.time(j) > sample.time(i) || (compared && equal && !sample.event(j))) {
          usable++;
          concordantTwice += 1 + Integer.signum(Double.compare(riskScore[i], riskScore[j]));
        }
      }
    }
    return new Concordance(
        usable == 0
            ? Estimate.undefined("No pair of patients tells who had the event first.")
            : Estimate.of(concordantTwice / (2.0 * usable)),
        usable);
  }
}
