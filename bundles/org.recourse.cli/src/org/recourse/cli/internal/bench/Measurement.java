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
 * Times of one case. Immutable.
 *
 * @param caseName name that scripts rely on, such as {@code frame/3views}
 * @param threads threads that worked
 * @param warmUpRuns runs before the first one that counts
 * @param wallMs times in the order of the runs, at least one
 */
public record Measurement(String caseName, int threads, int warmUpRuns, double[] wallMs)
    implements BenchFigure {

  /** One action that is timed. */
  @FunctionalInterface
  public interface Action<E extends Exception> {
    void run(int index) throws E;
  }

  public Measurement {
    Objects.requireNonNull(caseName, "caseName");
    if (wallMs.length == 0) {
      throw new IllegalArgumentException("no run was timed: " + caseName);
    }
    wallMs = wallMs.clone();
  }

  /** Returns a copy of the times. */
  @Override
  public double[] wallMs() {
    return wallMs.clone();
  }

  /** Runs and times an action; warm-up runs have the first indices. */
  public static <E extends Exception> Measurement of(
      String caseName, int threads, int warmUpRuns, int runs, Action<E> action) throws E {
    for (int i = 0; i < warmUpRuns; i++) {
      action.run(i);
    }
    double[] wallMs = new double[runs];
    for (int i = 0; i < runs; i++) {
      long start = System.nanoTime();
      action.run(warmUpRuns + i);
      wallMs[i] = (System.nanoTime() - start) / 1e6;
    }
    return new Measurement(caseName, threads, warmUpRuns, wallMs);
  }

  @Override
  public String metric() {
    return "wallMs";
  }

  @Override
  public double[] sorted() {
    double[] sorted = wallMs.clone();
    Arrays.sort(sorted);
    return sorted;
  }
}
