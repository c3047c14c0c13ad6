/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.registration.internal;

import org.eclipse.core.runtime.IProgressMonitor;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.parallel.SliceExecutor;

/**
 * Gauss-Newton matrix of a free-form search, applied without being built: Σ W·K·Wᵀ with K the 3x3
 * curvature of the cost by the displacement of a point and W the spline weights, plus the bending
 * energy. K is summed over blocks of points, because W hardly changes within a block: products cost
 * a small part of an evaluation of the image.
 */
final class SplineCurvature {

  private final SplineGrid blocks;
  private final float[] curvature; // xx, yy, zz, xy, xz, yz of each block
  private final BendingEnergy bending;
  private final double bendingWeight;
  private final SliceExecutor executor;
  private final IProgressMonitor monitor;
  private double damping;

  SplineCurvature(
      SplineGrid blocks,
      float[] curvature,
      BendingEnergy bending,
      double bendingWeight,
      SliceExecutor executor,
      IProgressMonitor monitor) {
    this.blocks = blocks;
    this.curvature = curvature;
    this.bending = bending;
    this.bendingWeight = bendingWeight;
    this.executor = executor;
    this.monitor = monitor;
  }

  /** Returns the grid of blocks, {@code cut} points along each axis. */
  static GridGeometry blocksOf(GridGeometry points, int cut) {
    Vector3 s = points.spacingMm();
    double middle = (cut - 1) / 2.0;
    return new GridGeometry(
        (points.sizeX() + cut - 1) / cut,
        (points.sizeY() + cut - 1) / cut,
        (points.sizeZ() + cut - 1) / cut,
        points.toPatientMm(middle, middle, middle),
        s.times(cut),
        points.axes());
  }

  /** Adds this share of the diagonal to every product. */
  void damp(double share) {
    damping = share;
  }

  /** Returns the diagonal of the matrix without damping. */
  double[] diagonal() {
    SplineGrid squared = blocks.squared();
    GridGeometry g = blocks.points;
    double[][] slices = new double[g.sizeZ()][];
    executor.forEachSlice(
        g.sizeZ(),
        monitor,
        z -> {
          double[] sum = squared.newSlice();
          double[] force = squared.newRow();
          double[] scratch = squared.newScratch();
          int n = g.sizeX();
          for (int y = 0; y < g.sizeY(); y++) {
            int at = 6 * (z * g.sizeY() + y) * n;
            for (int x = 0; x < n; x++, at += 6) {
              force[x] = curvature[at];
              force[n + x] = curvature[at + 1];
              force[2 * n + x] = curvature[at + 2];
            }
            squared.spread(force, y, scratch, sum);
          }
          slices[z] = sum;
        });
    double[] diagonal = new double[3 * blocks.controls];
    squared.gather(slices, diagonal, executor, monitor);
    bending.addDiagonal(bendingWeight, diagonal);
    return diagonal;
  }

  /** Sets {@code result} to the matrix times {@code v}. */
  void times(double[] v, double[] diagonal, double[] result) {
    GridGeometry g = blocks.points;
    double[][] slices = new double[g.sizeZ()][];
    executor.forEachSlice(g.sizeZ(), monitor, z -> slices[z] = sliceTimes(v, z));
    blocks.gather(slices, result, executor, monitor);
    bending.add(bendingWeight, v, result, executor, monitor);
    for (int i = 0; i < result.length; i++) {
      result[i] += damping * diagonal[i] * v[i];
    }
  }

  private double[] sliceTimes(double[] v, int z) {
    GridGeometry g = blocks.points;
    int n = g.sizeX();
    double[] slice = blocks.slice(v, z);
    double[] sum = blocks.newSlice();
    double[] u = blocks.newRow();
    double[] scratch = blocks.newScratch();
    for (int y = 0; y < g.sizeY(); y++) {
      blocks.row(slice, y, scratch, u);
      int at = 6 * (z * g.sizeY() + y) * n;
      for (int x = 0; x < n; x++, at += 6) {
        double ux = u[x];
        double uy = u[n + x];
        double uz = u[2 * n + x];
        u[x] = curvature[at] * ux + curvature[at + 3] * uy + curvature[at + 4] * uz;
        u[n + x] = curvature[at + 3] * ux + curvature[at + 1] * uy + curvature[at + 5] * uz;
        u[2 * n + x] = curvature[at + 4] * ux + curvature[at + 5] * uy + curvature[at + 2] * uz;
      }
      blocks.spread(u, y, scratch, sum);
    }
    return sum;
  }
}
