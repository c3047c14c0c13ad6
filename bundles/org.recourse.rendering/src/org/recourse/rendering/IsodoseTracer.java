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
 * Lines of equal dose on a raster of dose samples, by marching squares with linear interpolation. A
 * cell with a sample outside the dose grid has no line. In a saddle the mean of the four corners
 * decides which corners are joined. Not thread-safe.
 *
 * <p>The raster is the dose at pixel centres; cells span {@code step} pixels, so lines lie on the
 * interpolated dose to a small part of a pixel while the work stays a quarter.
 */
final class IsodoseTracer {

  private final float[] doseGy;
  private final int width;
  private final int height;
  private final int step;
  private final LinePainter painter;

  // The cell being looked at; fields, so that no object is made per cell.
  private int left;
  private int top;
  private int right;
  private int bottom;
  private float topLeftGy;
  private float topRightGy;
  private float bottomRightGy;
  private float bottomLeftGy;

  IsodoseTracer(float[] doseGy, int width, int height, int step, LinePainter painter) {
    this.doseGy = doseGy;
    this.width = width;
    this.height = height;
    this.step = step;
    this.painter = painter;
  }

  /**
   * Adds the line of one level to the painter, in continuous pixel coordinates.
   *
   * @param reach rows above and below the painter's band from which a line may reach into it
   */
  void trace(float levelGy, int reach) {
    int end = Math.min(painter.endRow() + reach, height - 1);
    for (top = Math.max(painter.fromRow() - reach - step, 0) / step * step;
        top < end;
        top += step) {
      bottom = Math.min(top + step, height - 1);
      traceRow(levelGy);
    }
  }

  private void traceRow(float levelGy) {
    int topRow = top * width;
    int bottomRow = bottom * width;
    topLeftGy = doseGy[topRow];
    bottomLeftGy = doseGy[bottomRow];
    for (left = 0; left < width - 1; left += step) {
      right = Math.min(left + step, width - 1);
      topRightGy = doseGy[topRow + right];
      bottomRightGy = doseGy[bottomRow + right];
      int corners =
          (topLeftGy >= levelGy ? 1 : 0)
              | (topRightGy >= levelGy ? 2 : 0)
              | (bottomRightGy >= levelGy ? 4 : 0)
              | (bottomLeftGy >= levelGy ? 8 : 0);
      // NaN compares as below the level, so only mixed cells need the look at NaN.
      if (corners != 0
          && corners != 15
          && !Float.isNaN(topLeftGy + topRightGy + bottomRightGy + bottomLeftGy)) {
        join(corners, levelGy);
      }
      topLeftGy = topRightGy;
      bottomLeftGy = bottomRightGy;
    }
  }

  private void join(int corners, float levelGy) {
    switch (corners) {
      case 1, 14 -> line(3, 0, levelGy);
      case 2, 13 -> line(0, 1, levelGy);
      case 4, 11 -> line(1, 2, levelGy);
      case 8, 7 -> line(2, 3, levelGy);
      case 3, 12 -> line(1, 3, levelGy);
      case 6, 9 -> line(0, 2, levelGy);
      default -> { // 5 and 10: two opposite corners
        boolean centreAbove =
            (topLeftGy + topRightGy + bottomRightGy + bottomLeftGy) / 4 >= levelGy;
        boolean cutTopLeft = (corners == 5) != centreAbove;
        line(cutTopLeft ? 3 : 0, cutTopLeft ? 0 : 1, levelGy);
        line(cutTopLeft ? 1 : 2, cutTopLeft ? 2 : 3, levelGy);
      }
    }
  }

  private void line(int fromEdge, int toEdge, float levelGy) {
    painter.segment(
        crossingX(fromEdge, levelGy),
        crossingY(fromEdge, levelGy),
        crossingX(toEdge, levelGy),
        crossingY(toEdge, levelGy));
  }

  /** Edges: 0 top, 1 right, 2 bottom, 3 left; samples are at pixel centres. */
  private double crossingX(int edge, float levelGy) {
    return switch (edge) {
      case 0 -> 0.5 + left + (right - left) * fraction(topLeftGy, topRightGy, levelGy);
      case 1 -> 0.5 + right;
      case 2 -> 0.5 + left + (right - left) * fraction(bottomLeftGy, bottomRightGy, levelGy);
      default -> 0.5 + left;
    };
  }

  private double crossingY(int edge, float levelGy) {
    return switch (edge) {
      case 0 -> 0.5 + top;
      case 1 -> 0.5 + top + (bottom - top) * fraction(topRightGy, bottomRightGy, levelGy);
      case 2 -> 0.5 + bottom;
      default -> 0.5 + top + (bottom - top) * fraction(topLeftGy, bottomLeftGy, levelGy);
    };
  }

  private static double fraction(float fromGy, float toGy, float levelGy) {
    return (levelGy - fromGy) / (double) (toGy - fromGy);
  }
}
