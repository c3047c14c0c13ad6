/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiomics.internal.texture;

/**
 * Which of the equal neighbours before a voxel have to be asked for their zone. Neighbours that
 * touch each other lie in one zone already, so one of each group that hangs together is enough; the
 * groups of all 8,192 sets of neighbours are found once. Immutable.
 */
final class NeighbourGroups {

  /** Zones that join over faces, edges and corners. */
  static final NeighbourGroups ALL = new NeighbourGroups(EqualNeighbours.BEFORE);

  private final int allowed;
  private final short[] onePerGroup = new short[EqualNeighbours.BEFORE + 1];

  private NeighbourGroups(int allowed) {
    this.allowed = allowed;
    int[] touching = touching();
    for (int set = 0; set < onePerGroup.length; set++) {
      int left = set & allowed;
      int chosen = 0;
      while (left != 0) {
        int group = Integer.lowestOneBit(left);
        chosen |= group;
        for (int before = 0; group != before; ) { // grows until nothing is added
          before = group;
          for (int rest = before; rest != 0; rest &= rest - 1) {
            group |= touching[Integer.numberOfTrailingZeros(rest)] & left;
          }
        }
        left &= ~group;
      }
      onePerGroup[set] = (short) chosen;
    }
  }

  /** Zones that join along the directions of the given bits only. */
  static NeighbourGroups of(int allowed) {
    return allowed == EqualNeighbours.BEFORE ? ALL : new NeighbourGroups(allowed);
  }

  /** Returns, for each neighbour before a voxel, the others that join with it directly. */
  private int[] touching() {
    var directions = Direction.neighbours();
    int[] touching = new int[directions.size()];
    for (int a = 0; a < touching.length; a++) {
      for (int b = 0; b < touching.length; b++) {
        Direction one = directions.get(a);
        Direction other = directions.get(b);
        var step = new Direction(one.x() - other.x(), one.y() - other.y(), one.z() - other.z());
        var back = new Direction(-step.x(), -step.y(), -step.z());
        int number = Math.max(directions.indexOf(step), directions.indexOf(back));
        if (number >= 0 && (allowed >> number & 1) != 0) {
          touching[a] |= 1 << b;
        }
      }
    }
    return touching;
  }

  /** Returns one bit of each group among equal neighbours before a voxel. */
  int representatives(int equalBefore) {
    return onePerGroup[equalBefore];
  }
}
