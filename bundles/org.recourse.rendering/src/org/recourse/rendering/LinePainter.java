/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.rendering;

import java.util.Arrays;

/**
 * Draws polylines with smooth edges into a band of rows. The distance of each pixel centre to the
 * nearest segment is collected first and turned into coverage once, so that joints, crossings and
 * the halo are even. The cost follows the length of the line, not the size of the frame. One thread
 * at a time; painters of different bands may share the arrays of a frame.
 */
final class LinePainter {

  private static final float FAR = Float.MAX_VALUE;

  private final int width;
  private final int fromRow;
  private final int endRow;
  private final float[] distanceSquared;
  private int[] touched = new int[1024];
  private int touchedCount;
  private double reach;
  private float reachSquared;

  /** Width and darkness of a line, in device pixels. */
  record Stroke(double lineWidth, double haloWidth, double haloOpacityFraction) {

    /** Distance from the middle of the line at which nothing is left of it. */
    double reach() {
      return lineWidth / 2 + haloWidth + 0.5;
    }
  }

  /** Makes the distances of a frame, which its painters share. */
  static float[] distances(int pixelCount) {
    float[] distances = new float[pixelCount];
    Arrays.fill(distances, FAR);
    return distances;
  }

  LinePainter(int width, int fromRow, int endRow, float[] distanceSquared) {
    this.width = width;
    this.fromRow = fromRow;
    this.endRow = endRow;
    this.distanceSquared = distanceSquared;
  }

  int fromRow() {
    return fromRow;
  }

  int endRow() {
    return endRow;
  }

  void begin(Stroke stroke) {
    reach = stroke.reach();
    reachSquared = (float) (reach * reach);
    touchedCount = 0;
  }

  /** Adds a segment in continuous pixel coordinates; parts outside the band are left out. */
  void segment(double x0, double y0, double x1, double y1) {
    if (Math.max(y0, y1) < fromRow - reach
        || Math.min(y0, y1) > endRow + reach
        || Math.max(x0, x1) < -reach
        || Math.min(x0, x1) > width + reach) {
      return;
    }
    if (Math.abs(y1 - y0) > Math.abs(x1 - x0)) {
      steepSegment(x0, y0, x1, y1);
    } else {
      flatSegment(x0, y0, x1, y1);
    }
  }

  private void flatSegment(double x0, double y0, double x1, double y1) {
    double dx = x1 - x0;
    double dy = y1 - y0;
    double slope = dx == 0 ? 0 : dy / dx; // a point has no direction
    double across = reach * Math.sqrt(1 + slope * slope);
    double from = Math.min(x0, x1);
    double to = Math.max(x0, x1);
    int end = (int) Math.min(Math.ceil(to + reach), width);
    for (int x = (int) Math.max(Math.floor(from - reach), 0); x < end; x++) {
      double onLine = Math.min(Math.max(x + 0.5, from), to);
      double middle = y0 + (onLine - x0) * slope;
      int low = Math.max((int) Math.floor(middle - across), fromRow);
      int high = Math.min((int) Math.ceil(middle + across), endRow);
      for (int y = low; y < high; y++) {
        touch(y * width + x, distanceSquared(x + 0.5 - x0, y + 0.5 - y0, dx, dy));
      }
    }
  }

  private void steepSegment(double x0, double y0, double x1, double y1) {
    double dx = x1 - x0;
    double dy = y1 - y0;
    double slope = dx / dy;
    double across = reach * Math.sqrt(1 + slope * slope);
    double from = Math.min(y0, y1);
    double to = Math.max(y0, y1);
    int end = (int) Math.min(Math.ceil(to + reach), endRow);
    for (int y = (int) Math.max(Math.floor(from - reach), fromRow); y < end; y++) {
      double onLine = Math.min(Math.max(y + 0.5, from), to);
      double middle = x0 + (onLine - y0) * slope;
      int low = Math.max((int) Math.floor(middle - across), 0);
      int high = Math.min((int) Math.ceil(middle + across), width);
      for (int x = low; x < high; x++) {
        touch(y * width + x, distanceSquared(x + 0.5 - x0, y + 0.5 - y0, dx, dy));
      }
    }
  }

  /** Squared distance of a point to the segment from (0, 0) to (dx, dy). */
  private static float distanceSquared(double x, double y, double dx, double dy) {
    double lengthSquared = dx * dx + dy * dy;
    double along = x * dx + y * dy;
    double fraction = along <= 0 ? 0 : along >= lengthSquared ? 1 : along / lengthSquared;
    double ex = x - fraction * dx;
    double ey = y - fraction * dy;
    return (float) (ex * ex + ey * ey);
  }

  private void touch(int pixel, float squared) {
    float before = distanceSquared[pixel];
    if (squared >= before || squared > reachSquared) {
      return;
    }
    if (before == FAR) {
      if (touchedCount == touched.length) {
        touched = Arrays.copyOf(touched, 2 * touchedCount);
      }
      touched[touchedCount++] = pixel;
    }
    distanceSquared[pixel] = squared;
  }

  /** Puts all segments since {@code begin} onto the pixels, dark halo first. */
  void paint(int[] pixels, int rgb, Stroke stroke) {
    float lineEdge = (float) (stroke.lineWidth() / 2 + 0.5);
    float haloEdge = (float) (lineEdge + stroke.haloWidth());
    float haloOpacity = (float) stroke.haloOpacityFraction();
    for (int i = 0; i < touchedCount; i++) {
      int pixel = touched[i];
      float distance = (float) Math.sqrt(distanceSquared[pixel]);
      distanceSquared[pixel] = FAR;
      float line = Math.min(Math.max(lineEdge - distance, 0), 1);
      float halo = Math.min(Math.max(haloEdge - distance, 0), 1) * haloOpacity;
      int below = line < 1 && halo > 0 ? Blend.over(pixels[pixel], 0, halo) : pixels[pixel];
      pixels[pixel] = Blend.over(below, rgb, line);
    }
    touchedCount = 0;
  }
}
