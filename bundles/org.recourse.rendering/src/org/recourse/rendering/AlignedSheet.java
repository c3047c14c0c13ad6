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
 * A sheet seen along its own axes: one sheet axis runs along the rows of the frame and the other
 * along its columns, so that neighbours and weights of a column are the same in every row and are
 * found once per frame. A row is interpolated down the frame first, one value per voxel, and then
 * along the row, one value per pixel. Immutable once made; rows may be sampled from several threads
 * at once, each with a line of its own.
 */
final class AlignedSheet {

  private static final double HALF_VOXEL = 0.5;

  private final Sheet sheet;
  private final double firstRow; // index along the vertical axis at pixel row 0
  private final double perRow;
  private final int lastDown;
  private final int strideDown;
  private final int strideAcross;
  private final int voxelsAcross;
  private final int[] left; // left neighbour, per column
  private final float[] weight; // of the right neighbour
  private final int from; // first column inside
  private final int end; // after the last column inside

  /**
   * Prepares the columns of a frame.
   *
   * @param across index along the horizontal sheet axis: at column 0, and from column to column
   * @param down index along the vertical sheet axis: at row 0, and from row to row
   * @param transposed whether the axis that varies fastest in the sheet runs down the frame
   */
  AlignedSheet(Sheet sheet, Line across, Line down, boolean transposed, int width) {
    this.sheet = sheet;
    firstRow = down.first();
    perRow = down.step();
    lastDown = (transposed ? sheet.sizeA() : sheet.sizeB()) - 1;
    strideDown = transposed ? 1 : sheet.sizeA();
    voxelsAcross = transposed ? sheet.sizeB() : sheet.sizeA();
    strideAcross = transposed ? sheet.sizeA() : 1;
    left = new int[width];
    weight = new float[width];
    int lastAcross = voxelsAcross - 1;
    int firstInside = width;
    int endInside = 0;
    for (int x = 0; x < width; x++) {
      double index = across.first() + x * across.step();
      if (isInside(index, lastAcross)) {
        firstInside = Math.min(firstInside, x);
        endInside = x + 1;
      }
      double clamped = Math.min(Math.max(index, 0), lastAcross);
      left[x] = (int) clamped;
      weight[x] = (float) (clamped - left[x]);
    }
    from = Math.min(firstInside, endInside);
    end = endInside;
  }

  /** An index that changes evenly from pixel to pixel. */
  record Line(double first, double step) {}

  /** Scratch memory for one thread: the voxels of a row and one beyond. */
  float[] newLine() {
    return new float[voxelsAcross + 1];
  }

  /** Writes the samples of pixel row {@code y} to {@code target} from {@code offset} on. */
  void sampleRow(int y, float[] line, float[] target, int offset) {
    double index = firstRow + y * perRow;
    if (!isInside(index, lastDown) || from == end) {
      Arrays.fill(target, offset, offset + left.length, Float.NaN);
      return;
    }
    interpolateDown(index, line);
    Arrays.fill(target, offset, offset + from, Float.NaN);
    Arrays.fill(target, offset + end, offset + left.length, Float.NaN);
    for (int x = from; x < end; x++) {
      int i = left[x];
      float near = line[i];
      target[offset + x] = near + (line[i + 1] - near) * weight[x];
    }
  }

  private void interpolateDown(double index, float[] line) {
    double clamped = Math.min(Math.max(index, 0), lastDown);
    int upper = (int) clamped;
    float down = (float) (clamped - upper);
    int row = upper * strideDown;
    int below = row + (upper < lastDown ? strideDown : 0);
    float[] values = sheet.values();
    if (strideAcross == 1) { // the usual case, written so that it is vectorised
      for (int i = 0; i < voxelsAcross; i++) {
        line[i] = values[row + i] + (values[below + i] - values[row + i]) * down;
      }
    } else {
      for (int i = 0; i < voxelsAcross; i++) {
        int at = i * strideAcross;
        line[i] = values[row + at] + (values[below + at] - values[row + at]) * down;
      }
    }
    line[voxelsAcross] = line[voxelsAcross - 1]; // right neighbour of the last, with weight 0
  }

  private static boolean isInside(double index, int last) {
    return index >= -HALF_VOXEL && index <= last + HALF_VOXEL;
  }
}
