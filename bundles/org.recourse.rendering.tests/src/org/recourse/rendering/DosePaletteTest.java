/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.rendering;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DosePaletteTest {

  @Test
  void endsAreTheFirstAndTheLastColour() {
    assertEquals(0x440154, DosePalette.VIRIDIS.rgb(0));
    assertEquals(0xfde725, DosePalette.VIRIDIS.rgb(1));
    assertEquals(0x0000ff, DosePalette.RAINBOW.rgb(-3));
    assertEquals(0xff0000, DosePalette.RAINBOW.rgb(9));
  }

  /** Relative luminance after Rec. 709 on linear light. */
  @ParameterizedTest
  @EnumSource(
      value = DosePalette.class,
      names = {"VIRIDIS", "INFERNO", "MAKO"})
  void moreDoseIsLighter(DosePalette palette) {
    double before = -1;
    for (int i = 0; i <= 100; i++) {
      double luminance = luminance(palette.rgb(i / 100.0));
      assertTrue(luminance > before, palette + " gets darker at " + i + " %");
      before = luminance;
    }
  }

  private static double luminance(int rgb) {
    return 0.2126 * linear(rgb >> 16 & 0xff)
        + 0.7152 * linear(rgb >> 8 & 0xff)
        + 0.0722 * linear(rgb & 0xff);
  }

  private static double linear(int component) {
    return Math.pow(component / 255.0, 2.2);
  }
}
