/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.widget;

import java.util.EnumMap;
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

  /** State of a check box. */
  public enum Check {
    OFF,
    PARTLY,
    ON
  }

  private record Checkable(int rgb, Check check) {}

  private static final int SIZE_POINTS = 12;
  private static final int BOX_RGB = 0x707070; // legible on light and dark themes
  private static final int PERCENT = 100;

  private final LocalResourceManager resources;
  private final Map<Integer, ImageDescriptor> descriptorByRgb = new HashMap<>();
  private final Map<Checkable, ImageDescriptor> checkableByKey = new HashMap<>();
  private final Map<Check, ImageDescriptor> boxByCheck = new EnumMap<>(Check.class);

  public ColourSwatches(Control owner) {
    resources = new LocalResourceManager(JFaceResources.getResources(), owner);
  }

  /** A filled square in the colour 0xRRGGBB. */
  public Image square(int rgb) {
    return resources.create(
        descriptorByRgb.computeIfAbsent(
            rgb, key -> ImageDescriptor.createFromImageDataProvider(zoom -> square(key, zoom))));
  }

  /** A check box, followed by a filled square in the colour 0xRRGGBB. */
  public Image checkable(int rgb, Check check) {
    return resources.create(
        checkableByKey.computeIfAbsent(
            new Checkable(rgb, check),
            key ->
                ImageDescriptor.createFromImageDataProvider(
                    zoom -> beside(box(key.check(), zoom), square(key.rgb(), zoom)))));
  }

  /** A check box alone, as wide as {@link #checkable}. */
  public Image box(Check check) {
    return resources.create(
        boxByCheck.computeIfAbsent(
            check,
            key ->
                ImageDescriptor.createFromImageDataProvider(
                    zoom -> beside(box(key, zoom), empty(zoom)))));
  }

  public Color colour(int rgb) {
    return resources.create(ColorDescriptor.createFrom(rgbOf(rgb)));
  }

  private static RGB rgbOf(int rgb) {
    return new RGB(rgb >> 16 & 0xff, rgb >> 8 & 0xff, rgb & 0xff);
  }

  private static ImageData square(int rgb, int zoom) {
    int size = SIZE_POINTS * zoom / PERCENT;
    ImageData data = empty(size, size);
    int colour = rgb & 0xffffff;
    int edge = (rgb & 0xfefefe) >> 1; // darker: light colours show on white
    for (int y = 0; y < size; y++) {
      for (int x = 0; x < size; x++) {
        put(data, x, y, isEdge(x, y, size) ? edge : colour);
      }
    }
    return data;
  }

  private static ImageData box(Check check, int zoom) {
    int size = SIZE_POINTS * zoom / PERCENT;
    ImageData data = empty(size, size);
    int thick = Math.max(1, zoom / PERCENT);
    for (int y = 0; y < size; y++) {
      for (int x = 0; x < size; x++) {
        boolean marked =
            switch (check) {
              case ON -> isTick(x, y, size, thick);
              case PARTLY ->
                  Math.abs(2 * y - size + 1) <= 2 * thick
                      && x > size / 5
                      && x < size - size / 5 - 1;
              case OFF -> false;
            };
        if (marked || isEdge(x, y, size)) {
          put(data, x, y, BOX_RGB);
        }
      }
    }
    return data;
  }

  private static boolean isTick(int x, int y, int size, int thick) {
    int turnX = 2 * size / 5;
    int turnY = 3 * size / 4;
    int lineY = x <= turnX ? turnY - (turnX - x) : turnY - (x - turnX);
    return x >= size / 5 && x <= size - size / 5 - 1 && Math.abs(y - lineY) <= thick;
  }

  private static boolean isEdge(int x, int y, int size) {
    return x == 0 || y == 0 || x == size - 1 || y == size - 1;
  }

  private static ImageData beside(ImageData left, ImageData right) {
    int gap = left.width / 3;
    ImageData both = empty(left.width + gap + right.width, left.height);
    copy(left, both, 0);
    copy(right, both, left.width + gap);
    return both;
  }

  private static void copy(ImageData from, ImageData to, int toX) {
    for (int y = 0; y < from.height; y++) {
      for (int x = 0; x < from.width; x++) {
        if (from.getAlpha(x, y) != 0) {
          put(to, toX + x, y, from.getPixel(x, y));
        }
      }
    }
  }

  private static ImageData empty(int zoom) {
    int size = SIZE_POINTS * zoom / PERCENT;
    return empty(size, size);
  }

  private static ImageData empty(int width, int height) {
    var data = new ImageData(width, height, 24, new PaletteData(0xff0000, 0xff00, 0xff));
    data.alphaData = new byte[width * height];
    return data;
  }

  private static void put(ImageData data, int x, int y, int rgb) {
    data.setPixel(x, y, rgb);
    data.setAlpha(x, y, 0xff);
  }
}
