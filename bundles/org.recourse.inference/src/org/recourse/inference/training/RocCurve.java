/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.inference.training;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Area under the ROC curve: the share of pairs of a patient with and one without the outcome in
 * which the first has the higher score; ties count half (Hanley 1982,
 * doi:10.1148/radiology.143.1.7063747). Worked example: scores 0.9, 0.4 with and 0.4, 0.1 without
 * the outcome give (1 + 1 + 1/2 + 1) / 4 = 0.875.
 */
public final class RocCurve {

  private RocCurve() {}

  /** Returns the area; empty unless there are patients with and without the outcome. */
  public static OptionalDouble area(List<Double> scores, List<Boolean> events) {
    if (scores.size() != events.size()) {
      throw new IllegalArgumentException(scores.size() + " scores of " + events.size() + " cases");
    }
    Integer[] order = new Integer[scores.size()];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, Comparator.comparing(scores::get));
    double rankSum = 0;
    long with = 0;
    for (int from = 0; from < order.length; ) {
      int to = from;
      while (to < order.length && scores.get(order[to]).equals(scores.get(order[from]))) {
        to++;
      }
      double rank = (from + 1 + to) / 2.0; // mean rank of the ties, from 1
      for (int i = from; i < to; i++) {
        if (events.get(order[i])) {
          rankSum += rank;
          with++;
        }
      }
      from = to;
    }
    long without = order.length - with;
    if (with == 0 || without == 0) {
      return OptionalDouble.empty();
    }
    return OptionalDouble.of((rankSum - with * (with + 1) / 2.0) / ((double) with * without));
  }
}
