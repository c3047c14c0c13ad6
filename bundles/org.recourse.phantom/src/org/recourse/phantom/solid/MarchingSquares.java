/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.phantom.solid;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Closed level lines of a sampled field at 0, interpolated linearly along the edges of the cells.
 *
 * <p>Every crossed edge is left by exactly one segment, so a loop is followed from edge to edge.
 * Walking round a cell from corner (0, 0) over (1, 0), (1, 1) and (0, 1), a segment starts at an
 * edge where the walk leaves the body and ends at one where it enters. A saddle is decided by the
 * mean of its corners. The border of the field must lie outside the body.
 */
final class MarchingSquares {

  private static final int NONE = -1;

  private final double[] field;
  private final int sizeX;
  private final int[] next; // from crossed edge to crossed edge; edge 2i runs along x, 2i+1 along y

  MarchingSquares(double[] field, int sizeX, int sizeY) {
    this.field = field;
    this.sizeX = sizeX;
    next = new int[2 * field.length];
    Arrays.fill(next, NONE);
    for (int y = 0; y + 1 < sizeY; y++) {
      for (int x = 0; x + 1 < sizeX; x++) {
        joinCell(y * sizeX + x);
      }
    }
  }

  private void joinCell(int corner) {
    int[] corners = {corner, corner + 1, corner + 1 + sizeX, corner + sizeX};
    int[] edges = {2 * corner, 2 * (corner + 1) + 1, 2 * (corner + sizeX), 2 * corner + 1};
    boolean joined =
        field[corners[0]] + field[corners[1]] + field[corners[2]] + field[corners[3]] < 0;
    for (int i = 0; i < 4; i++) {
      if (inside(corners[i]) && !inside(corners[(i + 1) % 4])) {
        int step = joined ? 1 : 3; // forwards or backwards round the cell
        int j = (i + step) % 4;
        while (!(!inside(corners[j]) && inside(corners[(j + 1) % 4]))) {
          j = (j + step) % 4;
        }
        next[edges[i]] = edges[j];
      }
    }
  }

  private boolean inside(int i) {
    return field[i] < 0;
  }

  /** Returns the loops as x, y pairs in units of cells. */
  List<double[]> loops() {
    List<double[]> loops = new ArrayList<>();
    for (int first = 0; first < next.length; first++) {
      if (next[first] != NONE) {
        double[] loop = follow(first);
        if (loop.length >= 6) {
          loops.add(loop);
        }
      }
    }
    return loops;
  }

  private double[] follow(int first) {
    double[] xy = new double[64];
    int length = 0;
    int edge = first;
    do {
      if (length + 2 > xy.length) {
        xy = Arrays.copyOf(xy, 2 * xy.length);
      }
      int from = edge / 2;
      boolean alongX = edge % 2 == 0;
      double a = field[from];
      double b = field[alongX ? from + 1 : from + sizeX];
      double t = a / (a - b); // the signs differ, or the edge would not be crossed
      int row = from / sizeX;
      int column = from - row * sizeX;
      xy[length++] = column + (alongX ? t : 0);
      xy[length++] = row + (alongX ? 0 : t);
      int following = next[edge];
      next[edge] = NONE;
      edge = following;
    } while (edge != first && edge != NONE);
    return Arrays.copyOf(xy, length);
  }
}
