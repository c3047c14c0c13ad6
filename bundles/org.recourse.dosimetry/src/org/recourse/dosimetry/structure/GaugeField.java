/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.dosimetry.structure;

import java.util.Arrays;
import org.recourse.dosimetry.internal.shape.NodeGrid;
import org.recourse.grid.contour.PlanarRegion;

/**
 * Distance of lattice nodes from a region, in units of an elliptic margin whose half axes may
 * differ between all four sides: 0 in the region, 1 where the margin ends. Measured to the edges
 * themselves, so exact. Nodes well beyond the margin hold {@link #FAR}.
 */
final class GaugeField {

  static final float FAR = Float.MAX_VALUE;

  private static final double BEYOND_NODES = 1.5;

  private final NodeGrid grid;
  private final double[] half; // +u, −u, +v, −v
  private final int sign;
  private final float[] gauge;

  private GaugeField(NodeGrid grid, double[] halfAxesMm, boolean ofComplement) {
    this.grid = grid;
    half = halfAxesMm;
    sign = ofComplement ? -1 : 1;
    gauge = new float[grid.nodeCount()];
    Arrays.fill(gauge, FAR);
  }

  /**
   * Measures from a region outwards, or from what surrounds it inwards.
   *
   * @param halfAxesMm towards +u, −u, +v, −v, seen from the structure in both cases
   */
  static float[] of(PlanarRegion region, NodeGrid grid, double[] halfAxesMm, boolean ofComplement) {
    var field = new GaugeField(grid, halfAxesMm, ofComplement);
    for (int loop = 0; loop < region.loopCount(); loop++) {
      double[] uv = region.loopUvMm(loop);
      for (int i = 0; i < uv.length; i += 2) {
        int next = (i + 2) % uv.length;
        field.edge(uv[i], uv[i + 1], uv[next], uv[next + 1]);
      }
    }
    Lattice.forEachNode(
        region,
        grid,
        (node, inside) -> field.gauge[node] = inside != ofComplement ? 0 : field.gauge[node]);
    return field.gauge;
  }

  /** Offers one edge to all nodes that its margin can reach. */
  private void edge(double u0, double v0, double u1, double v1) {
    double right = sign > 0 ? half[0] : half[1];
    double left = sign > 0 ? half[1] : half[0];
    double up = sign > 0 ? half[2] : half[3];
    double down = sign > 0 ? half[3] : half[2];
    double beyond = BEYOND_NODES * grid.spacingMm(); // nodes on both sides of the outline
    int fromI = column(Math.min(u0, u1) - left - beyond, false);
    int toI = column(Math.max(u0, u1) + right + beyond, true);
    int fromJ = row(Math.min(v0, v1) - down - beyond, false);
    int toJ = row(Math.max(v0, v1) + up + beyond, true);
    for (int j = fromJ; j <= toJ; j++) {
      for (int i = fromI; i <= toI; i++) {
        int node = j * grid.sizeU() + i;
        double square =
            leastSquare(
                sign * (grid.u(i) - u0),
                sign * (grid.v(j) - v0),
                sign * (u1 - u0),
                sign * (v1 - v0));
        if (square < (double) gauge[node] * gauge[node]) {
          gauge[node] = (float) Math.sqrt(square);
        }
      }
    }
  }

  private int column(double u, boolean up) {
    double index = (u - grid.firstU()) / grid.spacingMm();
    return (int) Math.clamp(up ? Math.ceil(index) : Math.floor(index), 0.0, grid.sizeU() - 1.0);
  }

  private int row(double v, boolean up) {
    double index = (v - grid.firstV()) / grid.spacingMm();
    return (int) Math.clamp(up ? Math.ceil(index) : Math.floor(index), 0.0, grid.sizeV() - 1.0);
  }

  /**
   * Least of (x/a)² + (y/b)² over the points (x, y) = (du − t·eu, dv − t·ev), t from 0 to 1, where
   * a and b depend on the signs of x and y. Convex in t and quadratic between the changes of sign.
   */
  private double leastSquare(double du, double dv, double eu, double ev) {
    double a = root(du, eu);
    double b = root(dv, ev);
    double first = Math.min(a, b);
    double second = Math.max(a, b);
    double least = piece(du, dv, eu, ev, 0, first);
    least = first < second ? Math.min(least, piece(du, dv, eu, ev, first, second)) : least;
    return second < 1 ? Math.min(least, piece(du, dv, eu, ev, second, 1)) : least;
  }

  /** Where d − t·e changes sign, cut to 0 to 1. */
  private static double root(double d, double e) {
    return e == 0 ? 1 : Math.max(0, Math.min(1, d / e));
  }

  private double piece(double du, double dv, double eu, double ev, double from, double to) {
    double middle = (from + to) / 2;
    double scaleU = 1 / (du - middle * eu > 0 ? half[0] : half[1]);
    double scaleV = 1 / (dv - middle * ev > 0 ? half[2] : half[3]);
    double x = du * scaleU;
    double y = dv * scaleV;
    double ex = eu * scaleU;
    double ey = ev * scaleV;
    double length = ex * ex + ey * ey;
    double best = length > 0 ? (x * ex + y * ey) / length : 0;
    double t = Math.max(from, Math.min(to, best));
    double px = x - t * ex;
    double py = y - t * ey;
    return px * px + py * py;
  }
}
