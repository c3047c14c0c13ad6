/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.planning.optimisation;

import java.util.ArrayDeque;
import java.util.Objects;
import org.eclipse.core.runtime.IProgressMonitor;

/**
 * Minimises a smooth function of non-negative variables by limited-memory quasi-Newton steps on the
 * variables that are free, along the projected path.
 *
 * <p>A variable at 0 whose derivative points outwards is held; the other ones move along the L-BFGS
 * direction (Nocedal 1980, doi:10.1090/S0025-5718-1980-0572855-7) and are cut at 0; the step is
 * halved until the function falls enough (Bertsekas 1982, doi:10.1137/0320018). Every iterate is
 * feasible and none is worse than the one before. Same input, same iterates.
 *
 * @param mostIterations at least 1
 * @param relativeDecrease stops when the function fell by less than this, relative, in each of five
 *     iterations in a row
 * @param memory pairs kept, at least 1
 */
public record ProjectedNewton(int mostIterations, double relativeDecrease, int memory) {

  private static final double SUFFICIENT_DECREASE = 1e-4;
  private static final int MOST_HALVINGS = 30;
  private static final int QUIET_ITERATIONS = 5;

  public ProjectedNewton {
    if (mostIterations < 1 || memory < 1 || !(relativeDecrease >= 0)) {
      throw new IllegalArgumentException(
          mostIterations + " iterations, memory " + memory + ", decrease " + relativeDecrease);
    }
  }

  /** Hears of every accepted iterate, on the thread that minimises. */
  @FunctionalInterface
  public interface Listener {
    void accepted(int iteration, double value, double[] variables);
  }

  /** Why it ended. */
  public enum End {
    CONVERGED,
    ITERATIONS_USED_UP,
    CANCELLED
  }

  /**
   * The best variables found.
   *
   * @param variables all at least 0
   * @param value function there
   * @param iterations accepted iterates
   * @param evaluations of the function
   * @param end why it ended; a cancelled search keeps its best variables
   */
  public record Minimum(
      double[] variables, double value, int iterations, int evaluations, End end) {}

  /** One step with its change of gradient. */
  private record Pair(double[] step, double[] change, double product) {}

  /**
   * @param start first variables; negative ones are taken as 0
   */
  public Minimum minimise(
      BoundedProblem problem, double[] start, Listener listener, IProgressMonitor monitor) {
    Objects.requireNonNull(monitor, "monitor");
    double[] x = projected(start);
    double[] gradient = new double[x.length];
    double value = problem.evaluate(x, gradient);
    int evaluations = 1;
    var pairs = new ArrayDeque<Pair>();
    int quiet = 0;
    for (int iteration = 1; iteration <= mostIterations; iteration++) {
      if (monitor.isCanceled()) {
        return new Minimum(x, value, iteration - 1, evaluations, End.CANCELLED);
      }
      boolean[] free = free(x, gradient);
      double[] direction = direction(gradient, free, pairs);
      double[] nextGradient = new double[x.length];
      double[] next = x;
      double nextValue = value;
      double length = pairs.isEmpty() ? firstLength(x, gradient, free) : 1;
      boolean accepted = false;
      for (int halving = 0; halving < MOST_HALVINGS && !accepted; halving++, length /= 2) {
        next = moved(x, direction, length);
        nextValue = problem.evaluate(next, nextGradient);
        evaluations++;
        accepted = nextValue <= value + SUFFICIENT_DECREASE * slope(gradient, x, next);
      }
      if (!accepted || nextValue == value) {
        if (pairs.isEmpty()) {
          return new Minimum(x, value, iteration - 1, evaluations, End.CONVERGED);
        }
        pairs.clear(); // once more along the gradient
        continue;
      }
      remember(pairs, x, next, gradient, nextGradient);
      quiet = value - nextValue <= relativeDecrease * Math.abs(nextValue) ? quiet + 1 : 0;
      x = next;
      gradient = nextGradient;
      value = nextValue;
      listener.accepted(iteration, value, x);
      if (quiet >= QUIET_ITERATIONS) {
        return new Minimum(x, value, iteration, evaluations, End.CONVERGED);
      }
    }
    return new Minimum(x, value, mostIterations, evaluations, End.ITERATIONS_USED_UP);
  }

  private static double[] projected(double[] start) {
    double[] x = start.clone();
    for (int i = 0; i < x.length; i++) {
      x[i] = Math.max(x[i], 0);
    }
    return x;
  }

  private static boolean[] free(double[] x, double[] gradient) {
    boolean[] free = new boolean[x.length];
    for (int i = 0; i < x.length; i++) {
      free[i] = x[i] > 0 || gradient[i] < 0;
    }
    return free;
  }

  /** Without curvature known: a step that changes the variables by about a tenth of their size. */
  private static double firstLength(double[] x, double[] gradient, boolean[] free) {
    double size = 0;
    double slope = 0;
    for (int i = 0; i < x.length; i++) {
      size += x[i] * x[i];
      slope += free[i] ? gradient[i] * gradient[i] : 0;
    }
    double wanted = size > 0 ? 0.1 * Math.sqrt(size) : 1;
    return slope > 0 ? wanted / Math.sqrt(slope) : 1;
  }

  private static double[] moved(double[] x, double[] direction, double length) {
    double[] next = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      next[i] = Math.max(x[i] + length * direction[i], 0);
    }
    return next;
  }

  private static double slope(double[] gradient, double[] x, double[] next) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += gradient[i] * (next[i] - x[i]);
    }
    return sum;
  }

  /** Two-loop recursion on the free variables; the steepest descent where it would not descend. */
  private static double[] direction(double[] gradient, boolean[] free, ArrayDeque<Pair> pairs) {
    double[] q = masked(gradient, free);
    double[] first = q.clone();
    double[] alpha = new double[pairs.size()];
    Pair[] newestFirst = pairs.toArray(new Pair[0]);
    for (int k = 0; k < newestFirst.length; k++) {
      alpha[k] = dot(newestFirst[k].step, q, free) / newestFirst[k].product;
      add(q, newestFirst[k].change, -alpha[k], free);
    }
    if (newestFirst.length > 0) {
      Pair newest = newestFirst[0];
      double scale = newest.product / dot(newest.change, newest.change, null);
      for (int i = 0; i < q.length; i++) {
        q[i] *= scale;
      }
    }
    for (int k = newestFirst.length - 1; k >= 0; k--) {
      double beta = dot(newestFirst[k].change, q, free) / newestFirst[k].product;
      add(q, newestFirst[k].step, alpha[k] - beta, free);
    }
    double descent = dot(q, first, null);
    if (!(descent > 0)) {
      q = first;
    }
    for (int i = 0; i < q.length; i++) {
      q[i] = -q[i];
    }
    return q;
  }

  private static double[] masked(double[] vector, boolean[] free) {
    double[] masked = new double[vector.length];
    for (int i = 0; i < masked.length; i++) {
      masked[i] = free[i] ? vector[i] : 0;
    }
    return masked;
  }

  private void remember(
      ArrayDeque<Pair> pairs, double[] x, double[] next, double[] gradient, double[] nextGradient) {
    double[] step = new double[x.length];
    double[] change = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      step[i] = next[i] - x[i];
      change[i] = nextGradient[i] - gradient[i];
    }
    double product = dot(step, change, null);
    if (product > 1e-12 * Math.sqrt(dot(step, step, null) * dot(change, change, null))) {
      pairs.addFirst(new Pair(step, change, product));
      if (pairs.size() > memory) {
        pairs.removeLast();
      }
    }
  }

  private static double dot(double[] a, double[] b, boolean[] free) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      if (free == null || free[i]) {
        sum += a[i] * b[i];
      }
    }
    return sum;
  }

  private static void add(double[] sum, double[] vector, double factor, boolean[] free) {
    for (int i = 0; i < sum.length; i++) {
      if (free[i]) {
        sum[i] += factor * vector[i];
      }
    }
  }
}
