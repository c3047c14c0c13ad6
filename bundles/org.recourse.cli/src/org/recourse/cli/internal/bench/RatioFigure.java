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

/**
 * A ratio or a count. Immutable.
 *
 * @param caseName name that scripts rely on, such as {@code truth/acceptableFraction}
 * @param metric name with unit, such as {@code fraction}
 * @param value the ratio
 * @param interval95 lower and upper end; empty without one
 */
record RatioFigure(String caseName, String metric, double value, List<Double> interval95)
    implements BenchFigure {

  RatioFigure {
    Objects.requireNonNull(caseName, "caseName");
    Objects.requireNonNull(metric, "metric");
    interval95 = List.copyOf(interval95);
  }

  @Override
  public int threads() {
    return 1;
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
