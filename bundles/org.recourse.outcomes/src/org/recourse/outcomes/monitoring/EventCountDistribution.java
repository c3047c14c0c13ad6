/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.outcomes.monitoring;

/**
 * Number of events among patients who each have a probability of their own (Poisson binomial
 * distribution), exactly, by adding one patient after the other. Immutable and thread-safe.
 *
 * <p>Worked example: two patients with 0.5 and 0.2 give 0, 1, 2 events with probability 0.4, 0.5,
 * 0.1. Equal probabilities give the binomial distribution. No patients: certainly no event.
 */
public final class EventCountDistribution {

  private final double[] probabilityFraction;

  private EventCountDistribution(double[] probabilityFraction) {
    this.probabilityFraction = probabilityFraction;
  }

  /** Returns the distribution; the time grows with the square of the number of patients. */
  public static EventCountDistribution of(double[] eventProbabilityFraction) {
    double[] distribution = new double[eventProbabilityFraction.length + 1];
    distribution[0] = 1;
    int patients = 0;
    for (double p : eventProbabilityFraction) {
      if (!(p >= 0 && p <= 1)) {
        throw new IllegalArgumentException("a probability lies from 0 to 1: " + p);
      }
      patients++;
      for (int events = patients; events > 0; events--) {
        distribution[events] = distribution[events] * (1 - p) + distribution[events - 1] * p;
      }
      distribution[0] *= 1 - p;
    }
    return new EventCountDistribution(distribution);
  }

  public double probabilityFraction(int events) {
    return probabilityFraction[events];
  }

  /**
   * Returns the least number of events with at least this much probability at or below it.
   *
   * @param fraction between 0 and 1
   */
  public int quantile(double fraction) {
    double sum = 0;
    for (int events = 0; events < probabilityFraction.length; events++) {
      sum += probabilityFraction[events];
      if (sum >= fraction) {
        return events;
      }
    }
    return probabilityFraction.length - 1;
  }
}
