/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.dosimetry.internal.shape;

import java.util.Arrays;

/**
 * Stretches of a line along the lattice rows on which a level function is positive, with ends
 * interpolated between nodes. Holds the stretches of one row at a time; not thread-safe.
 */
public final class LevelRows {

  private static final int OFFSETS = 4;

  private double[] ends = new double[8];
  private int count;

  /**
   * Finds the stretches between two rows.
   *
   * @param row lower row, at most {@code sizeV - 2}
   * @param offset 0 on the lower row, 1 on the upper one
   */
  public void read(float[] level, NodeGrid grid, int row, double offset) {
    count = 0;
    int first = row * grid.sizeU();
    final float upper = (float) offset;
    final float lower = 1 - upper;
    boolean inside = false;
    float before = 0;
    for (int i = 0; i < grid.sizeU(); i++) {
      float here = lower * level[first + i] + upper * level[first + grid.sizeU() + i];
      if (here > 0 != inside) {
        add(i == 0 ? 0 : i - 1 + before / ((double) before - here));
        inside = !inside;
      }
      before = here;
    }
    if (inside) {
      add(grid.sizeU() - 1);
    }
  }

  private void add(double column) {
    ends = count == ends.length ? Arrays.copyOf(ends, 2 * count) : ends;
    ends[count++] = column;
  }

  public int stretchCount() {
    return count / 2;
  }

  /** Begin of a stretch in lattice columns. */
  public double from(int stretch) {
    return ends[2 * stretch];
  }

  public double to(int stretch) {
    return ends[2 * stretch + 1];
  }

  /** Length of all stretches, in columns. */
  public double length() {
    double length = 0;
    for (int k = 0; k < count; k += 2) {
      length += ends[k + 1] - ends[k];
    }
    return length;
  }

  /** Area where the level is positive on lines at one offset, mm². */
  public double areaMm2(float[] level, NodeGrid grid, double offset) {
    double columns = 0;
    for (int row = 0; row < grid.sizeV() - 1; row++) {
      read(level, grid, row, offset);
      columns += length();
    }
    return columns * grid.spacingMm() * grid.spacingMm();
  }

  /** Area where the level is positive, as the mean over several offsets, mm². */
  public static double meanAreaMm2(float[] level, NodeGrid grid) {
    var rows = new LevelRows();
    double sum = 0;
    for (int k = 0; k < OFFSETS; k++) {
      sum += rows.areaMm2(level, grid, (k + 0.5) / OFFSETS);
    }
    return sum / OFFSETS;
  }
}
