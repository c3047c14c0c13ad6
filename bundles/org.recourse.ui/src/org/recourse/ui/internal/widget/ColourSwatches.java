/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.internal.widget;

import java.util.HashMap;
import java.util.Map;
import org.eclipse.jface.resource.ColorDescriptor;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.PaletteData;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Control;

/** Squares and colours of structures; everything made here ends with the owner. UI thread only. */
public final class ColourSwatches {

  private static final int SIZE_POINTS = 12;
  private static final int PERCENT = 100;

  private final LocalResourceManager resources;
  private final Map<Integer, ImageDescriptor> descriptorByRgb = new HashMap<>();
  private final Map<Integer, ImageDescriptor> hollowByRgb = new HashMap<>();

  public ColourSwatches(Control owner) {
    resources = new LocalResourceManager(JFaceResources.getResources(), owner);
  }

  /** A filled square in the colour 0xRRGGBB. */
  public Image square(int rgb) {
    return resources.create(
        descriptorByRgb.computeIfAbsent(
            rgb,
            key -> ImageDescriptor.createFromImageDataProvider(zoom -> square(key, zoom, true))));
  }

  /** The frame of a square in the colour 0xRRGGBB: something that is not shown. */
  public Image hollow(int rgb) {
    return resources.create(
        hollowByRgb.computeIfAbsent(
            rgb,
            key -> ImageDescriptor.createFromImageDataProvider(zoom -> square(key, zoom, false))));
  }

  public Color colour(int rgb) {
    return resources.create(ColorDescriptor.createFrom(rgbOf(rgb)));
  }

  private static RGB rgbOf(int rgb) {
    return new RGB(rgb >> 16 & 0xff, rgb >> 8 & 0xff, rgb & 0xff);
  }

  private static ImageData square(int rgb, int zoom, boolean filled) {
    int size = SIZE_POINTS * zoom / PERCENT;
    var data = new ImageData(size, size, 24, new PaletteData(0xff0000, 0xff00, 0xff));
    int colour = rgb & 0xffffff;
    int edge = filled ? (rgb & 0xfefefe) >> 1 : colour; // darker: light colours show on white
    byte[] alpha = new byte[size * size];
    for (int y = 0; y < size; y++) {
      for (int x = 0; x < size; x++) {
        boolean onEdge = x == 0 || y == 0 || x == size - 1 || y == size - 1;
        data.setPixel(x, y, onEdge ? edge : colour);
        alpha[y * size + x] = onEdge || filled ? (byte) 0xff : 0;
      }
    }
    data.alphaData = alpha;
    return data;
  }
}
