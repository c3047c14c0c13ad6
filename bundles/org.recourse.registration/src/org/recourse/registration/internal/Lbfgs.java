/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.registration.internal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/**
 * Limited-memory BFGS with a backtracking line search (Nocedal and Wright 2006, algorithms 7.4 and
 * 3.1, doi:10.1007/978-0-387-40065-5). Every step makes the cost smaller.
 */
public final class Lbfgs {

  private static final int MEMORY = 8;
  private static final double SUFFICIENT = 1e-4;
  private static final int MOST_BACKTRACKS = 8;

  /** What is made small. */
  @FunctionalInterface
  public interface Objective {
    /** Returns the cost at {@code x} and fills its gradient. */
    double evaluate(double[] x, double[] gradient);
  }

  /** Called after each step. */
  @FunctionalInterface
  public interface StepListener {
    void stepped(int iteration, double cost, double[] x);
  }

  /**
   * When to stop.
   *
   * @param iterations most steps
   * @param firstStep length of the largest component of the first step
   * @param enough stop when the largest component of a step is shorter
   * @param enoughCost stop when the cost falls by less
   */
  public record Stop(int iterations, double firstStep, double enough, double enoughCost) {}

  /** Where the search ended. */
  public record Minimum(double[] x, double cost, int iterations) {}

  private record Pair(double[] step, double[] change, double inverseDot) {}

  private Lbfgs() {}

  /** Searches from {@code start}, which is not changed. */
  public static Minimum minimise(
      Objective objective, double[] start, Stop stop, StepListener listener) {
    int n = start.length;
    double[] x = start.clone();
    double[] gradient = new double[n];
    double cost = objective.evaluate(x, gradient);
    var memory = new ArrayDeque<Pair>();
    int small = 0;
    int iteration = 0;
    while (iteration < stop.iterations && small < 2 && largest(gradient) > 0) {
      double[] direction = direction(gradient, memory);
      double slope = dot(direction, gradient);
      double length = memory.isEmpty() ? stop.firstStep / largest(direction) : 1;
      double[] trial = new double[n];
      double[] trialGradient = new double[n];
      double trialCost = Double.POSITIVE_INFINITY;
      boolean found = false;
      for (int attempt = 0; attempt < MOST_BACKTRACKS && !found; attempt++) {
        for (int i = 0; i < n; i++) {
          trial[i] = x[i] + length * direction[i];
        }
        trialCost = objective.evaluate(trial, trialGradient);
        found = trialCost <= cost + SUFFICIENT * length * slope;
        if (!found) {
          length *= shortened(cost, slope, length, trialCost);
        }
      }
      if (!found) {
        if (memory.isEmpty()) {
          break;
        }
        memory.clear(); // once more along the gradient
        continue;
      }
      remember(memory, x, trial, gradient, trialGradient);
      boolean little =
          length * largest(direction) < stop.enough || cost - trialCost < stop.enoughCost;
      small = little ? small + 1 : 0;
      x = trial;
      gradient = trialGradient;
      cost = trialCost;
      iteration++;
      listener.stepped(iteration, cost, x);
    }
    return new Minimum(x, cost, iteration);
  }

  /** Minimum of the parabola through both costs and the slope, kept between 0.1 and 0.5. */
  private static double shortened(double cost, double slope, double length, double trialCost) {
    double curvature = trialCost - cost - slope * length;
    double factor = -slope * length / (2 * curvature);
    return Double.isFinite(factor) ? Math.clamp(factor, 0.1, 0.5) : 0.5;
  }

  private static void remember(
      ArrayDeque<Pair> memory,
      double[] x,
      double[] next,
      double[] gradient,
      double[] nextGradient) {
    double[] step = new double[x.length];
    double[] change = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      step[i] = next[i] - x[i];
      change[i] = nextGradient[i] - gradient[i];
    }
    double dot = dot(step, change);
    if (dot > 1e-10 * Math.sqrt(dot(step, step) * dot(change, change))) {
      memory.addLast(new Pair(step, change, 1 / dot));
      if (memory.size() > MEMORY) {
        memory.removeFirst();
      }
    }
  }

  private static double[] direction(double[] gradient, ArrayDeque<Pair> memory) {
    double[] q = new double[gradient.length];
    for (int i = 0; i < q.length; i++) {
      q[i] = -gradient[i];
    }
    List<Pair> pairs = new ArrayList<>(memory);
    double[] alpha = new double[pairs.size()];
    for (int k = pairs.size() - 1; k >= 0; k--) {
      Pair pair = pairs.get(k);
      alpha[k] = pair.inverseDot * dot(pair.step, q);
      add(q, -alpha[k], pair.change);
    }
    if (!pairs.isEmpty()) {
      Pair last = pairs.getLast();
      double scale = 1 / (last.inverseDot * dot(last.change, last.change));
      for (int i = 0; i < q.length; i++) {
        q[i] *= scale;
      }
    }
    for (int k = 0; k < pairs.size(); k++) {
      Pair pair = pairs.get(k);
      add(q, alpha[k] - pair.inverseDot * dot(pair.change, q), pair.step);
    }
    return q;
  }

  private static void add(double[] target, double factor, double[] other) {
    for (int i = 0; i < target.length; i++) {
      target[i] += factor * other[i];
    }
  }

  static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  private static double largest(double[] a) {
    double largest = 0;
    for (double value : a) {
      largest = Math.max(largest, Math.abs(value));
    }
    return largest;
  }
}
