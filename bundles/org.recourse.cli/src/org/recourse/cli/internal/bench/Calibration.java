/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cli.internal.bench;

/** A fixed loop of 10⁹ fused multiply-adds on one thread. Stateless. */
public final class Calibration {

  private static final int WARM_UP = 1;
  private static final int RUNS = 3;
  private static final int CHAINS = 4;
  private static final int STEPS = 250_000_000;

  private Calibration() {}

  public static Measurement run() {
    double[] sink = new double[CHAINS];
    Measurement measurement =
        Measurement.of("calibration/fma-1e9", 1, WARM_UP, RUNS, i -> loop(sink));
    if (!Double.isFinite(sink[0])) { // uses the result, so that the loop is not removed
      throw new IllegalStateException("the calibration diverged: " + sink[0]);
    }
    return measurement;
  }

  /** Four independent chains, so that the latency of one does not decide. */
  private static void loop(double[] sink) {
    double a = 1;
    double b = 2;
    double c = 3;
    double d = 4;
    for (int i = 0; i < STEPS; i++) {
      a = Math.fma(a, 0.999, 0.5);
      b = Math.fma(b, 0.998, 0.5);
      c = Math.fma(c, 0.997, 0.5);
      d = Math.fma(d, 0.996, 0.5);
    }
    sink[0] = a + b + c + d;
  }
}
