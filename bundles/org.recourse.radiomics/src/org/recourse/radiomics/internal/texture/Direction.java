/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiomics.internal.texture;

import java.util.ArrayList;
import java.util.List;
import org.recourse.grid.geometry.Vector3;

/**
 * Step from a voxel to a neighbour, one of each opposite pair: the step leads to a voxel that comes
 * later in memory. Immutable.
 */
public record Direction(int x, int y, int z) {

  /** Returns the largest of the three components. */
  int distance() {
    return Math.max(Math.abs(x), Math.max(Math.abs(y), Math.abs(z)));
  }

  /** The 13 directions of distance 1. */
  public static List<Direction> neighbours() {
    return ofDistances(List.of(1), -1);
  }

  /**
   * All directions whose largest component is one of {@code distances}.
   *
   * @param fixedAxis axis along which no step is made: 0 for z, 1 for y, 2 for x, -1 for none
   */
  public static List<Direction> ofDistances(List<Integer> distances, int fixedAxis) {
    int most = distances.stream().mapToInt(Integer::intValue).max().orElse(1);
    int limitX = fixedAxis == 2 ? 0 : most;
    int limitY = fixedAxis == 1 ? 0 : most;
    int limitZ = fixedAxis == 0 ? 0 : most;
    var directions = new ArrayList<Direction>();
    for (int z = 0; z <= limitZ; z++) {
      for (int y = z == 0 ? 0 : -limitY; y <= limitY; y++) {
        for (int x = z == 0 && y == 0 ? 1 : -limitX; x <= limitX; x++) {
          var direction = new Direction(x, y, z);
          if (distances.contains(direction.distance())) {
            directions.add(direction);
          }
        }
      }
    }
    return directions;
  }

  /**
   * Weight of this direction in a weighted mean: {@code exp(-d²)} with the distance d in mm by the
   * named norm; 1 for {@code no_weighting}.
   */
  double weight(String norm, Vector3 spacingMm) {
    double xMm = Math.abs(x) * spacingMm.x();
    double yMm = Math.abs(y) * spacingMm.y();
    double zMm = Math.abs(z) * spacingMm.z();
    return switch (norm) {
      case "infinity" -> gauss(Math.max(xMm, Math.max(yMm, zMm)));
      case "euclidean" -> Math.exp(-(xMm * xMm + yMm * yMm + zMm * zMm));
      case "manhattan" -> gauss(xMm + yMm + zMm);
      case "no_weighting" -> 1;
      default -> throw new IllegalArgumentException("unknown weightingNorm: " + norm);
    };
  }

  private static double gauss(double distanceMm) {
    return Math.exp(-distanceMm * distanceMm);
  }
}
