/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.rendering;

/** Mixing of opaque 0xAARRGGBB pixels in whole numbers. */
final class Blend {

  static final int OPAQUE = 0xff000000;

  private Blend() {}

  /** Returns {@code rgb} laid over an opaque pixel. */
  static int over(int below, int rgb, float opacityFraction) {
    return over(below, rgb, (int) (opacityFraction * 256 + 0.5f));
  }

  /** Returns {@code rgb} laid over an opaque pixel; 256 is opaque. */
  static int over(int below, int rgb, int opacity256) {
    int keep = 256 - opacity256;
    int redBlue = ((below & 0xff00ff) * keep + (rgb & 0xff00ff) * opacity256) >>> 8 & 0xff00ff;
    int green = ((below & 0xff00) * keep + (rgb & 0xff00) * opacity256) >>> 8 & 0xff00;
    return OPAQUE | redBlue | green;
  }
}
