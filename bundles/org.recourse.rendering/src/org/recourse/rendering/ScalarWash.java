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
import java.util.OptionalDouble;

/**
 * A colour wash over a range of values, all in the unit of the volume. Values outside the range
 * have the colour of its end; undefined ones have none. Above {@code clearBelow} the wash fades in,
 * so that noise around that value draws no patches. Immutable.
 *
 * @param palette colours from {@code from} to {@code to}
 * @param from value of the first colour
 * @param to value of the last colour, greater than {@code from}
 * @param clearBelow smaller values are not drawn; empty draws all
 * @param opacityFraction 0 (no wash) to 1, of what is drawn in full
 */
public record ScalarWash(
    ScalarPalette palette,
    double from,
    double to,
    OptionalDouble clearBelow,
    double opacityFraction) {

  /** Part of the range over which the wash fades in. */
  private static final double FADE_FRACTION = 0.2;

  /** A wash that draws all values. */
  public ScalarWash(ScalarPalette palette, double from, double to, double opacityFraction) {
    this(palette, from, to, OptionalDouble.empty(), opacityFraction);
  }

  public ScalarWash {
    Objects.requireNonNull(palette, "palette");
    Objects.requireNonNull(clearBelow, "clearBelow");
    if (!(Double.isFinite(from) && Double.isFinite(to) && to > from)) {
      throw new IllegalArgumentException("the range must be finite and rise: " + from + ", " + to);
    }
    if (!(opacityFraction >= 0 && opacityFraction <= 1)) {
      throw new IllegalArgumentException("opacityFraction must be 0 to 1: " + opacityFraction);
    }
  }

  /** Colour of a value, 0xRRGGBB. */
  public int rgb(double value) {
    return palette.rgb((value - from) / (to - from));
  }

  /**
   * Opacity of a value, 0 to 1: nothing below {@code clearBelow}, then growing evenly over a fifth
   * of the range.
   */
  public double opacityOf(double value) {
    if (clearBelow.isEmpty()) {
      return opacityFraction;
    }
    double risen = (value - clearBelow.getAsDouble()) / (FADE_FRACTION * (to - from));
    return opacityFraction * Math.clamp(risen, 0, 1);
  }
}
