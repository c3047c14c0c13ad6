/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.rendering;

/** Colours for quantities that are not doses. Legible with colour blindness. */
public enum ScalarPalette {
  /** From little to much, dark to light: the colours of {@link DosePalette#MAKO}. */
  SEQUENTIAL("Sequential") {
    @Override
    public int rgb(double fraction) {
      return DosePalette.MAKO.rgb(fraction);
    }
  },
  /** To either side of a middle: blue below, grey in the middle, orange above. */
  DIVERGING("Diverging") {
    @Override
    public int rgb(double fraction) {
      double side = 2 * Math.clamp(fraction, 0.0, 1.0) - 1;
      return side < 0
          ? DosePalette.between(MIDDLE_RGB, LOW_RGB, -side)
          : DosePalette.between(MIDDLE_RGB, HIGH_RGB, side);
    }
  },
  /** For a volume that is out of date. */
  GREY("Grey") {
    @Override
    public int rgb(double fraction) {
      return DosePalette.GREY.rgb(fraction);
    }
  };

  private static final int LOW_RGB = 0x3a7bd5;
  private static final int MIDDLE_RGB = 0x8c8c8c;
  private static final int HIGH_RGB = 0xf0932b;

  private final String title;

  ScalarPalette(String title) {
    this.title = title;
  }

  public String title() {
    return title;
  }

  /** Colour at a fraction of the range, 0xRRGGBB; fractions outside 0 to 1 are cut. */
  public abstract int rgb(double fraction);
}
