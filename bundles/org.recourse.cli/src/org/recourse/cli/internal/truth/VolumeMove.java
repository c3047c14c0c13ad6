/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cli.internal.truth;

import java.util.Arrays;
import java.util.List;
import org.recourse.inference.network.NetworkSize;

/**
 * A volume moved by whole voxels and perhaps mirrored left to right, 0 coming in at the edge.
 * Immutable.
 *
 * <p>Where a patient lies in the box and which side is left mean nothing for the outcome, and the
 * networks learned from volumes moved like this. What they answer still depends a little on it,
 * because they halve the resolution five times. The mean over a few moves depends less on it.
 */
final class VolumeMove {

  private static final int OUTSIDE = -1;

  private final int[] source; // position that each voxel is taken from

  /**
   * Makes a move.
   *
   * @param mirrored whether left and right are exchanged before the shift
   * @param shift voxels along x, y, z
   */
  VolumeMove(NetworkSize size, boolean mirrored, int... shift) {
    source = new int[size.sizeX() * size.sizeY() * size.sizeZ()];
    Arrays.fill(source, OUTSIDE);
    for (int z = Math.max(0, shift[2]); z < Math.min(size.sizeZ(), size.sizeZ() + shift[2]); z++) {
      for (int y = Math.max(0, shift[1]);
          y < Math.min(size.sizeY(), size.sizeY() + shift[1]);
          y++) {
        int from = ((z - shift[2]) * size.sizeY() + y - shift[1]) * size.sizeX();
        int to = (z * size.sizeY() + y) * size.sizeX();
        for (int x = Math.max(0, shift[0]);
            x < Math.min(size.sizeX(), size.sizeX() + shift[0]);
            x++) {
          int plain = x - shift[0];
          source[to + x] = from + (mirrored ? size.sizeX() - 1 - plain : plain);
        }
      }
    }
  }

  /** Returns the moves that an answer is the mean of: as it is, and three others. */
  static List<VolumeMove> all(NetworkSize size) {
    return List.of(
        new VolumeMove(size, false, 0, 0, 0),
        new VolumeMove(size, true, 1, 1, 0),
        new VolumeMove(size, false, 1, 0, 1),
        new VolumeMove(size, true, 0, 1, 1));
  }

  /** Returns a volume moved. */
  float[] of(float[] volume) {
    float[] moved = new float[source.length];
    for (int i = 0; i < moved.length; i++) {
      moved[i] = source[i] == OUTSIDE ? 0 : volume[source[i]];
    }
    return moved;
  }

  /** Adds a gradient of the moved volume, times a factor, to that of the volume. */
  void addPulledBack(float[] gradient, double factor, double[] sum) {
    for (int i = 0; i < source.length; i++) {
      if (source[i] != OUTSIDE) {
        sum[source[i]] += factor * gradient[i];
      }
    }
  }
}
