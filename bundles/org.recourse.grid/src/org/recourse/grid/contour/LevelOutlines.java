/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.grid.contour;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Outlines of the area in which values on a lattice are positive, by marching squares with linear
 * interpolation along lattice lines (Lorensen and Cline 1987, doi 10.1145/37402.37422, in two
 * dimensions). Where the area touches the border of the lattice it is closed along the border.
 * Where two corners of a square lie inside and two outside, crosswise, the mean of the four decides
 * whether the two inner ones are joined.
 *
 * <p>Loops are u, v pairs in lattice units, counter-clockwise around the area and clockwise around
 * holes. One object serves one call.
 */
public final class LevelOutlines {

  private static final int NONE = -1;

  private final float[] values;
  private final int sizeU;
  private final int sizeV;
  private final int width; // of the lattice with a rim of one node
  private final int[] next; // from the edge where the area is left to that where it is entered
  private final List<Integer> starts = new ArrayList<>();

  private LevelOutlines(float[] values, int sizeU, int sizeV) {
    this.values = values;
    this.sizeU = sizeU;
    this.sizeV = sizeV;
    width = sizeU + 2;
    next = new int[2 * width * (sizeV + 2)];
    Arrays.fill(next, NONE);
  }

  /**
   * Finds the outlines.
   *
   * @param values one value per node, u fastest; not changed
   */
  public static List<double[]> of(float[] values, int sizeU, int sizeV) {
    if (sizeU < 1 || sizeV < 1 || values.length != Math.multiplyExact(sizeU, sizeV)) {
      throw new IllegalArgumentException(
          values.length + " values for " + sizeU + " x " + sizeV + " nodes");
    }
    var outlines = new LevelOutlines(values, sizeU, sizeV);
    for (int j = -1; j < sizeV; j++) {
      for (int i = -1; i < sizeU; i++) {
        outlines.cell(i, j);
      }
    }
    return outlines.loops();
  }

  private boolean isInside(int i, int j) {
    return i >= 0 && j >= 0 && i < sizeU && j < sizeV && values[j * sizeU + i] > 0;
  }

  private float valueOr0(int i, int j) {
    return i >= 0 && j >= 0 && i < sizeU && j < sizeV ? values[j * sizeU + i] : 0;
  }

  /** Links the crossed sides of one cell; sides in order: lower, right, upper, left. */
  private void cell(int i, int j) {
    boolean a = isInside(i, j);
    boolean b = isInside(i + 1, j);
    boolean c = isInside(i + 1, j + 1);
    boolean d = isInside(i, j + 1);
    if (a == b && b == c && c == d) {
      return;
    }
    boolean[] from = {a, b, c, d};
    int[] side = {edge(i, j, false), edge(i + 1, j, true), edge(i, j + 1, false), edge(i, j, true)};
    boolean crosswise = a == c && b == d;
    boolean joined =
        crosswise
            && valueOr0(i, j) + valueOr0(i + 1, j) + valueOr0(i + 1, j + 1) + valueOr0(i, j + 1)
                > 0;
    for (int k = 0; k < 4; k++) {
      if (from[k] && !from[(k + 1) & 3]) {
        link(from, side, k, crosswise && !joined);
      }
    }
  }

  /**
   * From the side where the area is left to the next one, or the one before, where it is entered.
   */
  private void link(boolean[] from, int[] side, int leaving, boolean backwards) {
    for (int step = 1; step < 4; step++) {
      int k = (leaving + (backwards ? 4 - step : step)) & 3;
      if (!from[k] && from[(k + 1) & 3]) {
        next[side[leaving]] = side[k];
        starts.add(side[leaving]);
        return;
      }
    }
  }

  private int edge(int i, int j, boolean upwards) {
    return 2 * ((j + 1) * width + i + 1) + (upwards ? 1 : 0);
  }

  private List<double[]> loops() {
    var loops = new ArrayList<double[]>();
    for (int start : starts) {
      if (next[start] == NONE) {
        continue;
      }
      double[] points = new double[16];
      int length = 0;
      for (int at = start; next[at] != NONE; ) {
        points = length == points.length ? Arrays.copyOf(points, 2 * length) : points;
        addPoint(at, points, length);
        length += 2;
        int following = next[at];
        next[at] = NONE;
        at = following;
      }
      if (length >= 6) {
        loops.add(Arrays.copyOf(points, length));
      }
    }
    return loops;
  }

  private void addPoint(int edge, double[] points, int at) {
    boolean upwards = (edge & 1) == 1;
    int i = edge / 2 % width - 1;
    int j = edge / 2 / width - 1;
    int i2 = upwards ? i : i + 1;
    int j2 = upwards ? j + 1 : j;
    double t = fraction(i, j, i2, j2);
    points[at] = i + t * (i2 - i);
    points[at + 1] = j + t * (j2 - j);
  }

  /** Outside of the lattice there is no value to interpolate with: the border itself counts. */
  private double fraction(int i, int j, int i2, int j2) {
    if (i < 0 || j < 0) {
      return 1;
    }
    if (i2 >= sizeU || j2 >= sizeV) {
      return 0;
    }
    double first = values[j * sizeU + i];
    double second = values[j2 * sizeU + i2];
    return first / (first - second);
  }
}
