/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.learning.classifier;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.recourse.learning.pipeline.Classifier;
import org.recourse.learning.pipeline.FittedState;
import org.recourse.learning.sample.Ranks;

/** Share of events among the nearest of these rows; of equally near ones the earlier. */
record NeighbourShare(int count, double[][] rows, boolean[] event) implements Classifier {

  static final String KIND = "nearest-neighbours";

  static NeighbourShare of(FittedState state) {
    double[] outcome = state.values("events");
    boolean[] event = new boolean[outcome.length];
    for (int i = 0; i < event.length; i++) {
      event[i] = outcome[i] > 0.5;
    }
    double[] rows = state.values("rows");
    return new NeighbourShare(
        (int) state.value("count"), FittedState.rows(rows, rows.length / event.length), event);
  }

  @Override
  public double score(double[] row) {
    double[] distance = new double[rows.length];
    for (int i = 0; i < distance.length; i++) {
      for (int j = 0; j < row.length; j++) {
        distance[i] += (row[j] - rows[i][j]) * (row[j] - rows[i][j]);
      }
    }
    return Arrays.stream(Ranks.ascendingOrder(distance)).limit(count).filter(i -> event[i]).count()
        / (double) count;
  }

  @Override
  public Optional<FittedState> state() {
    double[] outcome = new double[event.length];
    for (int i = 0; i < outcome.length; i++) {
      outcome[i] = event[i] ? 1 : 0;
    }
    return Optional.of(
        FittedState.ofNumbers(
            KIND,
            Map.of(
                "count", new double[] {count}, "rows", FittedState.flat(rows), "events", outcome)));
  }
}
