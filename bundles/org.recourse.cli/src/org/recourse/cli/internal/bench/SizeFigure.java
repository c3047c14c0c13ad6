/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cli.internal.bench;

import java.util.Objects;

/**
 * A size or count of one case, measured once. Immutable.
 *
 * @param caseName name that scripts rely on, such as {@code influence/box5}
 * @param metric name with unit, such as {@code nonZeros} or {@code MiB}
 * @param threads threads that worked; they change no size
 * @param value the size
 */
record SizeFigure(String caseName, String metric, int threads, double value)
    implements BenchFigure {

  SizeFigure {
    Objects.requireNonNull(caseName, "caseName");
    Objects.requireNonNull(metric, "metric");
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
