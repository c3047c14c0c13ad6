/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.learning.sample;

import java.util.Arrays;

/** Mid-ranks: tied values share the mean of the ranks they take together. */
public final class Ranks {

  private Ranks() {}

  /** Order in which {@code value} ascends; ties keep their order, so the result is repeatable. */
  public static int[] ascendingOrder(double[] value) {
    Integer[] order = new Integer[value.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, (a, b) -> Double.compare(value[a], value[b]));
    return Arrays.stream(order).mapToInt(Integer::intValue).toArray();
  }

  /** Ranks from 1; {@code {10, 20, 20, 30}} gives {@code {1, 2.5, 2.5, 4}}. */
  public static double[] midRanks(double[] value) {
    int[] order = ascendingOrder(value);
    double[] rank = new double[value.length];
    int from = 0;
    while (from < order.length) {
      int to = from + 1;
      while (to < order.length && value[order[to]] == value[order[from]]) {
        to++;
      }
      double shared = (from + 1 + to) / 2.0; // mean of from+1 … to
      for (int i = from; i < to; i++) {
        rank[order[i]] = shared;
      }
      from = to;
    }
    return rank;
  }

  /** Sum of t³ − t over the groups of t tied values. */
  public static double tieSum(double[] value) {
    double[] sorted = value.clone();
    Arrays.sort(sorted);
    double sum = 0;
    int from = 0;
    while (from < sorted.length) {
      int to = from + 1;
      while (to < sorted.length && sorted[to] == sorted[from]) {
        to++;
      }
      double tied = to - from;
      sum += tied * tied * tied - tied;
      from = to;
    }
    return sum;
  }
}
