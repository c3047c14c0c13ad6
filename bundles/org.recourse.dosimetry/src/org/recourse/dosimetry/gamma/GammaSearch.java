/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.dosimetry.gamma;

import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.volume.DoseGrid;

/** Searches the evaluated dose around one point after the other. Used by one thread. */
final class GammaSearch {

  private final DoseGrid evaluated;
  private final NeighbourCells neighbours;
  private final CellMinimum minimum = new CellMinimum();
  private final boolean inPlane;
  private final int[] size;
  private final int[] stride;
  private final double[] spacing; // in units of the distance tolerance
  private final double limit; // square of the largest gamma
  private final int[] base = new int[3];
  private final double[] position = new double[3];

  GammaSearch(DoseGrid evaluated, NeighbourCells neighbours, GammaCriteria criteria) {
    this.evaluated = evaluated;
    this.neighbours = neighbours;
    inPlane = criteria.search() == GammaCriteria.Search.IN_PLANE;
    limit = criteria.maximumGamma() * criteria.maximumGamma();
    GridGeometry geometry = evaluated.geometry();
    size = new int[] {geometry.sizeX(), geometry.sizeY(), geometry.sizeZ()};
    stride = new int[] {1, geometry.sizeX(), geometry.sliceVoxelCount()};
    spacing = NeighbourCells.spacingInTolerances(geometry, criteria.distanceMm());
  }

  /**
   * Returns gamma, at most the largest of the criteria.
   *
   * @param x continuous index in the evaluated grid, inside of it
   * @param doseGy reference dose
   * @param toleranceGy tolerated dose difference
   */
  double gamma(double x, double y, double z, double doseGy, double toleranceGy) {
    position[0] = x;
    position[1] = y;
    position[2] = z;
    for (int axis = 0; axis < 3; axis++) {
      base[axis] =
          (int) Math.clamp(Math.floor(position[axis]), 0.0, Math.max(size[axis] - 2.0, 0.0));
    }
    minimum.start(limit);
    double scale = 1 / toleranceGy;
    for (int i = 0; i < neighbours.count(); i++) {
      if (neighbours.leastSquare(i) >= minimum.least()) {
        break;
      }
      int dz = neighbours.offset(i, 2);
      if (!(inPlane && dz != 0)
          && fillBox(neighbours.offset(i, 0), neighbours.offset(i, 1), dz, doseGy, scale)) {
        minimum.search();
      }
    }
    return Math.sqrt(minimum.least());
  }

  /** Fills the box of one cell; returns false if there is none or it is too far away. */
  private boolean fillBox(int dx, int dy, int dz, double doseGy, double scale) {
    double[] box = minimum.box();
    int at = 0;
    double square = 0;
    for (int axis = 0; axis < 3; axis++) {
      int cell = base[axis] + (axis == 0 ? dx : axis == 1 ? dy : dz);
      if (cell < 0 || cell > Math.max(size[axis] - 2, 0)) {
        return false;
      }
      double low = (cell - position[axis]) * spacing[axis];
      double high = size[axis] > 1 ? low + spacing[axis] : low;
      box[8 + axis] = low;
      box[11 + axis] = high;
      double away = low > 0 ? low : high < 0 ? high : 0;
      square += axis == 2 && inPlane ? 0 : away * away;
      at += cell * stride[axis];
    }
    if (square >= minimum.least()) {
      return false;
    }
    int nextX = size[0] > 1 ? 1 : 0;
    int nextY = size[1] > 1 ? stride[1] : 0;
    int nextZ = size[2] > 1 ? stride[2] : 0;
    for (int corner = 0; corner < 8; corner++) {
      int voxel = at + (corner & 1) * nextX + (corner >> 1 & 1) * nextY + (corner >> 2) * nextZ;
      box[corner] = (evaluated.doseGyAt(voxel) - doseGy) * scale;
    }
    if (inPlane) {
      flatten(box);
    }
    return true;
  }

  /** Makes the box the plane through the point. */
  private void flatten(double[] box) {
    double t = Math.clamp(position[2] - base[2], 0.0, 1.0);
    for (int corner = 0; corner < 4; corner++) {
      double value = box[corner] + t * (box[corner + 4] - box[corner]);
      box[corner] = value;
      box[corner + 4] = value;
    }
    box[10] = 0;
    box[13] = 0;
  }
}
