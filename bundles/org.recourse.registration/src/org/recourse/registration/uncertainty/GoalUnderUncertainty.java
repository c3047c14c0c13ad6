/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.registration.uncertainty;

/** How a clinical goal fares under the shifts that the uncertainty of a registration allows. */
public enum GoalUnderUncertainty {
  /** Met as registered and under every shift. */
  MET_WHEREVER_IT_LIES,
  /** Met as registered; a shift within the uncertainty breaks it. */
  MET_AS_REGISTERED_ONLY,
  /** Missed as registered; some shift within the uncertainty would meet it. */
  MISSED_AS_REGISTERED,
  /** Missed under every shift. */
  MISSED_WHEREVER_IT_LIES;

  /** Judges a goal that a number stays at or below a limit, such as a maximum of an organ. */
  public static GoalUnderUncertainty atMost(double limit, MetricBand band) {
    return judged(band.nominal() <= limit, band.worstHigh() <= limit, band.worstLow() <= limit);
  }

  /** Judges a goal that a number reaches at least a limit, such as the coverage of a target. */
  public static GoalUnderUncertainty atLeast(double limit, MetricBand band) {
    return judged(band.nominal() >= limit, band.worstLow() >= limit, band.worstHigh() >= limit);
  }

  private static GoalUnderUncertainty judged(boolean nominal, boolean worst, boolean best) {
    if (nominal) {
      return worst ? MET_WHEREVER_IT_LIES : MET_AS_REGISTERED_ONLY;
    }
    return best ? MISSED_AS_REGISTERED : MISSED_WHEREVER_IT_LIES;
  }
}
