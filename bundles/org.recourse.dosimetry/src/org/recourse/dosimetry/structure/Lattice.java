/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.dosimetry.structure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.recourse.dosimetry.internal.shape.NearestEdge;
import org.recourse.dosimetry.internal.shape.NodeGrid;
import org.recourse.grid.contour.LevelOutlines;
import org.recourse.grid.contour.PlanarContour;
import org.recourse.grid.contour.PlanarRegion;
import org.recourse.grid.geometry.Axes;
import org.recourse.grid.geometry.Vector3;

/** Fields on the lattice of a plane, and the way back to contours. */
final class Lattice {

  /** Nodes of a plane, which bounds memory and time. */
  private static final double NODE_LIMIT = 400_000;

  /** Loops smaller than this are rounding, mm². */
  private static final double LEAST_AREA_MM2 = 1e-3;

  private static final double OFFSET = 0.381966; // keeps lattice lines off round numbers

  private Lattice() {}

  /** A lattice that holds the bounds (least u, least v, largest u, largest v) and a margin. */
  static NodeGrid around(double[] boundsMm, double marginMm, double spacingMm) {
    double width = boundsMm[2] - boundsMm[0] + 2 * marginMm;
    double height = boundsMm[3] - boundsMm[1] + 2 * marginMm;
    double spacing = Math.max(spacingMm, Math.sqrt(width * height / NODE_LIMIT));
    return new NodeGrid(
        boundsMm[0] - marginMm - (1 + OFFSET) * spacing,
        boundsMm[1] - marginMm - (1 + OFFSET) * spacing,
        spacing,
        (int) Math.ceil(width / spacing) + 4,
        (int) Math.ceil(height / spacing) + 4);
  }

  static double[] boundsMm(List<Layers> structures) {
    double[] bounds = {
      Double.POSITIVE_INFINITY,
      Double.POSITIVE_INFINITY,
      Double.NEGATIVE_INFINITY,
      Double.NEGATIVE_INFINITY
    };
    for (Layers structure : structures) {
      for (Layers.Layer layer : structure.layers()) {
        widen(bounds, layer.region().boundsMm());
      }
      structure.planes().planes().forEach(plane -> widen(bounds, plane.region().boundsMm()));
    }
    return bounds;
  }

  private static void widen(double[] bounds, double[] other) {
    bounds[0] = Math.min(bounds[0], other[0]);
    bounds[1] = Math.min(bounds[1], other[1]);
    bounds[2] = Math.max(bounds[2], other[2]);
    bounds[3] = Math.max(bounds[3], other[3]);
  }

  /** Distance to the border of a region, positive inside, mm; far outside if there is none. */
  static float[] signedDistanceMm(Optional<PlanarRegion> region, NodeGrid grid) {
    float[] distance = new float[grid.nodeCount()];
    if (region.isEmpty()) {
      java.util.Arrays.fill(distance, (float) (-grid.spacingMm() * (grid.sizeU() + grid.sizeV())));
      return distance;
    }
    var nearest = new NearestEdge(region.get(), grid);
    forEachNode(
        region.get(),
        grid,
        (node, inside) ->
            distance[node] =
                (float) (inside ? nearest.distanceMm(node) : -nearest.distanceMm(node)));
    return distance;
  }

  /** What is done at a node. */
  @FunctionalInterface
  interface NodeVisitor {
    void visit(int node, boolean inside);
  }

  /** Visits all nodes in order and tells which lie inside a region. */
  static void forEachNode(PlanarRegion region, NodeGrid grid, NodeVisitor visitor) {
    for (int j = 0; j < grid.sizeV(); j++) {
      double[] crossings = region.crossingsU(grid.v(j));
      int next = 0;
      for (int i = 0; i < grid.sizeU(); i++) {
        while (next < crossings.length && crossings[next] <= grid.u(i)) {
          next++;
        }
        visitor.visit(j * grid.sizeU() + i, (next & 1) == 1);
      }
    }
  }

  /** Outlines of the area where a field is positive, u, v pairs in mm. */
  static List<double[]> outlinesMm(float[] field, NodeGrid grid) {
    var loops = new ArrayList<double[]>();
    for (double[] loop : LevelOutlines.of(field, grid.sizeU(), grid.sizeV())) {
      for (int i = 0; i < loop.length; i += 2) {
        loop[i] = grid.u(loop[i]);
        loop[i + 1] = grid.v(loop[i + 1]);
      }
      if (PlanarRegion.of(List.of(loop)).areaMm2() > LEAST_AREA_MM2) {
        loops.add(loop);
      }
    }
    return loops;
  }

  /** Brings loops of one plane into patient space. */
  static void addContours(
      List<double[]> loopsUvMm, double positionMm, Axes axes, List<PlanarContour> contours) {
    Vector3 normal = axes.z().times(positionMm);
    for (double[] loop : loopsUvMm) {
      double[] xyz = new double[loop.length / 2 * 3];
      for (int i = 0; i < loop.length / 2; i++) {
        Vector3 p = axes.x().times(loop[2 * i]).plus(axes.y().times(loop[2 * i + 1])).plus(normal);
        xyz[3 * i] = p.x();
        xyz[3 * i + 1] = p.y();
        xyz[3 * i + 2] = p.z();
      }
      contours.add(PlanarContour.of(xyz));
    }
  }
}
