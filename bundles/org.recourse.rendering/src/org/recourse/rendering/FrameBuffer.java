/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.rendering;

import java.util.ArrayList;
import java.util.List;

/**
 * Pixels of one view and the scratch memory to make them, reused from frame to frame. Belongs to
 * one view and one thread at a time.
 */
public final class FrameBuffer {

  private int width;
  private int height;
  private int[] pixels = {};
  private float[] samples = {};
  private final List<Sheet> sheets = new ArrayList<>();
  private List<LineBand> lines = List.of();
  private final SectionCache sections = new SectionCache();

  /** Width of the last frame, device pixels; 0 before the first. */
  public int width() {
    return width;
  }

  public int height() {
    return height;
  }

  /**
   * Returns the pixels themselves, 0xAARRGGBB and opaque, row by row from the top left. They stay
   * valid until the next frame is rendered into this buffer.
   */
  public int[] pixels() {
    return pixels;
  }

  void resize(int newWidth, int newHeight) {
    if (newWidth < 1 || newHeight < 1) {
      throw new IllegalArgumentException("empty frame: " + newWidth + " x " + newHeight);
    }
    if (newWidth != width || newHeight != height) {
      width = newWidth;
      height = newHeight;
      pixels = new int[Math.multiplyExact(width, height)];
      samples = new float[pixels.length];
      lines = List.of();
    }
  }

  /** Samples of the layer being drawn, at pixel centres. */
  float[] samples() {
    return samples;
  }

  /** Sheet of the n-th layer, kept between frames. */
  Sheet sheet(int layer) {
    while (sheets.size() <= layer) {
      sheets.add(new Sheet());
    }
    return sheets.get(layer);
  }

  /** What draws lines into one band of rows. */
  record LineBand(LinePainter painter, IsodoseTracer isodoses) {}

  /** As many bands of rows, which may be drawn from different threads. */
  List<LineBand> lines(int bands) {
    if (lines.size() != bands) {
      float[] distances = LinePainter.distances(pixels.length);
      List<LineBand> made = new ArrayList<>();
      for (int band = 0; band < bands; band++) {
        int from = (int) ((long) height * band / bands);
        int end = (int) ((long) height * (band + 1) / bands);
        var painter = new LinePainter(width, from, end, distances);
        made.add(new LineBand(painter, new IsodoseTracer(width, height, painter)));
      }
      lines = List.copyOf(made);
    }
    return lines;
  }

  SectionCache sections() {
    return sections;
  }
}
