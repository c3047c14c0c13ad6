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
import java.util.List;
import org.recourse.dosimetry.internal.shape.NodeGrid;
import org.recourse.grid.contour.PlanarRegion;

/**
 * Points on the surface of a layered structure, each with the area it stands for: the middles of
 * all outline edges, and the nodes of the two outermost sections.
 */
final class SurfacePoints {

  private double[] uvw = new double[96];
  private double[] areaMm2 = new double[32];
  private int count;

  static SurfacePoints of(Layers structure) {
    var points = new SurfacePoints();
    List<Layers.Layer> layers = structure.layers();
    for (Layers.Layer layer : layers) {
      points.addOutline(layer);
    }
    points.addCap(layers.getFirst(), layers.getFirst().fromMm(), structure.spacingMm());
    points.addCap(layers.getLast(), layers.getLast().toMm(), structure.spacingMm());
    return points;
  }

  private void addOutline(Layers.Layer layer) {
    PlanarRegion region = layer.region();
    double w = (layer.fromMm() + layer.toMm()) / 2;
    for (int loop = 0; loop < region.loopCount(); loop++) {
      double[] uv = region.loopUvMm(loop);
      for (int i = 0; i < uv.length; i += 2) {
        int next = (i + 2) % uv.length;
        double length = Math.hypot(uv[next] - uv[i], uv[next + 1] - uv[i + 1]);
        add(
            (uv[i] + uv[next]) / 2,
            (uv[i + 1] + uv[next + 1]) / 2,
            w,
            length * (layer.toMm() - layer.fromMm()));
      }
    }
  }

  private void addCap(Layers.Layer layer, double w, double spacingMm) {
    NodeGrid grid = Lattice.around(layer.region().boundsMm(), 0, spacingMm);
    double area = grid.spacingMm() * grid.spacingMm();
    Lattice.forEachNode(
        layer.region(),
        grid,
        (node, inside) -> {
          if (inside) {
            int row = node / grid.sizeU();
            add(grid.u(node - row * grid.sizeU()), grid.v(row), w, area);
          }
        });
  }

  private void add(double u, double v, double w, double area) {
    if (count == areaMm2.length) {
      areaMm2 = Arrays.copyOf(areaMm2, 2 * count);
      uvw = Arrays.copyOf(uvw, 6 * count);
    }
    uvw[3 * count] = u;
    uvw[3 * count + 1] = v;
    uvw[3 * count + 2] = w;
    areaMm2[count++] = area;
  }

  int count() {
    return count;
  }

  double u(int point) {
    return uvw[3 * point];
  }

  double v(int point) {
    return uvw[3 * point + 1];
  }

  double w(int point) {
    return uvw[3 * point + 2];
  }

  double areaMm2(int point) {
    return areaMm2[point];
  }
}
