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
 * A sheet seen along its own axes: one sheet axis runs along the rows of the frame and the other
 * along its columns, so that neighbours and weights of a column are the same in every row and are
 * found once per frame. Immutable once made; rows may be sampled from several threads at once.
 */
final class AlignedSheet {

  private static final double HALF_VOXEL = 0.5;

  private final Sheet sheet;
  private final double firstRow; // index along the vertical axis at pixel row 0
  private final double perRow;
  private final int lastDown;
  private final int strideDown;
  private final int[] left; // position in the sheet of the left neighbour, per column
  private final int[] toRight; // from there to the right neighbour
  private final float[] weight; // of the right neighbour
  private final boolean[] inside;

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
    int lastAcross = (transposed ? sheet.sizeB() : sheet.sizeA()) - 1;
    int strideAcross = transposed ? sheet.sizeA() : 1;
    left = new int[width];
    toRight = new int[width];
    weight = new float[width];
    inside = new boolean[width];
    for (int x = 0; x < width; x++) {
      double index = across.first() + x * across.step();
      inside[x] = isInside(index, lastAcross);
      double clamped = Math.min(Math.max(index, 0), lastAcross);
      int lower = (int) clamped;
      left[x] = lower * strideAcross;
      toRight[x] = lower < lastAcross ? strideAcross : 0;
      weight[x] = (float) (clamped - lower);
    }
  }

  /** An index that changes evenly from pixel to pixel. */
  record Line(double first, double step) {}

  /** Writes the samples of pixel row {@code y} to {@code target} from {@code offset} on. */
  void sampleRow(int y, float[] target, int offset) {
    double index = firstRow + y * perRow;
    boolean rowInside = isInside(index, lastDown);
    double clamped = Math.min(Math.max(index, 0), lastDown);
    int upper = (int) clamped;
    float weightDown = (float) (clamped - upper);
    int row = upper * strideDown;
    int below = upper < lastDown ? strideDown : 0;
    float[] values = sheet.values();
    for (int x = 0; x < left.length; x++) {
      int i = row + left[x];
      int j = i + toRight[x];
      float near = values[i] + (values[j] - values[i]) * weight[x];
      float far = values[i + below] + (values[j + below] - values[i + below]) * weight[x];
      float value = near + (far - near) * weightDown;
      target[offset + x] = rowInside && inside[x] ? value : Float.NaN;
    }
  }

  private static boolean isInside(double index, int last) {
    return index >= -HALF_VOXEL && index <= last + HALF_VOXEL;
  }
}
