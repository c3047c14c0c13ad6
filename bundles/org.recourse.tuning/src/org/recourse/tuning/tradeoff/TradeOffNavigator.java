/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.tuning.tradeoff;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Moves between Pareto plans in real time: a plan is a convex combination of theirs, so it is as
 * deliverable as they are (weights of the same beams). The costs of a combination are computed, not
 * interpolated. Immutable and thread-safe.
 */
public final class TradeOffNavigator {

  private final List<TradeOffGoal> goals;
  private final List<Integer> beamNumbers;
  private final List<TradeOffPoint> pareto;
  private final CostFunction costs;
  private final ConvexSearch search;

  /** Computes the cost of every goal from weights of beams; fast, a few milliseconds. */
  @FunctionalInterface
  public interface CostFunction {
    double[] costs(double[] weightByBeam);
  }

  /**
   * @param goals what is traded
   * @param beamNumbers the beams whose weights are combined
   * @param plans at least one; those that another one dominates are dropped
   * @param costs computes the costs of a combination
   */
  public TradeOffNavigator(
      List<TradeOffGoal> goals,
      List<Integer> beamNumbers,
      List<TradeOffPoint> plans,
      CostFunction costs) {
    if (plans.isEmpty()) {
      throw new IllegalArgumentException("a navigator needs a plan");
    }
    this.goals = List.copyOf(goals);
    this.beamNumbers = List.copyOf(beamNumbers);
    this.pareto =
        plans.stream()
            .filter(plan -> plans.stream().noneMatch(o -> o.dominates(plan)))
            .distinct()
            .toList();
    this.costs = costs;
    this.search = new ConvexSearch(this.pareto, costs);
  }

  public List<TradeOffGoal> goals() {
    return goals;
  }

  public List<Integer> beamNumbers() {
    return beamNumbers;
  }

  /** Returns the plans between which it moves; none is dominated by another. */
  public List<TradeOffPoint> pareto() {
    return pareto;
  }

  /** Returns the position of a goal. */
  public OptionalInt indexOf(String goalId) {
    for (int g = 0; g < goals.size(); g++) {
      if (goals.get(g).id().equals(goalId)) {
        return OptionalInt.of(g);
      }
    }
    return OptionalInt.empty();
  }

  /** Returns the lowest and highest cost of a goal among the Pareto plans: the ends of a slider. */
  public double[] range(int goal) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (TradeOffPoint plan : pareto) {
      low = Math.min(low, plan.cost()[goal]);
      high = Math.max(high, plan.cost()[goal]);
    }
    return new double[] {low, high};
  }

  /** Returns the plan with these shares, not negative with a sum above 0, of the Pareto plans. */
  public TradeOffPoint combined(double[] share) {
    return search.combined(share);
  }

  /**
   * Moves one slider: the combination whose cost of {@code goal} comes closest to the wanted one
   * while no locked goal gets worse than it is in {@code from}, and the other goals stay as near as
   * they can.
   *
   * @param from the plan now
   * @param goal the goal whose slider moves
   * @param wantedCost where it moves to
   * @param locked goals that must not get worse
   */
  public Move move(TradeOffPoint from, int goal, double wantedCost, Set<Integer> locked) {
    return search.move(from, goal, wantedCost, locked);
  }

  /**
   * Where a slider came to rest.
   *
   * @param point the plan
   * @param binding locked goals that stand in the way of the wanted cost; empty if it was reached,
   *     or if no plan of the set reaches it
   */
  public record Move(TradeOffPoint point, Set<Integer> binding) {
    public Move {
      binding = Set.copyOf(binding);
    }
  }

  /** Returns the weight of each beam by its number, as for an edit of the plan. */
  public Map<Integer, Double> weights(TradeOffPoint point) {
    var weights = new java.util.TreeMap<Integer, Double>();
    double[] values = point.weightByBeam();
    for (int b = 0; b < beamNumbers.size(); b++) {
      weights.put(beamNumbers.get(b), values[b]);
    }
    return weights;
  }

  /** Returns the costs of any weights, for numbers shown while a slider moves. */
  public double[] costs(double[] weightByBeam) {
    return costs.costs(weightByBeam);
  }
}
