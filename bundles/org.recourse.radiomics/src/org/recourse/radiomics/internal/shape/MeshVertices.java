/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiomics.internal.shape;

import java.util.Arrays;
import org.recourse.radiomics.image.Region;

/**
 * The vertices of the mesh that can be ends of a diameter: the middles of all voxel edges between
 * inside and outside, in half indices. Of each line of vertices along one axis only the first and
 * the last are kept, since a point between two others is never the farthest. Not changed
 * afterwards.
 */
final class MeshVertices {

  private final int axis;
  private final int[] size;
  private final int[] stride;
  private final byte[] inside;
  private final int[][] doubled = {new int[1024], new int[1024], new int[1024]};
  private int count;

  /** Collects vertices, thinned along an axis, 0 for x. */
  MeshVertices(Region region, int axis) {
    this.axis = axis;
    size =
        new int[] {region.geometry().sizeX(), region.geometry().sizeY(), region.geometry().sizeZ()};
    stride = new int[] {1, size[0], size[0] * size[1]};
    inside = region.toBytes();
    int u = axis == 0 ? 1 : 0;
    int v = axis == 2 ? 1 : 2;
    for (int j = 0; j < size[v]; j++) {
      for (int i = 0; i < size[u]; i++) {
        addEnds(i * stride[u] + j * stride[v], u, 2 * i, v, 2 * j);
      }
      for (int i = 0; i <= size[u]; i++) {
        addBetween(i, u, j * stride[v], v, 2 * j);
      }
    }
    for (int i = 0; i < size[u]; i++) {
      for (int j = 0; j <= size[v]; j++) {
        addBetween(j, v, i * stride[u], u, 2 * i);
      }
    }
  }

  /** Outermost crossings of a line of voxels. */
  private void addEnds(int line, int u, int doubledU, int v, int doubledV) {
    int step = stride[axis];
    int first = 0;
    while (first < size[axis] && inside[line + first * step] == 0) {
      first++;
    }
    if (first == size[axis]) {
      return;
    }
    int last = size[axis] - 1;
    while (inside[line + last * step] == 0) {
      last--;
    }
    add(2 * first - 1, u, doubledU, v, doubledV);
    add(2 * last + 1, u, doubledU, v, doubledV);
  }

  /** Outermost crossings between line {@code upper - 1} and line {@code upper} across axis w. */
  private void addBetween(int upper, int w, int offset, int other, int doubledOther) {
    int step = stride[axis];
    int high = offset + upper * stride[w];
    int low = high - stride[w];
    boolean noLow = upper == 0;
    boolean noHigh = upper == size[w];
    int first = -1;
    int last = -1;
    for (int k = 0; k < size[axis]; k++) {
      int below = noLow ? 0 : inside[low + k * step];
      int above = noHigh ? 0 : inside[high + k * step];
      if (below != above) {
        first = first < 0 ? k : first;
        last = k;
      }
    }
    if (first >= 0) {
      add(2 * first, w, 2 * upper - 1, other, doubledOther);
      if (last > first) {
        add(2 * last, w, 2 * upper - 1, other, doubledOther);
      }
    }
  }

  private void add(int along, int u, int doubledU, int v, int doubledV) {
    if (count == doubled[0].length) {
      for (int a = 0; a < doubled.length; a++) {
        doubled[a] = Arrays.copyOf(doubled[a], 2 * count);
      }
    }
    doubled[axis][count] = along;
    doubled[u][count] = doubledU;
    doubled[v][count++] = doubledV;
  }

  int count() {
    return count;
  }

  /** Twice the index along an axis, 0 for x. */
  int doubled(int vertex, int axisOfIndex) {
    return doubled[axisOfIndex][vertex];
  }
}
