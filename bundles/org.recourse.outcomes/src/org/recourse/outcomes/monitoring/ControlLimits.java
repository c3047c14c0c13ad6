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
 * Numbers of events that chance alone explains if the model is right.
 *
 * @param levelFraction probability of a number from the lower to the upper limit, at least
 * @param lowerEvents least number
 * @param upperEvents greatest number
 */
public record ControlLimits(double levelFraction, int lowerEvents, int upperEvents) {

  static ControlLimits of(EventCountDistribution distribution, double levelFraction) {
    double tail = (1 - levelFraction) / 2;
    return new ControlLimits(
        levelFraction, distribution.quantile(tail), distribution.quantile(1 - tail));
  }

  public boolean contains(int events) {
    return events >= lowerEvents && events <= upperEvents;
  }
}
