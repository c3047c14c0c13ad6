/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.dosimetry.dvh;

import java.util.Arrays;
import org.recourse.grid.contour.ContourPlane;
import org.recourse.grid.contour.ContourPlanes;
import org.recourse.grid.contour.PlanarRegion;

/**
 * Recognises contours that follow the edges of voxels. Stateless.
 *
 * <p>Three things must hold for all loops together: every edge runs along one of the two in-plane
 * axes; the coordinates of all corners are whole multiples of one distance apart; and there are
 * steps, which means more than four corners in a loop. A lying cylinder has edges along the axes as
 * well, but its widths are not on a lattice and its sections are plain rectangles, so it is no
 * stairs.
 */
final class VoxelStairs {

  /** Coordinates in files are rounded to a hundredth of a millimetre or better. */
  private static final double ROUNDING_MM = 0.02;

  /** Part of a voxel by which a corner may miss the lattice. */
  private static final double LATTICE_TOLERANCE = 0.03;

  /** A rectangle; a loop with more corners has steps. */
  private static final int CORNERS_OF_A_RECTANGLE = 4;

  private VoxelStairs() {}

  static boolean form(ContourPlanes planes) {
    boolean steps = false;
    int points = 0;
    for (ContourPlane plane : planes.planes()) {
      PlanarRegion region = plane.region();
      for (int loop = 0; loop < region.loopCount(); loop++) {
        double[] uvMm = region.loopUvMm(loop);
        int corners = corners(uvMm);
        if (corners < 0) {
          return false;
        }
        steps |= corners > CORNERS_OF_A_RECTANGLE;
        points += uvMm.length / 2;
      }
    }
    return steps && isLattice(planes, points, 0) && isLattice(planes, points, 1);
  }

  /** Counts the turns of a loop; negative if an edge runs along none of the axes. */
  private static int corners(double[] uvMm) {
    int corners = 0;
    int before = -1;
    int first = -1;
    for (int i = 0; i < uvMm.length; i += 2) {
      int next = (i + 2) % uvMm.length;
      boolean alongU = Math.abs(uvMm[next + 1] - uvMm[i + 1]) <= ROUNDING_MM;
      boolean alongV = Math.abs(uvMm[next] - uvMm[i]) <= ROUNDING_MM;
      if (!alongU && !alongV) {
        return -1;
      }
      if (alongU && alongV) {
        continue; // the same point twice, as where a file closes the loop
      }
      int axis = alongU ? 0 : 1;
      first = first < 0 ? axis : first;
      corners += before >= 0 && before != axis ? 1 : 0;
      before = axis;
    }
    return corners + (before != first ? 1 : 0);
  }

  private static boolean isLattice(ContourPlanes planes, int points, int axis) {
    double[] coordinates = new double[points];
    int n = 0;
    for (ContourPlane plane : planes.planes()) {
      for (int loop = 0; loop < plane.region().loopCount(); loop++) {
        double[] uvMm = plane.region().loopUvMm(loop);
        for (int i = axis; i < uvMm.length; i += 2) {
          coordinates[n++] = uvMm[i];
        }
      }
    }
    Arrays.sort(coordinates);
    double pitchMm = Double.POSITIVE_INFINITY;
    for (int i = 1; i < n; i++) {
      double step = coordinates[i] - coordinates[i - 1];
      pitchMm = step > ROUNDING_MM ? Math.min(pitchMm, step) : pitchMm;
    }
    // Neighbouring coordinates only: an error of the pitch does not add up over the structure.
    for (int i = 1; i < n; i++) {
      double steps = (coordinates[i] - coordinates[i - 1]) / pitchMm;
      double whole = Math.rint(steps);
      double tolerance = LATTICE_TOLERANCE * Math.max(1, whole) + ROUNDING_MM / pitchMm;
      if (Math.abs(steps - whole) > tolerance) {
        return false;
      }
    }
    return true;
  }
}
