/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.learning.survival;

import java.util.ArrayList;
import java.util.List;
import org.recourse.learning.sample.Ranks;

/**
 * Cumulative incidence of one cause when another event can come first (Aalen–Johansen).
 *
 * <p>F_k(t) = Σ S(tᵢ−) d_ki / nᵢ with S the survival free of any event. One minus Kaplan-Meier,
 * which takes the other events as censoring, is above it. Source: Aalen and Johansen 1978
 * (doi:10.2307/4615704).
 */
public final class CumulativeIncidence {

  /** Marks a patient who was censored. */
  public static final int CENSORED = 0;

  /**
   * @param time an event time of any cause
   * @param incidence probability of the cause up to and at this time
   */
  public record Step(double time, double incidence) {}

  private CumulativeIncidence() {}

  /**
   * @param time follow-up times, finite, not negative
   * @param cause {@link #CENSORED} or the number of the cause that ended the follow-up, 1 and up
   * @param wanted the cause whose incidence is wanted, 1 and up
   */
  public static List<Step> of(double[] time, int[] cause, int wanted) {
    if (time.length != cause.length || wanted < 1) {
      throw new IllegalArgumentException(
          time.length + " times, " + cause.length + " causes, wanted " + wanted);
    }
    int[] order = Ranks.ascendingOrder(time);
    var steps = new ArrayList<Step>();
    double free = 1;
    double incidence = 0;
    int i = 0;
    while (i < order.length) {
      double now = time[order[i]];
      int atRisk = order.length - i;
      int any = 0;
      int ofCause = 0;
      for (; i < order.length && time[order[i]] == now; i++) {
        any += cause[order[i]] == CENSORED ? 0 : 1;
        ofCause += cause[order[i]] == wanted ? 1 : 0;
      }
      if (any > 0) {
        incidence += free * ofCause / atRisk;
        free *= 1 - any / (double) atRisk;
        steps.add(new Step(now, incidence));
      }
    }
    return List.copyOf(steps);
  }
}
