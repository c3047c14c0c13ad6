/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.dosimetry.internal.shape;

import java.util.List;
import java.util.stream.IntStream;
import org.recourse.grid.contour.PlanarRegion;

/**
 * Shape of a structure on one contour plane as a level function on a lattice: positive inside,
 * negative outside, zero on the contour. Built once, then only read.
 *
 * <p>With the distance d to the contour, positive inside, the level is d·(2ρ − d), where ρ is half
 * the width of the loop. For a disc of radius ρ this is ρ² − r², which for every quadric (sphere,
 * ellipsoid of revolution, cone, cylinder) is a polynomial of second degree along the normal:
 * interpolation of second degree between planes is then exact, while the interpolation of distances
 * (Raya and Udupa 1990, doi 10.1109/42.52980) is not.
 */
public final class ShapePlane {

  private final NodeGrid grid;
  private final float[] level;
  private final double areaMm2;
  private final float highestLevel;
  private final Components components;

  private ShapePlane(NodeGrid grid, float[] level, double areaMm2) {
    this.grid = grid;
    this.level = level;
    this.areaMm2 = areaMm2;
    float highest = 0;
    for (float value : level) {
      highest = Math.max(highest, value);
    }
    highestLevel = highest;
    components = new Components(level, grid);
  }

  public static ShapePlane of(PlanarRegion region, NodeGrid grid) {
    var nearest = new NearestEdge(region, grid);
    List<PlanarRegion> filled =
        IntStream.range(0, region.loopCount())
            .mapToObj(loop -> PlanarRegion.of(List.of(region.loopUvMm(loop))))
            .toList();
    double[] halfWidth = new double[filled.size()];
    boolean[] hole = new boolean[filled.size()];
    for (int loop = 0; loop < halfWidth.length; loop++) {
      halfWidth[loop] = halfWidthMm(filled.get(loop).areaMm2(), filled.get(loop).perimeterMm());
      hole[loop] = isHole(filled, loop);
    }
    float[] level = new float[grid.nodeCount()];
    for (int j = 0; j < grid.sizeV(); j++) {
      double[] crossings = region.crossingsU(grid.v(j));
      int next = 0;
      for (int i = 0; i < grid.sizeU(); i++) {
        while (next < crossings.length && crossings[next] <= grid.u(i)) {
          next++;
        }
        int node = j * grid.sizeU() + i;
        int loop = nearest.loop(node);
        boolean inside = (next & 1) == 1;
        level[node] =
            (float) levelOf(nearest.distanceMm(node), inside, halfWidth[loop], hole[loop]);
      }
    }
    return new ShapePlane(grid, level, region.areaMm2());
  }

  /** Level at a distance; the border of a hole curves the other way. */
  private static double levelOf(double d, boolean inside, double halfWidthMm, boolean hole) {
    double magnitude =
        inside == hole ? d * (2 * halfWidthMm + d) : d * (2 * Math.max(halfWidthMm, d) - d);
    return inside ? magnitude : -magnitude;
  }

  /**
   * Half the width of the stadium (rectangle with round ends) of the same area A and perimeter P,
   * mm: (P/2 − √(P²/4 − πA))/π. For a disc it is the radius.
   */
  static double halfWidthMm(double areaMm2, double perimeterMm) {
    double root = Math.sqrt(Math.max(0, perimeterMm * perimeterMm / 4 - Math.PI * areaMm2));
    return (perimeterMm / 2 - root) / Math.PI;
  }

  /** A loop is a hole if it lies within an odd number of the others. */
  private static boolean isHole(List<PlanarRegion> filled, int loop) {
    double[] uv = filled.get(loop).loopUvMm(0);
    int around = 0;
    for (int other = 0; other < filled.size(); other++) {
      boolean within =
          other != loop && filled.get(other).contains((uv[0] + uv[2]) / 2, (uv[1] + uv[3]) / 2);
      around += within ? 1 : 0;
    }
    return (around & 1) == 1;
  }

  NodeGrid grid() {
    return grid;
  }

  float level(int node) {
    return level[node];
  }

  /** Level of the deepest node, greater than 0 unless no node lies inside. */
  float highestLevel() {
    return highestLevel;
  }

  /** Exact area of the contours, mm². */
  double areaMm2() {
    return areaMm2;
  }

  /** Area of another level function on the lattice, corrected as this plane would be, mm². */
  double areaOfVariantMm2(float[] variant) {
    double onLattice = LevelRows.meanAreaMm2(level, grid);
    return onLattice > 0
        ? areaMm2 * LevelRows.meanAreaMm2(variant, grid) / onLattice
        : LevelRows.meanAreaMm2(variant, grid);
  }

  /**
   * Tells whether part of this plane has no counterpart on {@code other}: a component that overlaps
   * nothing there, or a hole that is filled there. Those nodes are marked in {@code unmatched},
   * which comes in all false.
   */
  boolean markUnmatched(ShapePlane other, boolean[] unmatched) {
    return components.markUnmatched(other.level, unmatched);
  }
}
