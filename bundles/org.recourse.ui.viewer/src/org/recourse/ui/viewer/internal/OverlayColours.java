/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.viewer.internal;

import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.RGB;
import org.recourse.rendering.FrameRenderer;

/** Colours of the texts and marks over a slice. They hold no resources. */
final class OverlayColours {

  private static final int TEXT_RGB = 0xc9ced3; // never pure white next to near-black
  private static final int FAINT_RGB = 0x8a9299;
  private static final int SHADOW_RGB = 0x08090a;
  private static final int MEASURE_RGB = 0xffd866;
  private static final int CROSS_HAIR_RGB = 0x6fb7d8;

  private OverlayColours() {}

  static Color background() {
    return of(FrameRenderer.BACKGROUND_RGB);
  }

  static Color text() {
    return of(TEXT_RGB);
  }

  /** For what is out of date or of little weight. */
  static Color faint() {
    return of(FAINT_RGB);
  }

  static Color shadow() {
    return of(SHADOW_RGB);
  }

  static Color crossHair() {
    return of(CROSS_HAIR_RGB);
  }

  /** The measured line. */
  static Color measure() {
    return of(MEASURE_RGB);
  }

  /** Makes a colour of 0xRRGGBB. */
  static Color of(int rgb) {
    return new Color(new RGB(rgb >> 16 & 0xff, rgb >> 8 & 0xff, rgb & 0xff));
  }
}
