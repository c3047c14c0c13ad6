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
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Finds combinations of plans. Immutable. */
final class ConvexSearch {

  /** Share moved towards a plan in one step; halved when nothing gets better. */
  private static final double FIRST_STEP = 0.5;

  private static final double LAST_STEP = 1.0 / 1024;
  private static final double LOCK_PENALTY = 1e3;
  private static final double NEARNESS = 1e-2;

  private final List<TradeOffPoint> pareto;
  private final TradeOffNavigator.CostFunction costs;
  private final double[] scale;

  ConvexSearch(List<TradeOffPoint> pareto, TradeOffNavigator.CostFunction costs) {
    this.pareto = pareto;
    this.costs = costs;
    this.scale = scale(pareto);
  }

  /** Spread of each goal, so that Gy and risks can be compared. */
  private static double[] scale(List<TradeOffPoint> pareto) {
    double[] low = pareto.getFirst().cost();
    double[] high = low.clone();
    for (TradeOffPoint plan : pareto) {
      double[] cost = plan.cost();
      for (int g = 0; g < cost.length; g++) {
        low[g] = Math.min(low[g], cost[g]);
        high[g] = Math.max(high[g], cost[g]);
      }
    }
    double[] scale = new double[low.length];
    for (int g = 0; g < scale.length; g++) {
      scale[g] = Math.max(high[g] - low[g], 1e-9);
    }
    return scale;
  }

  TradeOffPoint combined(double[] share) {
    double sum = 0;
    for (double one : share) {
      if (!(one >= 0)) {
        throw new IllegalArgumentException("a share is >= 0: " + one);
      }
      sum += one;
    }
    if (share.length != pareto.size() || !(sum > 0)) {
      throw new IllegalArgumentException(share.length + " shares with the sum " + sum);
    }
    double[] weight = new double[pareto.getFirst().weightByBeam().length];
    for (int p = 0; p < share.length; p++) {
      double[] own = pareto.get(p).weightByBeam();
      for (int b = 0; b < weight.length; b++) {
        weight[b] += share[p] / sum * own[b];
      }
    }
    return new TradeOffPoint(weight, costs.costs(weight));
  }

  /** Steps towards the plan that helps most, with ever smaller steps. */
  TradeOffNavigator.Move move(
      TradeOffPoint from, int goal, double wantedCost, Set<Integer> locked) {
    double[] start = from.cost();
    TradeOffPoint best = from;
    double bestMerit = merit(best, start, goal, wantedCost, locked);
    for (double step = FIRST_STEP; step >= LAST_STEP; step /= 2) {
      boolean better = true;
      while (better) {
        better = false;
        TradeOffPoint origin = best;
        for (TradeOffPoint plan : pareto) {
          TradeOffPoint tried = towards(origin, plan, step);
          double merit = merit(tried, start, goal, wantedCost, locked);
          if (merit < bestMerit - 1e-9) {
            best = tried;
            bestMerit = merit;
            better = true;
          }
        }
      }
    }
    return new TradeOffNavigator.Move(best, binding(best, start, goal, wantedCost, locked));
  }

  private TradeOffPoint towards(TradeOffPoint from, TradeOffPoint to, double step) {
    double[] weight = from.weightByBeam();
    double[] other = to.weightByBeam();
    for (int b = 0; b < weight.length; b++) {
      weight[b] += step * (other[b] - weight[b]);
    }
    return new TradeOffPoint(weight, costs.costs(weight));
  }

  private double merit(
      TradeOffPoint point, double[] start, int goal, double wantedCost, Set<Integer> locked) {
    double[] cost = point.cost();
    double merit = Math.abs(cost[goal] - wantedCost) / scale[goal];
    for (int g = 0; g < cost.length; g++) {
      if (g != goal) {
        double worse = Math.max(0, cost[g] - start[g]) / scale[g];
        merit += (locked.contains(g) ? LOCK_PENALTY : NEARNESS) * worse;
      }
    }
    return merit;
  }

  private Set<Integer> binding(
      TradeOffPoint reached, double[] start, int goal, double wantedCost, Set<Integer> locked) {
    var binding = new TreeSet<Integer>();
    if (Math.abs(reached.cost()[goal] - wantedCost) <= 0.01 * scale[goal]) {
      return binding;
    }
    for (int lock : locked) { // which lock, taken away, lets it come closer
      var others = new TreeSet<>(locked);
      others.remove(lock);
      double now = merit(reached, start, goal, wantedCost, others);
      boolean helps =
          pareto.stream()
              .map(plan -> towards(reached, plan, LAST_STEP * 8))
              .anyMatch(tried -> merit(tried, start, goal, wantedCost, others) < now - 1e-6);
      if (helps) {
        binding.add(lock);
      }
    }
    return binding;
  }

  /** For messages. */
  @Override
  public String toString() {
    return pareto.size() + " plans, spreads " + Arrays.toString(scale);
  }
}
