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
import org.recourse.grid.geometry.AffineTransform;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.parallel.SliceExecutor;

/**
 * Cost of a free-form deformation: similarity of fixed(p) and moving(A(p + u(p))) plus weighted
 * bending energy, with the analytic gradient by every control displacement.
 *
 * <p>The sums over the 64 control points of a voxel are taken apart by axes: a slice collapses the
 * lattice along z, a row along y, so that a voxel needs 4 terms per component, forth and back.
 */
public final class SplineObjective implements Lbfgs.Objective {

  private static final double LEAST_OVERLAP_FRACTION = 0.25;

  private static final double LEAST_STEEPNESS = 0.01; // where there is only air

  private final FloatVolume fixed;
  private final FloatVolume moving;
  private final byte[] active; // voxels that count
  private final Similarity similarity;
  private final BendingEnergy bending;
  private final double bendingWeight;
  private final SliceExecutor executor;
  private final IProgressMonitor monitor;
  private final SplineAxis axisX;
  private final SplineAxis axisY;
  private final SplineAxis axisZ;
  private final double[] indexToMoving; // fixed voxel index to moving index, no deformation
  private final double[] patientToMoving; // 3x3: change of the moving index per millimetre of u
  private final float[] warped;
  private final byte[] valid;
  private final float[] slopes;
  private final int controls;
  private final int plane;
  private final long activeCount;

  SplineObjective(
      FloatVolume fixed,
      FloatVolume moving,
      byte[] active,
      AffineTransform initial,
      ControlLattice lattice,
      Similarity similarity,
      double bendingWeight,
      SliceExecutor executor,
      IProgressMonitor monitor) {
    this.fixed = fixed;
    this.moving = moving;
    this.active = active;
    this.similarity = similarity;
    this.bendingWeight = bendingWeight;
    this.executor = executor;
    this.monitor = monitor;
    SplineAxis[] axes = lattice.weights(fixed.geometry);
    axisX = axes[0];
    axisY = axes[1];
    axisZ = axes[2];
    double h = lattice.spacingMm();
    bending = new BendingEnergy(axisX, axisY, axisZ, new double[] {h, h, h});
    AffineTransform toMoving = moving.geometry.patientToIndex().after(initial);
    patientToMoving = toMoving.toMatrix4x4();
    indexToMoving = toMoving.after(fixed.geometry.indexToPatient()).toMatrix4x4();
    int n = fixed.geometry.voxelCount();
    warped = new float[n];
    valid = new byte[n];
    slopes = new float[3 * n];
    plane = axisX.count * axisY.count;
    controls = plane * axisZ.count;
    long sum = 0;
    for (byte a : active) {
      sum += a;
    }
    activeCount = sum;
  }

  @Override
  public double evaluate(double[] coefficients, double[] gradient) {
    GridGeometry g = fixed.geometry;
    double[][] partials = new double[g.sizeZ()][];
    executor.forEachSlice(
        g.sizeZ(),
        monitor,
        z -> {
          warpSlice(coefficients, z);
          double[] partial = similarity.newPartial();
          int from = z * g.sliceVoxelCount();
          similarity.add(partial, fixed.values, warped, valid, from, from + g.sliceVoxelCount());
          partials[z] = partial;
        });
    Similarity.Slope slope = similarity.finish(partials);
    double[][] forces = new double[g.sizeZ()][];
    executor.forEachSlice(g.sizeZ(), monitor, z -> forces[z] = sliceForces(slope, slopes, z));
    executor.forEachSlice(axisZ.count, monitor, k -> gatherPlane(forces, gradient, k));
    double energy = bending.add(bendingWeight, coefficients, gradient);
    return slope.pairCount() < LEAST_OVERLAP_FRACTION * activeCount
        ? Double.POSITIVE_INFINITY
        : slope.cost() + energy;
  }

  /**
   * Returns for every coefficient how steep the moving image is under its control point, largest 1:
   * an estimate of the curvature of the cost, with which the search is scaled.
   */
  double[] steepness(double[] coefficients) {
    int slices = fixed.geometry.sizeZ();
    executor.forEachSlice(slices, monitor, z -> warpSlice(coefficients, z));
    float[] squares = new float[slopes.length];
    for (int i = 0; i < squares.length; i++) {
      squares[i] = slopes[i] * slopes[i];
    }
    Similarity.Slope one = new Similarity.Unit();
    double[][] forces = new double[slices][];
    executor.forEachSlice(slices, monitor, z -> forces[z] = sliceForces(one, squares, z));
    double[] sums = new double[3 * controls];
    executor.forEachSlice(axisZ.count, monitor, k -> gatherPlane(forces, sums, k));
    double largest = 1e-30;
    for (int i = 0; i < controls; i++) {
      double sum =
          Math.abs(sums[i]) + Math.abs(sums[controls + i]) + Math.abs(sums[2 * controls + i]);
      sums[i] = sum;
      largest = Math.max(largest, sum);
    }
    for (int i = 0; i < controls; i++) {
      sums[i] = sums[i] / largest + LEAST_STEEPNESS;
      sums[controls + i] = sums[i];
      sums[2 * controls + i] = sums[i];
    }
    return sums;
  }

  private void warpSlice(double[] coefficients, int z) {
    GridGeometry g = fixed.geometry;
    double[] inPlane = collapse(coefficients, z);
    double[] row = new double[3 * axisX.count];
    double[] out = new double[4];
    double[] m = indexToMoving;
    double[] a = patientToMoving;
    for (int y = 0; y < g.sizeY(); y++) {
      collapseRow(inPlane, y, row);
      double rowX = m[1] * y + m[2] * z + m[3];
      double rowY = m[5] * y + m[6] * z + m[7];
      double rowZ = m[9] * y + m[10] * z + m[11];
      int i = (z * g.sizeY() + y) * g.sizeX();
      for (int x = 0; x < g.sizeX(); x++, i++) {
        if (active[i] == 0) {
          continue;
        }
        double ux = atVoxel(row, 0, x);
        double uy = atVoxel(row, axisX.count, x);
        double uz = atVoxel(row, 2 * axisX.count, x);
        boolean inside =
            moving.sample(
                m[0] * x + rowX + a[0] * ux + a[1] * uy + a[2] * uz,
                m[4] * x + rowY + a[4] * ux + a[5] * uy + a[6] * uz,
                m[8] * x + rowZ + a[8] * ux + a[9] * uy + a[10] * uz,
                out);
        valid[i] = (byte) (inside ? 1 : 0);
        if (inside) {
          warped[i] = (float) out[0];
          slopes[3 * i] = (float) out[1];
          slopes[3 * i + 1] = (float) out[2];
          slopes[3 * i + 2] = (float) out[3];
        }
      }
    }
  }

  /** Sums the lattice along z for one slice. */
  private double[] collapse(double[] coefficients, int z) {
    double[] inPlane = new double[3 * plane];
    for (int component = 0; component < 3; component++) {
      for (int k = 0; k < 4; k++) {
        double w = axisZ.weight[4 * z + k];
        int from = component * controls + (axisZ.first[z] + k) * plane;
        for (int i = 0; i < plane; i++) {
          inPlane[component * plane + i] += w * coefficients[from + i];
        }
      }
    }
    return inPlane;
  }

  private void collapseRow(double[] inPlane, int y, double[] row) {
    int nx = axisX.count;
    for (int component = 0; component < 3; component++) {
      for (int i = 0; i < nx; i++) {
        double sum = 0;
        int from = component * plane + axisY.first[y] * nx + i;
        for (int j = 0; j < 4; j++) {
          sum += axisY.weight[4 * y + j] * inPlane[from + j * nx];
        }
        row[component * nx + i] = sum;
      }
    }
  }

  private double atVoxel(double[] row, int offset, int x) {
    int first = offset + axisX.first[x];
    double[] w = axisX.weight;
    return w[4 * x] * row[first]
        + w[4 * x + 1] * row[first + 1]
        + w[4 * x + 2] * row[first + 2]
        + w[4 * x + 3] * row[first + 3];
  }

  /** Spreads the forces of one slice over the control points of a plane. */
  private double[] sliceForces(Similarity.Slope slope, float[] steepness, int z) {
    GridGeometry g = fixed.geometry;
    int nx = axisX.count;
    double[] inPlane = new double[3 * plane];
    double[] row = new double[3 * nx];
    for (int y = 0; y < g.sizeY(); y++) {
      java.util.Arrays.fill(row, 0);
      int i = (z * g.sizeY() + y) * g.sizeX();
      for (int x = 0; x < g.sizeX(); x++, i++) {
        if (active[i] == 0 || valid[i] == 0) {
          continue;
        }
        double d = slope.derivative(fixed.values[i], warped[i]);
        double fx = d * steepness[3 * i];
        double fy = d * steepness[3 * i + 1];
        double fz = d * steepness[3 * i + 2];
        int first = axisX.first[x];
        for (int k = 0; k < 4; k++) {
          double w = axisX.weight[4 * x + k];
          row[first + k] += w * fx;
          row[nx + first + k] += w * fy;
          row[2 * nx + first + k] += w * fz;
        }
      }
      for (int component = 0; component < 3; component++) {
        for (int j = 0; j < 4; j++) {
          double w = axisY.weight[4 * y + j];
          int to = component * plane + (axisY.first[y] + j) * nx;
          for (int k = 0; k < nx; k++) {
            inPlane[to + k] += w * row[component * nx + k];
          }
        }
      }
    }
    return inPlane;
  }

  /** Sums the slices that act on lattice plane {@code k}, in order, and turns index to patient. */
  private void gatherPlane(double[][] forces, double[] gradient, int k) {
    double[] sum = new double[3 * plane];
    for (int z = 0; z < forces.length; z++) {
      int tap = k - axisZ.first[z];
      if (tap < 0 || tap > 3) {
        continue;
      }
      double w = axisZ.weight[4 * z + tap];
      double[] slice = forces[z];
      for (int i = 0; i < sum.length; i++) {
        sum[i] += w * slice[i];
      }
    }
    double[] a = patientToMoving;
    for (int component = 0; component < 3; component++) {
      for (int i = 0; i < plane; i++) {
        gradient[component * controls + k * plane + i] =
            a[component] * sum[i]
                + a[4 + component] * sum[plane + i]
                + a[8 + component] * sum[2 * plane + i];
      }
    }
  }
}
