/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.registration.internal;

import java.util.SplittableRandom;
import org.eclipse.core.runtime.IProgressMonitor;
import org.recourse.grid.geometry.AffineTransform;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.registration.transform.RigidTransform;

/**
 * Cost of a rigid transform on scattered fixed voxels. The unknowns are the three angles times a
 * length, so that one unit moves the anatomy by about one millimetre, and the three shifts.
 */
public final class RigidObjective implements Lbfgs.Objective {

  private static final int CHUNK = 4096;
  private static final double LEAST_OVERLAP_FRACTION = 0.25;
  private static final double OVERLAP_RIM_MM = 2; // what the finest level may still move

  private final SampledVolume moving;
  private final Similarity similarity;
  private final Vector3 centreMm;
  private final double radiusMm;
  private final SliceExecutor executor;
  private final IProgressMonitor monitor;
  private final float[] fixed; // intensity of each sample
  private final float[] offsetMm; // x, y, z from the centre
  private int count;

  /**
   * Chooses samples: one voxel at random out of every block, from a fixed seed, where {@code
   * inside} holds.
   */
  RigidObjective(
      SampledVolume fixedVolume,
      VoxelChoice inside,
      SampledVolume moving,
      Similarity similarity,
      Vector3 centreMm,
      int sampleTarget,
      SliceExecutor executor,
      IProgressMonitor monitor) {
    this.moving = moving;
    this.similarity = similarity;
    this.centreMm = centreMm;
    this.executor = executor;
    this.monitor = monitor;
    GridGeometry g = fixedVolume.geometry();
    int block = Math.max(1, g.voxelCount() / sampleTarget);
    int most = g.voxelCount() / block + 1;
    fixed = new float[most];
    offsetMm = new float[3 * most];
    var random = new SplittableRandom(7);
    double[] out = new double[SampledVolume.SCRATCH];
    int n = 0;
    double squares = 0;
    for (int from = 0; from < g.voxelCount(); from += block) {
      int i = Math.min(from + random.nextInt(block), g.voxelCount() - 1);
      int x = i % g.sizeX();
      int y = i / g.sizeX() % g.sizeY();
      int z = i / g.sliceVoxelCount();
      double jx = x + random.nextDouble() - 0.5;
      double jy = y + random.nextDouble() - 0.5;
      double jz = z + random.nextDouble() - 0.5;
      Vector3 p = g.toPatientMm(jx, jy, jz);
      if (fixedVolume.sample(jx, jy, jz, out) && inside.contains(p)) {
        Vector3 d = p.minus(centreMm);
        fixed[n] = (float) out[0];
        offsetMm[3 * n] = (float) d.x();
        offsetMm[3 * n + 1] = (float) d.y();
        offsetMm[3 * n + 2] = (float) d.z();
        squares += d.dot(d);
        n++;
      }
    }
    count = n;
    radiusMm = Math.max(1, Math.sqrt(squares / Math.max(n, 1)) * 0.7);
  }

  /** Tells which fixed points count. */
  @FunctionalInterface
  public interface VoxelChoice {
    boolean contains(Vector3 pointMm);
  }

  public RigidTransform transform(double[] unknowns) {
    return new RigidTransform(
        new Vector3(unknowns[0], unknowns[1], unknowns[2]).times(1 / radiusMm),
        new Vector3(unknowns[3], unknowns[4], unknowns[5]),
        centreMm);
  }

  public double[] unknowns(RigidTransform transform) {
    Vector3 a = transform.rotationRad().times(radiusMm);
    Vector3 t = transform.shiftMm();
    return new double[] {a.x(), a.y(), a.z(), t.x(), t.y(), t.z()};
  }

  @Override
  public double evaluate(double[] unknowns, double[] gradient) {
    int chunks = (count + CHUNK - 1) / CHUNK;
    if (chunks == 0) {
      throw new IllegalArgumentException("no voxel of the fixed image is inside the mask");
    }
    RigidTransform transform = transform(unknowns);
    double[] m = toIndex(transform).toMatrix4x4();
    float[] warped = new float[count];
    byte[] valid = new byte[count];
    float[] slopes = new float[3 * count];
    double[][] partials = new double[chunks][];
    executor.forEachSlice(
        chunks,
        monitor,
        chunk -> {
          int from = chunk * CHUNK;
          int to = Math.min(count, from + CHUNK);
          warp(m, warped, valid, slopes, from, to);
          double[] partial = similarity.newPartial();
          similarity.add(partial, fixed, warped, valid, from, to);
          partials[chunk] = partial;
        });
    Similarity.Slope slope = similarity.finish(partials);
    double[][] moments = new double[chunks][];
    executor.forEachSlice(
        chunks,
        monitor,
        chunk -> {
          int from = chunk * CHUNK;
          int to = Math.min(count, from + CHUNK);
          moments[chunk] = moments(slope, warped, valid, slopes, from, to);
        });
    fillGradient(Similarity.sum(moments), transform.rotationRad(), gradient);
    return slope.pairCount() < LEAST_OVERLAP_FRACTION * count
        ? Double.POSITIVE_INFINITY
        : slope.cost();
  }

  private void warp(double[] m, float[] warped, byte[] valid, float[] slopes, int from, int to) {
    double[] out = new double[SampledVolume.SCRATCH];
    for (int i = from; i < to; i++) {
      double x = offsetMm[3 * i];
      double y = offsetMm[3 * i + 1];
      double z = offsetMm[3 * i + 2];
      boolean inside =
          moving.sample(
              m[0] * x + m[1] * y + m[2] * z + m[3],
              m[4] * x + m[5] * y + m[6] * z + m[7],
              m[8] * x + m[9] * y + m[10] * z + m[11],
              out);
      if (inside) {
        valid[i] = 1;
        warped[i] = (float) out[0];
        slopes[3 * i] = (float) out[1];
        slopes[3 * i + 1] = (float) out[2];
        slopes[3 * i + 2] = (float) out[3];
      }
    }
  }

  /**
   * Keeps only the samples that the moving image covers at {@code unknowns}. A shift then neither
   * gains nor loses pairs, which would pull it: leaving out air raises the information of the rest.
   */
  void keepOverlap(double[] unknowns) {
    double[] m = toIndex(transform(unknowns)).toMatrix4x4();
    GridGeometry g = moving.geometry();
    double rim = OVERLAP_RIM_MM / moving.finestSpacingMm();
    int n = 0;
    for (int i = 0; i < count; i++) {
      double x = offsetMm[3 * i];
      double y = offsetMm[3 * i + 1];
      double z = offsetMm[3 * i + 2];
      double ix = m[0] * x + m[1] * y + m[2] * z + m[3];
      double iy = m[4] * x + m[5] * y + m[6] * z + m[7];
      double iz = m[8] * x + m[9] * y + m[10] * z + m[11];
      if (Math.min(ix, g.sizeX() - 1 - ix) > rim
          && Math.min(iy, g.sizeY() - 1 - iy) > rim
          && Math.min(iz, g.sizeZ() - 1 - iz) > rim) {
        fixed[n] = fixed[i];
        offsetMm[3 * n] = offsetMm[3 * i];
        offsetMm[3 * n + 1] = offsetMm[3 * i + 1];
        offsetMm[3 * n + 2] = offsetMm[3 * i + 2];
        n++;
      }
    }
    if (n >= LEAST_OVERLAP_FRACTION * count) {
      count = n;
    }
  }

  private AffineTransform toIndex(RigidTransform transform) {
    return moving
        .geometry()
        .patientToIndex()
        .after(transform.matrix())
        .after(AffineTransform.translation(centreMm));
  }

  /** Sums force (per index step) and force times offset: 3 + 9 numbers. */
  private double[] moments(
      Similarity.Slope slope, float[] warped, byte[] valid, float[] slopes, int from, int to) {
    double[] sum = new double[12];
    for (int i = from; i < to; i++) {
      if (valid[i] == 0) {
        continue;
      }
      double d = slope.derivative(fixed[i], warped[i]);
      for (int axis = 0; axis < 3; axis++) {
        double force = d * slopes[3 * i + axis];
        sum[axis] += force;
        sum[3 + 3 * axis] += force * offsetMm[3 * i];
        sum[4 + 3 * axis] += force * offsetMm[3 * i + 1];
        sum[5 + 3 * axis] += force * offsetMm[3 * i + 2];
      }
    }
    return sum;
  }

  private void fillGradient(double[] moment, Vector3 angles, double[] gradient) {
    double[] toIndex = moving.geometry().patientToIndex().toMatrix4x4();
    double[] force = new double[12]; // the same sums, force per millimetre
    for (int axis = 0; axis < 3; axis++) {
      for (int index = 0; index < 3; index++) {
        double weight = toIndex[4 * index + axis];
        force[axis] += weight * moment[index];
        for (int k = 0; k < 3; k++) {
          force[3 + 3 * axis + k] += weight * moment[3 + 3 * index + k];
        }
      }
      gradient[3 + axis] = force[axis];
    }
    Vector3[] by = {new Vector3(1, 0, 0), new Vector3(0, 1, 0), new Vector3(0, 0, 1)};
    double h = 1e-6; // the rotation is smooth, so the central difference is exact to 1e-12
    for (int angle = 0; angle < 3; angle++) {
      double[] up = RigidTransform.rotationMatrix(angles.plus(by[angle].times(h)));
      double[] down = RigidTransform.rotationMatrix(angles.minus(by[angle].times(h)));
      double sum = 0;
      for (int k = 0; k < 9; k++) {
        sum += (up[k] - down[k]) / (2 * h) * force[3 + k];
      }
      gradient[angle] = sum / radiusMm;
    }
  }
}
