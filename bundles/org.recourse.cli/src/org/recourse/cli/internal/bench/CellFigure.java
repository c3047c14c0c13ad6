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
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.recourse.learning.sample.Interval;

/**
 * A cell of a table, with its interval. Immutable.
 *
 * @param caseName table, row and patients, such as {@code gao2025/table3/T1+Dose/test}
 * @param metric {@code auc}, {@code acc}, {@code f1}, {@code sensitivity} or {@code specificity}
 * @param value the figure
 * @param interval95 lower and upper end; empty without an interval
 * @param published the figure of the paper on its own patients
 * @param code class that made it
 * @param seed seed that made it
 */
public record CellFigure(
    String caseName,
    String metric,
    double value,
    List<Double> interval95,
    OptionalDouble published,
    String code,
    long seed)
    implements BenchFigure {

  /** Makes a figure of an interval that may be missing. */
  public CellFigure(
      String caseName,
      String metric,
      double value,
      Optional<Interval> interval,
      OptionalDouble published,
      String code,
      long seed) {
    this(
        caseName,
        metric,
        value,
        interval.map(own -> List.of(own.lower(), own.upper())).orElse(List.of()),
        published,
        code,
        seed);
  }

  public CellFigure {
    Objects.requireNonNull(caseName, "caseName");
    interval95 = List.copyOf(interval95);
    Objects.requireNonNull(published, "published");
  }

  @Override
  public int threads() {
    return 1; // no figure depends on the number of threads
  }

  @Override
  public double[] sorted() {
    return new double[] {value};
  }

  @Override
  public int warmUpRuns() {
    return 0;
  }
}
