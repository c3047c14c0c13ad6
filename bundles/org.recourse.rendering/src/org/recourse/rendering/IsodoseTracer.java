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
import java.util.List;

/**
 * Lines of equal dose on a raster of dose samples, by marching squares with linear interpolation. A
 * cell with a sample outside the dose grid has no line. In a saddle the mean of the four corners
 * decides which corners are joined. Belongs to one band of rows; not thread-safe.
 *
 * <p>The raster is the dose at pixel centres; cells span {@code step} pixels, so lines lie on the
 * interpolated dose to a small part of a pixel while the work stays a quarter. The few cells that a
 * line crosses are found once for all levels, which takes a fifth of the time of looking at every
 * cell for every level.
 */
final class IsodoseTracer {

  private static final int FIRST_CELLS = 512;

  private final int width;
  private final int height;
  private final LinePainter painter;

  // What is being traced; kept to be used again for the next frame.
  private float[] doseGy = {};
  private int step = 1;
  private float[] ascendingGy = {};
  private int[] upperRanks = {};
  private int[] lowerRanks = {};
  private int[] cells = new int[FIRST_CELLS]; // array position of the top left corner
  private int cellCount;

  // The cell being looked at; fields, so that no object is made per cell.
  private int left;
  private int top;
  private int right;
  private int bottom;
  private float topLeftGy;
  private float topRightGy;
  private float bottomRightGy;
  private float bottomLeftGy;

  IsodoseTracer(int width, int height, LinePainter painter) {
    this.width = width;
    this.height = height;
    this.painter = painter;
  }

  /**
   * Looks for the cells that any of the levels crosses.
   *
   * @param samplesGy dose at the pixel centres, NaN outside the grid
   * @param cellPixels pixels that a cell spans
   * @param reach rows above and below the painter's band from which a line may reach into it
   */
  void find(float[] samplesGy, int cellPixels, int reach, List<IsodoseLevel> levels) {
    doseGy = samplesGy;
    step = cellPixels;
    cellCount = 0;
    setLevels(levels);
    int columns = (width - 2) / step + 2; // the last column is the last pixel
    if (upperRanks.length < columns) {
      upperRanks = new int[columns];
      lowerRanks = new int[columns];
    }
    int end = Math.min(painter.endRow() + reach, height - 1);
    int first = Math.max(painter.fromRow() - reach - step, 0) / step * step;
    if (first < end) {
      rank(first, upperRanks);
    }
    for (int row = first; row < end; row += step) {
      rank(Math.min(row + step, height - 1), lowerRanks);
      collect(row * width);
      int[] swapped = upperRanks;
      upperRanks = lowerRanks;
      lowerRanks = swapped;
    }
  }

  private void setLevels(List<IsodoseLevel> levels) {
    if (ascendingGy.length != levels.size()) {
      ascendingGy = new float[levels.size()];
    }
    for (int i = 0; i < ascendingGy.length; i++) {
      ascendingGy[i] = (float) levels.get(i).doseGy();
    }
    Arrays.sort(ascendingGy);
  }

  /** Counts for every node of a row how many levels it reaches; NaN reaches none. */
  private void rank(int row, int[] ranks) {
    int levels = ascendingGy.length;
    int base = row * width;
    for (int column = 0, x = 0; ; column++, x = Math.min(x + step, width - 1)) {
      float dose = doseGy[base + x];
      int rank = 0;
      while (rank < levels && dose >= ascendingGy[rank]) {
        rank++;
      }
      ranks[column] = rank;
      if (x == width - 1) {
        return;
      }
    }
  }

  private void collect(int rowStart) {
    int upperLeft = upperRanks[0];
    int lowerLeft = lowerRanks[0];
    for (int column = 0, x = 0; x < width - 1; column++, x += step) {
      int upperRight = upperRanks[column + 1];
      int lowerRight = lowerRanks[column + 1];
      if (upperLeft != upperRight || upperLeft != lowerLeft || upperLeft != lowerRight) {
        if (cellCount == cells.length) {
          cells = Arrays.copyOf(cells, 2 * cellCount);
        }
        cells[cellCount++] = rowStart + x;
      }
      upperLeft = upperRight;
      lowerLeft = lowerRight;
    }
  }

  /** Adds the line of one level to the painter, in continuous pixel coordinates. */
  void trace(float levelGy) {
    for (int i = 0; i < cellCount; i++) {
      top = cells[i] / width;
      left = cells[i] % width;
      right = Math.min(left + step, width - 1);
      bottom = Math.min(top + step, height - 1);
      topLeftGy = doseGy[top * width + left];
      topRightGy = doseGy[top * width + right];
      bottomRightGy = doseGy[bottom * width + right];
      bottomLeftGy = doseGy[bottom * width + left];
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
