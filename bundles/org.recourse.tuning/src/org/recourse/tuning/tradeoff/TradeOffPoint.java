/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.tuning.tradeoff;

import java.util.Arrays;

/**
 * A plan of the navigator. Immutable.
 *
 * @param weightByBeam weight of each beam, in the order of the navigator
 * @param cost of each goal, in the order of the navigator
 */
public record TradeOffPoint(double[] weightByBeam, double[] cost) {
  public TradeOffPoint {
    weightByBeam = weightByBeam.clone();
    cost = cost.clone();
  }

  @Override
  public double[] weightByBeam() {
    return weightByBeam.clone();
  }

  @Override
  public double[] cost() {
    return cost.clone();
  }

  /** Whether no goal is worse than in the other plan and one is better. */
  public boolean dominates(TradeOffPoint other) {
    boolean better = false;
    for (int g = 0; g < cost.length; g++) {
      if (cost[g] > other.cost[g]) {
        return false;
      }
      better |= cost[g] < other.cost[g];
    }
    return better;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TradeOffPoint(double[] weight, double[] itsCost)
        && Arrays.equals(weightByBeam, weight)
        && Arrays.equals(cost, itsCost);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(weightByBeam) + Arrays.hashCode(cost);
  }

  @Override
  public String toString() {
    return "weights " + Arrays.toString(weightByBeam) + ", cost " + Arrays.toString(cost);
  }
}
