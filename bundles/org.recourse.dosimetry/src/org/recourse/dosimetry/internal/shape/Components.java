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
 * Connected parts of a level function on a lattice: components where it is positive (joined through
 * edges) and holes where it is not (joined through corners, too). Built once, then only read.
 */
public final class Components {

  /** Label of what surrounds the structure, which always goes on. */
  private static final int OUTSIDE = 0;

  private static final int NONE = -1;

  private final float[] level;
  private final NodeGrid grid;
  private final int[] label;
  private final int count;

  public Components(float[] level, NodeGrid grid) {
    this.level = level;
    this.grid = grid;
    label = new int[level.length];
    Arrays.fill(label, NONE);
    int[] queue = new int[level.length];
    int next = OUTSIDE;
    for (int node = 0; node < level.length; node++) { // node 0 lies outside: the margin
      if (label[node] == NONE) {
        flood(node, next++, queue);
      }
    }
    count = next;
  }

  private void flood(int start, int newLabel, int[] queue) {
    int sizeU = grid.sizeU();
    int sizeV = grid.sizeV();
    boolean inside = level[start] > 0;
    int length = 0;
    queue[length++] = start;
    label[start] = newLabel;
    for (int k = 0; k < length; k++) {
      int node = queue[k];
      int j = node / sizeU;
      int i = node - j * sizeU;
      for (int dj = j > 0 ? -1 : 0; dj <= (j + 1 < sizeV ? 1 : 0); dj++) {
        for (int di = i > 0 ? -1 : 0; di <= (i + 1 < sizeU ? 1 : 0); di++) {
          int neighbour = node + dj * sizeU + di;
          boolean joined = !inside || di == 0 || dj == 0;
          if (joined && label[neighbour] == NONE && level[neighbour] > 0 == inside) {
            label[neighbour] = newLabel;
            queue[length++] = neighbour;
          }
        }
      }
    }
  }

  /**
   * Marks the components and holes that overlap no node of the same sign in {@code other}; returns
   * whether there are any.
   */
  public boolean markUnmatched(float[] other, boolean[] unmatched) {
    boolean[] overlaps = new boolean[count];
    overlaps[OUTSIDE] = true;
    for (int node = 0; node < label.length; node++) {
      if (level[node] > 0 == other[node] > 0) {
        overlaps[label[node]] = true;
      }
    }
    boolean any = false;
    for (boolean matched : overlaps) {
      any |= !matched;
    }
    for (int node = 0; any && node < label.length; node++) {
      unmatched[node] = !overlaps[label[node]];
    }
    return any;
  }
}
