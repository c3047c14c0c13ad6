/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cli.internal.bench;

import java.time.Duration;

/**
 * Wall-clock and processor time of this whole process, with its compiler and garbage collector.
 * Operating systems count processor time in steps of 10 ms, so short work is repeated within one
 * sample until the step does not matter.
 */
final class CpuClock {

  private static final double NS_PER_MS = 1e6;
  private static final double SAMPLE_MS = 250; // 4 % is the step of one tick
  private static final int MOST_PER_SAMPLE = 64;

  /** Times of single runs, each the mean of one sample. */
  record Times(double[] wallMs, double[] cpuMs) {}

  /** Processor time since the start of the process; 0 where the system does not tell. */
  double cpuMs() {
    return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO).toNanos()
        / NS_PER_MS;
  }

  /** Warms up, then takes samples. */
  Times sample(int warmUpRuns, int samples, Runnable work) {
    double lastMs = 0;
    for (int i = 0; i < warmUpRuns; i++) {
      long start = System.nanoTime();
      work.run();
      lastMs = (System.nanoTime() - start) / NS_PER_MS;
    }
    int perSample =
        (int) Math.clamp(Math.ceil(SAMPLE_MS / Math.max(lastMs, 1)), 1, MOST_PER_SAMPLE);
    double[] wallMs = new double[samples];
    double[] cpuMs = new double[samples];
    for (int i = 0; i < samples; i++) {
      double cpuStartMs = cpuMs();
      long start = System.nanoTime();
      for (int k = 0; k < perSample; k++) {
        work.run();
      }
      wallMs[i] = (System.nanoTime() - start) / NS_PER_MS / perSample;
      cpuMs[i] = (cpuMs() - cpuStartMs) / perSample;
    }
    return new Times(wallMs, cpuMs);
  }
}
