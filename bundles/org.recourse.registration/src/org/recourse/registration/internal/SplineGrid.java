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
import org.recourse.grid.parallel.SliceExecutor;

/**
 * The linear map from control displacements to displacements at the points of a grid, and its
 * adjoint from forces at the points to forces on the control points. Sums over the 64 control
 * points of a point are taken apart by axes: a slice collapses the lattice along z, a row along y,
 * so that a point needs 4 terms per component, forth and back. Immutable and thread-safe.
 */
final class SplineGrid {

  final GridGeometry points;
  final SplineAxis axisX;
  final SplineAxis axisY;
  final SplineAxis axisZ;
  final int controls; // of one component
  private final int plane;

  SplineGrid(ControlLattice lattice, GridGeometry points) {
    this(points, lattice.weights(points));
  }

  private SplineGrid(GridGeometry points, SplineAxis[] axes) {
    this.points = points;
    axisX = axes[0];
    axisY = axes[1];
    axisZ = axes[2];
    plane = axisX.count * axisY.count;
    controls = plane * axisZ.count;
  }

  /** Returns the map with every weight squared, for diagonals. */
  SplineGrid squared() {
    return new SplineGrid(
        points, new SplineAxis[] {axisX.squared(), axisY.squared(), axisZ.squared()});
  }

  /** Sums the lattice along z for one slice. */
  double[] slice(double[] coefficients, int z) {
    double[] inPlane = new double[3 * plane];
    for (int component = 0; component < 3; component++) {
      for (int k = 0; k < 4; k++) {
        double w = axisZ.weight[4 * z + k];
        int from = component * controls + (axisZ.first[z] + k) * plane;
        int to = component * plane;
        for (int i = 0; i < plane; i++) {
          inPlane[to + i] += w * coefficients[from + i];
        }
      }
    }
    return inPlane;
  }

  /** Fills the displacements of one row: all x components, then y, then z. */
  void row(double[] slice, int y, double[] scratch, double[] displacement) {
    int nx = axisX.count;
    int n = points.sizeX();
    double w0 = axisY.weight[4 * y];
    double w1 = axisY.weight[4 * y + 1];
    double w2 = axisY.weight[4 * y + 2];
    double w3 = axisY.weight[4 * y + 3];
    double[] w = axisX.weight;
    for (int component = 0; component < 3; component++) {
      int from = component * plane + axisY.first[y] * nx;
      for (int i = 0; i < nx; i++) {
        int at = from + i;
        scratch[i] =
            w0 * slice[at]
                + w1 * slice[at + nx]
                + w2 * slice[at + 2 * nx]
                + w3 * slice[at + 3 * nx];
      }
      int to = component * n;
      for (int x = 0; x < n; x++) {
        int first = axisX.first[x];
        displacement[to + x] =
            w[4 * x] * scratch[first]
                + w[4 * x + 1] * scratch[first + 1]
                + w[4 * x + 2] * scratch[first + 2]
                + w[4 * x + 3] * scratch[first + 3];
      }
    }
  }

  double[] newSlice() {
    return new double[3 * plane];
  }

  double[] newRow() {
    return new double[3 * points.sizeX()];
  }

  double[] newScratch() {
    return new double[axisX.count];
  }

  /** Spreads the forces of one row over the control points of the slice: the adjoint of row. */
  void spread(double[] force, int y, double[] scratch, double[] slice) {
    int nx = axisX.count;
    int n = points.sizeX();
    double[] w = axisX.weight;
    for (int component = 0; component < 3; component++) {
      java.util.Arrays.fill(scratch, 0);
      int from = component * n;
      for (int x = 0; x < n; x++) {
        double f = force[from + x];
        if (f != 0) {
          int first = axisX.first[x];
          scratch[first] += w[4 * x] * f;
          scratch[first + 1] += w[4 * x + 1] * f;
          scratch[first + 2] += w[4 * x + 2] * f;
          scratch[first + 3] += w[4 * x + 3] * f;
        }
      }
      for (int j = 0; j < 4; j++) {
        double wy = axisY.weight[4 * y + j];
        int to = component * plane + (axisY.first[y] + j) * nx;
        for (int k = 0; k < nx; k++) {
          slice[to + k] += wy * scratch[k];
        }
      }
    }
  }

  /** Sums slices over the control points, in order: the adjoint of slice. */
  void gather(
      double[][] slices, double[] result, SliceExecutor executor, IProgressMonitor monitor) {
    executor.forEachSlice(
        axisZ.count,
        monitor,
        k -> {
          double[] sum = new double[3 * plane];
          for (int z = 0; z < slices.length; z++) {
            int tap = k - axisZ.first[z];
            if (tap < 0 || tap > 3) {
              continue;
            }
            double w = axisZ.weight[4 * z + tap];
            double[] slice = slices[z];
            for (int i = 0; i < sum.length; i++) {
              sum[i] += w * slice[i];
            }
          }
          for (int component = 0; component < 3; component++) {
            System.arraycopy(
                sum, component * plane, result, component * controls + k * plane, plane);
          }
        });
  }
}
