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
 * bending energy, with the analytic gradient by every control displacement and, for the state
 * evaluated last, the Gauss-Newton matrix.
 */
final class SplineObjective implements Lbfgs.Objective {

  private static final double LEAST_OVERLAP_FRACTION = 0.25;
  private static final double BLOCKS_PER_CELL = 2.5; // along each axis of the lattice

  private final FloatVolume fixed;
  private final SampledVolume moving;
  private final byte[] active; // points that count
  private final Similarity similarity;
  private final SplineGrid spline;
  private final SplineGrid blocks;
  private final int cut;
  private final BendingEnergy bending;
  private final double bendingWeight;
  private final SliceExecutor executor;
  private final IProgressMonitor monitor;
  private final double[] indexToMoving; // fixed index to moving index, no deformation
  private final double[] patientToMoving; // 3x3: change of the moving index per millimetre of u
  private final float[] warped;
  private final byte[] valid;
  private final float[] slopes;
  private final long activeCount;
  private Similarity.Slope slope;

  SplineObjective(
      FloatVolume fixed,
      SampledVolume moving,
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
    spline = new SplineGrid(lattice, fixed.geometry);
    double h = lattice.spacingMm();
    cut = Math.max(1, (int) (h / fixed.finestSpacingMm() / BLOCKS_PER_CELL));
    blocks = new SplineGrid(lattice, SplineCurvature.blocksOf(fixed.geometry, cut));
    bending = new BendingEnergy(spline.axisX, spline.axisY, spline.axisZ, new double[] {h, h, h});
    AffineTransform toMoving = moving.geometry().patientToIndex().after(initial);
    patientToMoving = toMoving.toMatrix4x4();
    indexToMoving = toMoving.after(fixed.geometry.indexToPatient()).toMatrix4x4();
    int n = fixed.geometry.voxelCount();
    warped = new float[n];
    valid = new byte[n];
    slopes = new float[3 * n];
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
    slope = similarity.finish(partials);
    double[][] forces = new double[g.sizeZ()][];
    executor.forEachSlice(g.sizeZ(), monitor, z -> forces[z] = sliceForces(z));
    spline.gather(forces, gradient, executor, monitor);
    double energy = bending.add(bendingWeight, coefficients, gradient, executor, monitor);
    return slope.pairCount() < LEAST_OVERLAP_FRACTION * activeCount
        ? Double.POSITIVE_INFINITY
        : slope.cost() + energy;
  }

  private void warpSlice(double[] coefficients, int z) {
    GridGeometry g = fixed.geometry;
    int n = g.sizeX();
    double[] slice = spline.slice(coefficients, z);
    double[] u = spline.newRow();
    double[] scratch = spline.newScratch();
    double[] out = new double[SampledVolume.SCRATCH];
    double[] m = indexToMoving;
    double[] a = patientToMoving;
    for (int y = 0; y < g.sizeY(); y++) {
      spline.row(slice, y, scratch, u);
      double rowX = m[1] * y + m[2] * z + m[3];
      double rowY = m[5] * y + m[6] * z + m[7];
      double rowZ = m[9] * y + m[10] * z + m[11];
      int i = (z * g.sizeY() + y) * n;
      for (int x = 0; x < n; x++, i++) {
        if (active[i] == 0) {
          continue;
        }
        double ux = u[x];
        double uy = u[n + x];
        double uz = u[2 * n + x];
        boolean inside =
            moving.sample(
                m[0] * x + rowX + a[0] * ux + a[1] * uy + a[2] * uz,
                m[4] * x + rowY + a[4] * ux + a[5] * uy + a[6] * uz,
                m[8] * x + rowZ + a[8] * ux + a[9] * uy + a[10] * uz,
                out);
        valid[i] = (byte) (inside ? 1 : 0);
        if (inside) {
          warped[i] = (float) out[0];
          slopes[3 * i] = (float) (a[0] * out[1] + a[4] * out[2] + a[8] * out[3]);
          slopes[3 * i + 1] = (float) (a[1] * out[1] + a[5] * out[2] + a[9] * out[3]);
          slopes[3 * i + 2] = (float) (a[2] * out[1] + a[6] * out[2] + a[10] * out[3]);
        }
      }
    }
  }

  private double[] sliceForces(int z) {
    GridGeometry g = fixed.geometry;
    int n = g.sizeX();
    double[] sum = spline.newSlice();
    double[] force = spline.newRow();
    double[] scratch = spline.newScratch();
    for (int y = 0; y < g.sizeY(); y++) {
      int i = (z * g.sizeY() + y) * n;
      for (int x = 0; x < n; x++, i++) {
        double d = valid[i] == 0 ? 0 : slope.derivative(fixed.values[i], warped[i]);
        force[x] = d * slopes[3 * i];
        force[n + x] = d * slopes[3 * i + 1];
        force[2 * n + x] = d * slopes[3 * i + 2];
      }
      spline.spread(force, y, scratch, sum);
    }
    return sum;
  }

  /** Returns the matrix of the state evaluated last. */
  SplineCurvature curvature() {
    GridGeometry b = blocks.points;
    float[] sums = new float[6 * b.voxelCount()];
    executor.forEachSlice(b.sizeZ(), monitor, slab -> addBlocks(sums, slab));
    return new SplineCurvature(blocks, sums, bending, bendingWeight, executor, monitor);
  }

  private void addBlocks(float[] sums, int slab) {
    GridGeometry g = fixed.geometry;
    GridGeometry b = blocks.points;
    int toZ = Math.min(g.sizeZ(), (slab + 1) * cut);
    for (int z = slab * cut; z < toZ; z++) {
      for (int y = 0; y < g.sizeY(); y++) {
        int i = (z * g.sizeY() + y) * g.sizeX();
        int row = (slab * b.sizeY() + y / cut) * b.sizeX();
        for (int x = 0; x < g.sizeX(); x++, i++) {
          if (valid[i] == 0) {
            continue;
          }
          float c = (float) slope.curvature(fixed.values[i], warped[i]);
          float sx = slopes[3 * i];
          float sy = slopes[3 * i + 1];
          float sz = slopes[3 * i + 2];
          int at = 6 * (row + x / cut);
          sums[at] += c * sx * sx;
          sums[at + 1] += c * sy * sy;
          sums[at + 2] += c * sz * sz;
          sums[at + 3] += c * sx * sy;
          sums[at + 4] += c * sx * sz;
          sums[at + 5] += c * sy * sz;
        }
      }
    }
  }
}
