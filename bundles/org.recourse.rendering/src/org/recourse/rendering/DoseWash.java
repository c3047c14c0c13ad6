/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.rendering;

import java.util.Objects;

/**
 * A colour wash. Immutable.
 *
 * @param palette colours from 0 Gy to {@code maximumGy}
 * @param maximumGy dose of the last colour, greater than 0; higher doses have the last colour too
 * @param thresholdGy below it nothing is drawn
 * @param opacityFraction 0 (no wash) to 1
 */
public record DoseWash(
    DosePalette palette, double maximumGy, double thresholdGy, double opacityFraction) {

  public static final double DEFAULT_OPACITY_FRACTION = 0.35;

  public DoseWash {
    Objects.requireNonNull(palette, "palette");
    if (!(maximumGy > 0 && maximumGy < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("maximumGy must be > 0: " + maximumGy);
    }
    if (!Double.isFinite(thresholdGy)) {
      throw new IllegalArgumentException("thresholdGy must be finite: " + thresholdGy);
    }
    if (!(opacityFraction >= 0 && opacityFraction <= 1)) {
      throw new IllegalArgumentException("opacityFraction must be 0 to 1: " + opacityFraction);
    }
  }
}
