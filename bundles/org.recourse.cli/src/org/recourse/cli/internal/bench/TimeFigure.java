/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cli.internal.bench;

import java.util.Arrays;
import java.util.Objects;

/**
 * Times of one case under a metric of their own. Immutable.
 *
 * @param caseName name that scripts rely on, such as {@code tumour/bin25}
 * @param metric name with unit, such as {@code cpuMsWarm}
 * @param threads threads that worked
 * @param warmUpRuns runs before the first one that counts
 * @param timesMs at least one
 */
record TimeFigure(String caseName, String metric, int threads, int warmUpRuns, double[] timesMs)
    implements BenchFigure {

  TimeFigure {
    Objects.requireNonNull(caseName, "caseName");
    Objects.requireNonNull(metric, "metric");
    if (timesMs.length == 0) {
      throw new IllegalArgumentException("no run was timed: " + caseName);
    }
    timesMs = timesMs.clone();
  }

  /** Returns a copy of the times. */
  @Override
  public double[] timesMs() {
    return timesMs.clone();
  }

  @Override
  public double[] sorted() {
    double[] sorted = timesMs.clone();
    Arrays.sort(sorted);
    return sorted;
  }
}
