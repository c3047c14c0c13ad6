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
import java.util.BitSet;
import java.util.List;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.volume.Mask;

/**
 * Makes contours from masks. The contours follow the voxel edges on every slice, so that area times
 * slice distance is exactly the volume of the voxels; they look like stairs because the mask says
 * no more. Voxels that touch at a corner only become separate contours, holes become inner
 * contours.
 */
public final class MaskOutlines {

  /** Steps along +x, +y, −x, −y; the next one is the turn to the left. */
  private static final int[] STEP_X = {1, 0, -1, 0};

  private static final int[] STEP_Y = {0, 1, 0, -1};

  private final BitSet voxels;
  private final int sizeX;
  private final int sizeY;

  private MaskOutlines(BitSet voxels, GridGeometry geometry) {
    this.voxels = voxels;
    sizeX = geometry.sizeX();
    sizeY = geometry.sizeY();
  }

  /** Returns the contours of all slices; empty for an empty mask. */
  public static ContourSet of(Mask mask) {
    GridGeometry geometry = mask.geometry();
    var contours = new ArrayList<PlanarContour>();
    for (int z = 0; z < geometry.sizeZ(); z++) {
      BitSet slice = mask.slice(z);
      if (!slice.isEmpty()) {
        for (int[] loop : new MaskOutlines(slice, geometry).loops()) {
          contours.add(inPatient(loop, z, geometry));
        }
      }
    }
    return new ContourSet(contours);
  }

  private static PlanarContour inPatient(int[] loop, int z, GridGeometry geometry) {
    double[] xyz = new double[loop.length / 2 * 3];
    for (int i = 0; i < loop.length / 2; i++) {
      Vector3 p = geometry.toPatientMm(loop[2 * i] - 0.5, loop[2 * i + 1] - 0.5, z);
      xyz[3 * i] = p.x();
      xyz[3 * i + 1] = p.y();
      xyz[3 * i + 2] = p.z();
    }
    return PlanarContour.of(xyz);
  }

  /** Loops of voxel corners with the voxels on their left; only the corners where they turn. */
  private List<int[]> loops() {
    var loops = new ArrayList<int[]>();
    var seen = new BitSet(); // lower voxel edges that a loop has passed along +x
    for (int i = voxels.nextSetBit(0); i >= 0; i = voxels.nextSetBit(i + 1)) {
      int x = i % sizeX;
      int y = i / sizeX;
      if (!isInside(x, y - 1) && !seen.get(i)) {
        loops.add(loopFrom(x, y, seen));
      }
    }
    return loops;
  }

  private int[] loopFrom(int startX, int startY, BitSet seen) {
    int[] corners = new int[16];
    int count = 0;
    int x = startX;
    int y = startY;
    int direction = 0;
    do {
      if (direction == 0) {
        seen.set(y * sizeX + x);
      }
      x += STEP_X[direction];
      y += STEP_Y[direction];
      int turned = turn(x, y, direction);
      if (turned != direction) {
        corners = count == corners.length ? Arrays.copyOf(corners, 2 * count) : corners;
        corners[count++] = x;
        corners[count++] = y;
        direction = turned;
      }
    } while (x != startX || y != startY || direction != 0);
    return Arrays.copyOf(corners, count);
  }

  /** At a corner: left around the same voxel if it ends here, else straight on, else right. */
  private int turn(int x, int y, int direction) {
    int left = (direction + 1) & 3;
    if (isBorder(x, y, left)) {
      return left;
    }
    return isBorder(x, y, direction) ? direction : (direction + 3) & 3;
  }

  /** Whether the edge from a corner has a voxel on its left and none on its right. */
  private boolean isBorder(int x, int y, int direction) {
    return switch (direction) {
      case 0 -> isInside(x, y) && !isInside(x, y - 1);
      case 1 -> isInside(x - 1, y) && !isInside(x, y);
      case 2 -> isInside(x - 1, y - 1) && !isInside(x - 1, y);
      default -> isInside(x, y - 1) && !isInside(x - 1, y - 1);
    };
  }

  private boolean isInside(int x, int y) {
    return x >= 0 && y >= 0 && x < sizeX && y < sizeY && voxels.get(y * sizeX + x);
  }
}
