/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.dosimetry.gamma;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;

/**
 * Cells of eight voxels around the cell of a point, by their least distance from anywhere in that
 * cell, so that a search can stop at the first one that is too far away. Immutable.
 */
final class NeighbourCells {

  private record Offset(int x, int y, int z, double leastSquare) {}

  private final int[] offsets; // x, y, z of every cell
  private final double[] leastSquares;

  private NeighbourCells(List<Offset> sorted) {
    offsets = new int[3 * sorted.size()];
    leastSquares = new double[sorted.size()];
    for (int i = 0; i < leastSquares.length; i++) {
      offsets[3 * i] = sorted.get(i).x();
      offsets[3 * i + 1] = sorted.get(i).y();
      offsets[3 * i + 2] = sorted.get(i).z();
      leastSquares[i] = sorted.get(i).leastSquare();
    }
  }

  /** Finds all cells within the largest gamma. */
  static NeighbourCells of(GridGeometry geometry, GammaCriteria criteria) {
    double[] spacing = spacingInTolerances(geometry, criteria.distanceMm());
    double limit = criteria.maximumGamma();
    int[] reach = new int[3];
    int[] size = {geometry.sizeX(), geometry.sizeY(), geometry.sizeZ()};
    for (int axis = 0; axis < 3; axis++) {
      reach[axis] = Math.min(size[axis], (int) Math.ceil(limit / spacing[axis]) + 1);
    }
    var cells = new ArrayList<Offset>();
    for (int z = -reach[2]; z <= reach[2]; z++) {
      for (int y = -reach[1]; y <= reach[1]; y++) {
        for (int x = -reach[0]; x <= reach[0]; x++) {
          double square = square(x, spacing[0]) + square(y, spacing[1]) + square(z, spacing[2]);
          if (square < limit * limit) {
            cells.add(new Offset(x, y, z, square));
          }
        }
      }
    }
    // The cell itself first, then its neighbours: the earlier a small value, the shorter the rest.
    cells.sort(
        Comparator.comparingDouble(Offset::leastSquare)
            .thenComparingInt(c -> Math.abs(c.x()) + Math.abs(c.y()) + Math.abs(c.z())));
    return new NeighbourCells(cells);
  }

  private static double square(int cells, double spacing) {
    double away = Math.max(0, Math.abs(cells) - 1) * spacing;
    return away * away;
  }

  static double[] spacingInTolerances(GridGeometry geometry, double distanceMm) {
    Vector3 spacing = geometry.spacingMm();
    return new double[] {
      spacing.x() / distanceMm, spacing.y() / distanceMm, spacing.z() / distanceMm
    };
  }

  int count() {
    return leastSquares.length;
  }

  /** Square of the least distance, in distance tolerances. */
  double leastSquare(int cell) {
    return leastSquares[cell];
  }

  int offset(int cell, int axis) {
    return offsets[3 * cell + axis];
  }
}
