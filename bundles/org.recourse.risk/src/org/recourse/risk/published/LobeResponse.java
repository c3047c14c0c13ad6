/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.risk.published;

import org.recourse.risk.Interval;

/** Probability of injury of one temporal lobe as a function of a near-maximum EQD2. */
interface LobeResponse {

  /** Returns the probability, 0 to 1. */
  double probability(double doseEqd2Gy);

  /**
   * Returns the interval of the probability at a dose that is known to lie between two values; it
   * contains the published confidence limits of the dose parameters and nothing else.
   */
  Interval interval95(double leastEqd2Gy, double mostEqd2Gy);

  /** Returns the change of probability per Gy. */
  double slopePerGy(double doseEqd2Gy);
}
