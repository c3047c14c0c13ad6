/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiomics.filter;

/** The local binary pattern of one plane after another. Not thread-safe (scratch memory). */
final class CirclePattern {

  private static final double ROUNDING = 1e5; // scikit-image rounds the offsets to five decimals

  private final double[] rowOffset;
  private final double[] columnOffset;
  private final String method;
  private final double[] texture;
  private final int[] bit;

  CirclePattern(int samples, double radius, String method) {
    this.method = method;
    rowOffset = new double[samples];
    columnOffset = new double[samples];
    texture = new double[samples];
    bit = new int[samples];
    for (int i = 0; i < samples; i++) {
      double angleRad = 2 * Math.PI * i / samples;
      rowOffset[i] = Math.rint(-radius * Math.sin(angleRad) * ROUNDING) / ROUNDING;
      columnOffset[i] = Math.rint(radius * Math.cos(angleRad) * ROUNDING) / ROUNDING;
    }
  }

  void plane(
      double[] values,
      double[] result,
      int start,
      int rows,
      int rowStride,
      int columns,
      int columnStride) {
    for (int r = 0; r < rows; r++) {
      for (int c = 0; c < columns; c++) {
        int at = start + r * rowStride + c * columnStride;
        for (int i = 0; i < bit.length; i++) {
          double row = r + rowOffset[i];
          double column = c + columnOffset[i];
          texture[i] = bilinear(values, start, row, rows, rowStride, column, columns, columnStride);
          bit[i] = texture[i] - values[at] >= 0 ? 1 : 0;
        }
        result[at] = code();
      }
    }
  }

  private double code() {
    return switch (method) {
      case "uniform" -> uniform();
      case "var" -> variance();
      case "ror" -> smallestRotation();
      case "default" -> number();
      default -> throw new IllegalArgumentException("unknown lbp2DMethod: " + method);
    };
  }

  private double uniform() {
    int changes = 0;
    int ones = bit[0];
    for (int i = 1; i < bit.length; i++) {
      changes += bit[i] ^ bit[i - 1];
      ones += bit[i];
    }
    return changes <= 2 ? ones : bit.length + 1;
  }

  private double variance() {
    double sum = 0;
    double squares = 0;
    for (double t : texture) {
      sum += t;
      squares += t * t;
    }
    int n = texture.length;
    return (squares - sum * sum / n) / n;
  }

  private long number() {
    long number = 0;
    for (int i = 0; i < bit.length; i++) {
      number |= (long) bit[i] << i;
    }
    return number;
  }

  private long smallestRotation() {
    long number = number();
    long smallest = number;
    for (int i = 1; i < bit.length; i++) {
      number = number >>> 1 | (number & 1) << (bit.length - 1);
      smallest = Math.min(smallest, number);
    }
    return smallest;
  }

  private static double bilinear(
      double[] values,
      int start,
      double row,
      int rows,
      int rowStride,
      double column,
      int columns,
      int columnStride) {
    int top = (int) Math.floor(row);
    int bottom = (int) Math.ceil(row);
    int left = (int) Math.floor(column);
    int right = (int) Math.ceil(column);
    double dr = row - top;
    double dc = column - left;
    boolean topIn = top >= 0 && top < rows;
    boolean bottomIn = bottom >= 0 && bottom < rows;
    boolean leftIn = left >= 0 && left < columns;
    boolean rightIn = right >= 0 && right < columns;
    int a = start + top * rowStride;
    int b = start + bottom * rowStride;
    int l = left * columnStride;
    int r = right * columnStride;
    double upper =
        (1 - dc) * (topIn && leftIn ? values[a + l] : 0)
            + dc * (topIn && rightIn ? values[a + r] : 0);
    double lower =
        (1 - dc) * (bottomIn && leftIn ? values[b + l] : 0)
            + dc * (bottomIn && rightIn ? values[b + r] : 0);
    return (1 - dr) * upper + dr * lower;
  }
}
