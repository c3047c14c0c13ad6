/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

/**
 * Assertions on floating-point numbers. A tolerance is relative or absolute, never both, and never
 * has a default: the test names it and says where it comes from. Stateless.
 */
public final class Closeness {

  private Closeness() {}

  /**
   * Fails unless {@code |actual - expected| <= relativeTolerance * |expected|}. An expected 0 is
   * then met by 0 alone: use {@link #within} there. NaN is close to nothing.
   */
  public static void close(double expected, double actual, double relativeTolerance) {
    requireTolerance(relativeTolerance);
    if (!isClose(expected, actual, relativeTolerance)) {
      fail(
          "expected %s, got %s: relative difference %.3g exceeds %.3g"
              .formatted(
                  expected,
                  actual,
                  Math.abs(actual - expected) / Math.abs(expected),
                  relativeTolerance));
    }
  }

  /** Fails unless {@code |actual - expected| <= tolerance}, in the unit of the numbers. */
  public static void within(double tolerance, double expected, double actual) {
    requireTolerance(tolerance);
    if (!(Math.abs(actual - expected) <= tolerance)) {
      fail(
          "expected %s, got %s: difference %.3g exceeds %.3g"
              .formatted(expected, actual, Math.abs(actual - expected), tolerance));
    }
  }

  /** Fails unless both arrays have the same length and {@link #close} numbers. */
  public static void close(double[] expected, double[] actual, double relativeTolerance) {
    assertEquals(expected.length, actual.length, "length");
    requireTolerance(relativeTolerance);
    for (int i = 0; i < expected.length; i++) {
      if (!isClose(expected[i], actual[i], relativeTolerance)) {
        fail("entry " + i + ": expected " + expected[i] + ", got " + actual[i]);
      }
    }
  }

  private static boolean isClose(double expected, double actual, double relativeTolerance) {
    return expected == actual // infinities
        || Math.abs(actual - expected) <= relativeTolerance * Math.abs(expected);
  }

  private static void requireTolerance(double tolerance) {
    if (!(tolerance >= 0 && tolerance < Double.POSITIVE_INFINITY)) { // also rejects NaN
      throw new IllegalArgumentException("tolerance must be finite and >= 0: " + tolerance);
    }
  }
}
