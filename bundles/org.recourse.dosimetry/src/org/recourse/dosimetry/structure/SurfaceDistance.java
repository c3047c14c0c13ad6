/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.dosimetry.structure;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.dosimetry.internal.shape.NodeGrid;
import org.recourse.grid.parallel.SliceExecutor;

/** Distances of points from the surface of a layered structure, in three dimensions. */
final class SurfaceDistance {

  private final List<Layers.Layer> layers;
  private final NodeGrid grid;
  private final float[][] signedMm; // of every layer, positive inside

  SurfaceDistance(Layers structure, NodeGrid grid, SliceExecutor executor, SubMonitor progress) {
    layers = structure.layers();
    this.grid = grid;
    signedMm = new float[layers.size()][];
    executor.forEachSlice(
        signedMm.length,
        progress,
        k -> signedMm[k] = Lattice.signedDistanceMm(Optional.of(layers.get(k).region()), grid));
  }

  /** Distances of all points, in their order, mm. */
  double[] ofPoints(SurfacePoints points, SliceExecutor executor, SubMonitor progress) {
    double[] distance = new double[points.count()];
    int chunk = 512;
    executor.forEachSlice(
        (points.count() + chunk - 1) / chunk,
        progress,
        c ->
            IntStream.range(c * chunk, Math.min((c + 1) * chunk, points.count()))
                .forEach(i -> distance[i] = ofPoint(points.u(i), points.v(i), points.w(i))));
    return distance;
  }

  /** To the structure from outside, or to what surrounds it from inside. */
  private double ofPoint(double u, double v, double w) {
    double toInside = Double.MAX_VALUE;
    double toOutside =
        Math.max(0, Math.min(w - layers.getFirst().fromMm(), layers.getLast().toMm() - w));
    toOutside *= toOutside;
    for (int k = 0; k < signedMm.length; k++) {
      Layers.Layer layer = layers.get(k);
      double across = Math.max(0, Math.max(layer.fromMm() - w, w - layer.toMm()));
      double square = across * across;
      if (square >= toInside && square >= toOutside) {
        continue;
      }
      double inPlane = sampled(signedMm[k], u, v);
      double outwards = Math.max(0, -inPlane);
      double inwards = Math.max(0, inPlane);
      toInside = Math.min(toInside, square + outwards * outwards);
      toOutside = Math.min(toOutside, square + inwards * inwards);
    }
    return Math.sqrt(Math.max(toInside, toOutside));
  }

  private double sampled(float[] field, double u, double v) {
    double x = Math.clamp((u - grid.firstU()) / grid.spacingMm(), 0.0, grid.sizeU() - 1.001);
    double y = Math.clamp((v - grid.firstV()) / grid.spacingMm(), 0.0, grid.sizeV() - 1.001);
    int i = (int) x;
    int j = (int) y;
    int node = j * grid.sizeU() + i;
    double a = x - i;
    double b = y - j;
    double lower = field[node] * (1 - a) + field[node + 1] * a;
    double upper = field[node + grid.sizeU()] * (1 - a) + field[node + grid.sizeU() + 1] * a;
    return lower * (1 - b) + upper * b;
  }
}
