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
import java.util.List;
import java.util.Objects;

/**
 * Errors of one case over several positions. Immutable.
 *
 * @param caseName name that scripts rely on, such as {@code sphere/1/x/D95%}
 * @param metric name with unit, such as {@code absErrorGy}
 * @param threads threads that worked; they change no error
 * @param errors at least one
 */
public record ErrorFigure(String caseName, String metric, int threads, List<Double> errors)
    implements BenchFigure {

  public ErrorFigure {
    Objects.requireNonNull(caseName, "caseName");
    Objects.requireNonNull(metric, "metric");
    errors = List.copyOf(errors);
    if (errors.isEmpty()) {
      throw new IllegalArgumentException("no error was measured: " + caseName);
    }
  }

  @Override
  public double[] sorted() {
    double[] sorted = errors.stream().mapToDouble(Double::doubleValue).toArray();
    Arrays.sort(sorted);
    return sorted;
  }

  @Override
  public int warmUpRuns() {
    return 0;
  }
}
