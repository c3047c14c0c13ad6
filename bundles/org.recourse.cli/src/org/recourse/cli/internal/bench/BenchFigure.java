/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cli.internal.bench;

import java.util.List;

/** One figure of a benchmark, in the shape of the result file. Immutable. */
public sealed interface BenchFigure
    permits Measurement, CellFigure, ErrorFigure, RatioFigure, SizeFigure, TimeFigure {

  /** Name that scripts rely on, such as {@code frame/3views}. */
  String caseName();

  /** Name with unit, such as {@code wallMs} or {@code absErrorGy}. */
  String metric();

  /** Threads that worked. */
  int threads();

  /** Values on which the figure rests, rising; at least one. */
  double[] sorted();

  /** Runs before the first one that counts; 0 where nothing is timed. */
  int warmUpRuns();

  /** Returns lower and upper end of a 95 % interval; none for a figure without one. */
  default List<Double> interval95() {
    return List.of();
  }

  default int count() {
    return sorted().length;
  }

  default double min() {
    return sorted()[0];
  }

  default double max() {
    double[] sorted = sorted();
    return sorted[sorted.length - 1];
  }

  default double median() {
    double[] sorted = sorted();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  /** Returns the smallest value that at least 95 % of the values do not exceed. */
  default double p95() {
    double[] sorted = sorted();
    return sorted[(int) Math.ceil(0.95 * sorted.length) - 1];
  }
}
