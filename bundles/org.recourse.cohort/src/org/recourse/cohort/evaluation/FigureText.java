/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cohort.evaluation;

import java.util.Locale;
import org.recourse.learning.sample.Estimate;

/** Figures for people. */
public final class FigureText {

  private static final double LEAST_SHOWN = 0.001;

  private FigureText() {}

  /** Three decimals with the interval, or a dash where the sample does not define it. */
  public static String of(Estimate estimate) {
    return switch (estimate) {
      case Estimate.Undefined undefined -> "–";
      case Estimate.Defined defined ->
          defined
              .interval()
              .map(
                  interval ->
                      String.format(
                          Locale.ROOT,
                          "%.3f (%.3f–%.3f)",
                          defined.value(),
                          interval.lower(),
                          interval.upper()))
              .orElseGet(() -> of(defined.value()));
    };
  }

  public static String of(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }

  /** A p-value. */
  public static String pValue(double p) {
    return p < LEAST_SHOWN ? "< 0.001" : of(p);
  }
}
