/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.phantom.internal.dose;

import java.util.Arrays;

/**
 * Sparse dose per unit weight: one row per point, one column per field element. Rows are appended;
 * after that the products are read only.
 */
final class InfluenceRows {

  private int[] rowEnd = new int[1024];
  private int[] column = new int[1 << 16];
  private float[] value = new float[1 << 16];
  private int rows;
  private int entries;

  void add(int columnNumber, double doseGy) {
    if (entries == column.length) {
      column = Arrays.copyOf(column, 2 * entries);
      value = Arrays.copyOf(value, 2 * entries);
    }
    column[entries] = columnNumber;
    value[entries++] = (float) doseGy;
  }

  void endRow() {
    if (rows == rowEnd.length) {
      rowEnd = Arrays.copyOf(rowEnd, 2 * rows);
    }
    rowEnd[rows++] = entries;
  }

  int rowCount() {
    return rows;
  }

  /** Writes the dose of every point for these weights. */
  void multiply(double[] weights, double[] doseGy) {
    int i = 0;
    for (int row = 0; row < rows; row++) {
      double sum = 0;
      for (int end = rowEnd[row]; i < end; i++) {
        sum += value[i] * weights[column[i]];
      }
      doseGy[row] = sum;
    }
  }

  /** Writes the product of the transposed matrix with one number per point. */
  void multiplyTransposed(double[] perPoint, double[] perWeight) {
    Arrays.fill(perWeight, 0);
    int i = 0;
    for (int row = 0; row < rows; row++) {
      double factor = perPoint[row];
      int end = rowEnd[row];
      if (factor == 0) {
        i = end;
        continue;
      }
      for (; i < end; i++) {
        perWeight[column[i]] += value[i] * factor;
      }
    }
  }
}
