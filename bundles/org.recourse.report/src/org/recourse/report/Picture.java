/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.report;

import java.awt.image.BufferedImage;
import java.util.Objects;

/**
 * A picture made of pixels, with the patient's sides at its edges. Immutable and thread-safe: the
 * pixels are copied in and out.
 */
public final class Picture {

  private final String title;
  private final String letters;
  private final int width;
  private final int height;
  private final int[] rgb;

  /**
   * Makes a picture.
   *
   * @param title what it shows
   * @param letters sides of the patient at the left, right, top and bottom edge; empty for none
   * @param width pixels of a row
   * @param rgb 0xRRGGBB row by row from the top left
   */
  public Picture(String title, String letters, int width, int[] rgb) {
    this.title = Objects.requireNonNull(title, "title");
    if (!(letters.isEmpty() || letters.length() == 4)) {
      throw new IllegalArgumentException("a picture has four sides or none: " + letters);
    }
    if (width < 1 || rgb.length == 0 || rgb.length % width != 0) {
      throw new IllegalArgumentException(rgb.length + " pixels in rows of " + width);
    }
    this.letters = letters;
    this.width = width;
    this.height = rgb.length / width;
    this.rgb = rgb.clone();
  }

  public String title() {
    return title;
  }

  /** Sides of the patient at the left, right, top and bottom edge; empty for none. */
  public String letters() {
    return letters;
  }

  public int width() {
    return width;
  }

  public int height() {
    return height;
  }

  /** Returns the pixels as an image of Java2D; the caller owns it. */
  public BufferedImage toImage() {
    var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    image.setRGB(0, 0, width, height, rgb, 0, width);
    return image;
  }
}
