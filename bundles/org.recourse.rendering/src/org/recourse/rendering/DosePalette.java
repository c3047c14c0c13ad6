/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.rendering;

/**
 * Colours for dose. Physical dose and cumulative EQD2 have different hue families so that the two
 * are never mixed up; both are ordered by lightness and legible with colour blindness.
 */
public enum DosePalette {
  /** For physical dose: viridis, blue over green to yellow. */
  VIRIDIS(
      "Viridis", 0x440154, 0x472d7b, 0x3b528b, 0x2c728e, 0x21918c, 0x28ae80, 0x5ec962, 0xaddc30,
      0xfde725),
  /** For cumulative EQD2: the upper three quarters of inferno, purple over red to pale yellow. */
  INFERNO("Inferno", 0x57106e, 0x8a226a, 0xbc3754, 0xe35933, 0xf98e09, 0xf9cb35, 0xfcffa4),
  /** For the gradient of a dose: mako, dark blue to pale green. */
  MAKO("Mako", 0x0b0405, 0x382a54, 0x395d9c, 0x3497a9, 0x60ceac, 0xdef5e5),
  /** For what may still be given: red-brown where nothing is left, over sand to pale blue. */
  REMAINING("Remaining", 0xa50f3c, 0xd9734e, 0xe8c48a, 0xc3d3d0, 0x8fb7d6),
  /** For a dose that is out of date: grey, so that it is not taken for the present one. */
  GREY("Grey", 0x303030, 0xd0d0d0),
  /** The classic blue to red, for comparison with other systems; not ordered by lightness. */
  RAINBOW("Rainbow", 0x0000ff, 0x00ffff, 0x00ff00, 0xffff00, 0xff0000);

  private final String title;
  private final int[] anchorRgb;

  DosePalette(String title, int... anchorRgb) {
    this.title = title;
    this.anchorRgb = anchorRgb;
  }

  public String title() {
    return title;
  }

  /** Colour at a fraction of the range, 0xRRGGBB; fractions outside 0 to 1 are cut. */
  public int rgb(double fraction) {
    double position = Math.clamp(fraction, 0.0, 1.0) * (anchorRgb.length - 1);
    int lower = Math.min((int) position, anchorRgb.length - 2);
    double weight = position - lower;
    return between(anchorRgb[lower], anchorRgb[lower + 1], weight);
  }

  static int between(int from, int to, double weight) {
    int rgb = 0;
    for (int shift = 16; shift >= 0; shift -= 8) {
      int a = from >> shift & 0xff;
      int b = to >> shift & 0xff;
      rgb |= (int) Math.round(a + (b - a) * weight) << shift;
    }
    return rgb;
  }
}
