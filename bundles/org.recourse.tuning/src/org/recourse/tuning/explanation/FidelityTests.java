/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.tuning.explanation;

import java.util.Locale;

/** Words and tolerances of the tests of explanations. Stateless. */
final class FidelityTests {

  /** Part by which a small step may differ from the gradient: the score bends within it. */
  private static final double BEND_FRACTION = 0.3;

  /** Score below which nothing is said: single precision of a network. */
  private static final double RESOLUTION = 1e-4;

  private static final double SUM_TOLERANCE = 1e-5;

  private FidelityTests() {}

  /** A small step against the gradient changes the score as the gradient says. */
  static FidelityTest step(double lessGy, double said, double found) {
    boolean passed =
        Math.abs(found - said) <= BEND_FRACTION * Math.abs(said) + RESOLUTION
            && found <= RESOLUTION;
    return new FidelityTest(
        "gradient",
        said,
        found,
        passed,
        String.format(
            Locale.ROOT,
            "%.2f Gy less where the gradient is largest changes the score by %+.4f; the gradient"
                + " says %+.4f.",
            lessGy,
            found,
            said));
  }

  /** Taking away what is said to matter most changes more than taking away what matters least. */
  static FidelityTest deletion(double most, double least, double volumeCm3) {
    return new FidelityTest(
        "contributions",
        most,
        least,
        most <= least + RESOLUTION,
        String.format(
            Locale.ROOT,
            "Without dose in the %.1f cm3 that contribute most the score changes by %+.4f, without"
                + " dose in the %.1f cm3 that contribute least by %+.4f.",
            volumeCm3,
            most,
            volumeCm3,
            least));
  }

  /** Shapley values add to the difference they share out. */
  static FidelityTest sum(double said, double found) {
    return new FidelityTest(
        "inputs",
        said,
        found,
        Math.abs(said - found) <= SUM_TOLERANCE,
        String.format(
            Locale.ROOT,
            "The shares of the inputs add to %+.4f; the score differs from that of nothing known by"
                + " %+.4f.",
            said,
            found));
  }
}
