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
 * Processor time of one case, all threads of the process together. Immutable.
 *
 * @param caseName name that scripts rely on
 * @param threads threads that worked
 * @param warmUpRuns runs before the first one that counts
 * @param cpuMs times in the order of the runs, at least one
 */
public record ProcessorTime(String caseName, int threads, int warmUpRuns, double[] cpuMs)
    implements BenchFigure {

  public ProcessorTime {
    Objects.requireNonNull(caseName, "caseName");
    if (cpuMs.length == 0) {
      throw new IllegalArgumentException("no run was timed: " + caseName);
    }
    cpuMs = cpuMs.clone();
  }

  /** Returns a copy of the times. */
  @Override
  public double[] cpuMs() {
    return cpuMs.clone();
  }

  @Override
  public String metric() {
    return "cpuMs";
  }

  @Override
  public double[] sorted() {
    double[] sorted = cpuMs.clone();
    Arrays.sort(sorted);
    return sorted;
  }
}
