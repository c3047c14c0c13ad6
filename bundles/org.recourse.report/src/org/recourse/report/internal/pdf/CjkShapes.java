/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.report.internal.pdf;

import java.awt.Font;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.util.Optional;

/**
 * Shapes of Chinese letters from a font of this machine: they print the same everywhere, and no
 * font is embedded. Stateless.
 */
final class CjkShapes {

  /** Size in which the shapes are made, so that hinting does not bend them. */
  static final double SIZE = 100;

  private CjkShapes() {}

  /** Returns the shapes of a text in size {@value #SIZE}; empty where no font has its letters. */
  static Optional<Shape> of(String text) {
    try {
      var font = new Font(Font.DIALOG, Font.PLAIN, (int) SIZE);
      return font.canDisplayUpTo(text) >= 0
          ? Optional.empty()
          : Optional.of(
              font.createGlyphVector(new FontRenderContext(null, true, true), text).getOutline());
    } catch (InternalError | NoClassDefFoundError e) { // a machine without any fonts
      return Optional.empty();
    }
  }
}
