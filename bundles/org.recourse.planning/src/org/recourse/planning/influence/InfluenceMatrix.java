/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.planning.influence;

import java.util.Arrays;
import java.util.List;
import org.eclipse.core.runtime.IProgressMonitor;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.parallel.SliceExecutor;

/**
 * Dose of every beamlet in every voxel, Gy per unit fluence; only what is not 0 is stored.
 * Immutable and thread-safe.
 *
 * <p>Wide pencils (scatter) are not stored as values: see {@link BeamScatter}.
 *
 * <p>Voxels are cut into slabs of slices. Within a slab the values of a beamlet lie one after the
 * other in runs along x: a run is a first voxel, a length, and that many floats. A run costs six
 * bytes beside its values, so the whole stays near four and a half bytes for each value; both
 * products walk through memory once, in order, and a slab's part of the dose stays in the cache.
 * Slabs are independent, partial sums are added in the order of slabs: results do not depend on the
 * number of threads.
 */
public final class InfluenceMatrix implements DoseInfluence {

  /** The values of one slab. */
  static final class Slab {
    final int firstVoxel;
    final int voxelCount;
    final int[] firstRun; // of each beamlet, and one past the last
    final int[] runVoxel; // first voxel of each run, within the slab
    final short[] runLength;
    final float[] value;
    final int[] scoredVoxel; // of the grid, for wide pencils
    final BeamScatter.Part[] scatter;

    Slab(
        int firstVoxel,
        int voxelCount,
        int[] firstRun,
        int[] runVoxel,
        short[] runLength,
        float[] value,
        int[] scoredVoxel,
        BeamScatter.Part[] scatter) {
      this.scoredVoxel = scoredVoxel;
      this.scatter = scatter;
      this.firstVoxel = firstVoxel;
      this.voxelCount = voxelCount;
      this.firstRun = firstRun;
      this.runVoxel = runVoxel;
      this.runLength = runLength;
      this.value = value;
    }
  }

  private final GridGeometry geometry;
  private final int beamletCount;
  private final List<Slab> slabs;
  private final List<BeamScatter> scatter;

  InfluenceMatrix(
      GridGeometry geometry, int beamletCount, List<Slab> slabs, List<BeamScatter> scatter) {
    this.scatter = List.copyOf(scatter);
    this.geometry = geometry;
    this.beamletCount = beamletCount;
    this.slabs = List.copyOf(slabs);
  }

  @Override
  public GridGeometry geometry() {
    return geometry;
  }

  @Override
  public int weightCount() {
    return beamletCount;
  }

  public long nonZeroCount() {
    return slabs.stream().mapToLong(slab -> slab.value.length).sum();
  }

  /** Memory of the arrays, wide pencils included. */
  public long byteCount() {
    long wide = scatter.stream().mapToLong(BeamScatter::byteCount).sum();
    for (Slab slab : slabs) {
      wide += 4L * slab.scoredVoxel.length * (1 + 5L * slab.scatter.length);
    }
    return wide + narrowByteCount();
  }

  private long narrowByteCount() {
    return slabs.stream()
        .mapToLong(
            slab ->
                4L * slab.value.length
                    + 4L * slab.runVoxel.length
                    + 2L * slab.runLength.length
                    + 4L * slab.firstRun.length)
        .sum();
  }

  @Override
  public void dose(
      double[] fluence, double[] doseGy, SliceExecutor executor, IProgressMonitor monitor) {
    requireSizes(fluence, doseGy);
    float[][] nodes = new float[scatter.size()][];
    executor.forEachSlice(
        nodes.length,
        monitor,
        s -> {
          nodes[s] = new float[scatter.get(s).nodeCount()];
          scatter.get(s).toNodes(fluence, nodes[s]);
        });
    executor.forEachSlice(
        slabs.size(),
        monitor,
        s -> {
          Slab slab = slabs.get(s);
          addSlab(slab, fluence, doseGy);
          for (int k = 0; k < nodes.length; k++) {
            scatter.get(k).addDose(slab.scatter[k], slab.scoredVoxel, nodes[k], doseGy);
          }
        });
  }

  private static void addSlab(Slab slab, double[] fluence, double[] doseGy) {
    Arrays.fill(doseGy, slab.firstVoxel, slab.firstVoxel + slab.voxelCount, 0);
    int next = 0;
    for (int beamlet = 0; beamlet < fluence.length; beamlet++) {
      double weight = fluence[beamlet];
      for (int run = slab.firstRun[beamlet]; run < slab.firstRun[beamlet + 1]; run++) {
        int length = slab.runLength[run];
        if (weight != 0) {
          addRun(slab.value, next, length, weight, doseGy, slab.firstVoxel + slab.runVoxel[run]);
        }
        next += length;
      }
    }
  }

  /** One multiplication and addition per value: the compiler makes vectors of this loop. */
  private static void addRun(
      float[] value, int from, int length, double weight, double[] doseGy, int voxel) {
    for (int k = 0; k < length; k++) {
      doseGy[voxel + k] += weight * value[from + k];
    }
  }

  @Override
  public double[] weightDerivative(
      double[] doseDerivative, SliceExecutor executor, IProgressMonitor monitor) {
    double[][] part = new double[slabs.size()][beamletCount];
    double[][][] nodes = new double[slabs.size()][scatter.size()][];
    executor.forEachSlice(
        slabs.size(),
        monitor,
        s -> {
          Slab slab = slabs.get(s);
          projectSlab(slab, doseDerivative, part[s]);
          for (int k = 0; k < scatter.size(); k++) {
            nodes[s][k] = new double[scatter.get(k).nodeCount()];
            scatter
                .get(k)
                .addToNodes(slab.scatter[k], slab.scoredVoxel, doseDerivative, nodes[s][k]);
          }
        });
    double[] sum = new double[beamletCount];
    for (double[] ofSlab : part) {
      for (int beamlet = 0; beamlet < beamletCount; beamlet++) {
        sum[beamlet] += ofSlab[beamlet];
      }
    }
    double[][] wide = new double[scatter.size()][beamletCount];
    executor.forEachSlice(wide.length, monitor, k -> projectScatter(k, nodes, wide[k]));
    for (double[] ofPencil : wide) {
      for (int beamlet = 0; beamlet < beamletCount; beamlet++) {
        sum[beamlet] += ofPencil[beamlet];
      }
    }
    return sum;
  }

  private void projectScatter(int pencil, double[][][] nodes, double[] derivative) {
    double[] sum = new double[scatter.get(pencil).nodeCount()];
    for (double[][] ofSlab : nodes) { // in order: the sum does not depend on threads
      for (int n = 0; n < sum.length; n++) {
        sum[n] += ofSlab[pencil][n];
      }
    }
    scatter.get(pencil).fromNodes(sum, derivative);
  }

  private static void projectSlab(Slab slab, double[] doseDerivative, double[] part) {
    int next = 0;
    for (int beamlet = 0; beamlet < part.length; beamlet++) {
      double sum = 0;
      for (int run = slab.firstRun[beamlet]; run < slab.firstRun[beamlet + 1]; run++) {
        int length = slab.runLength[run];
        sum +=
            product(slab.value, next, length, doseDerivative, slab.firstVoxel + slab.runVoxel[run]);
        next += length;
      }
      part[beamlet] = sum;
    }
  }

  /** Four sums side by side, because one alone waits for each addition to end. */
  private static double product(float[] value, int from, int length, double[] other, int voxel) {
    double a = 0;
    double b = 0;
    double c = 0;
    double d = 0;
    int k = 0;
    for (; k + 3 < length; k += 4) {
      a += value[from + k] * other[voxel + k];
      b += value[from + k + 1] * other[voxel + k + 1];
      c += value[from + k + 2] * other[voxel + k + 2];
      d += value[from + k + 3] * other[voxel + k + 3];
    }
    for (; k < length; k++) {
      a += value[from + k] * other[voxel + k];
    }
    return a + b + (c + d);
  }

  private void requireSizes(double[] fluence, double[] doseGy) {
    if (fluence.length != beamletCount || doseGy.length != geometry.voxelCount()) {
      throw new IllegalArgumentException(
          fluence.length
              + " weights for "
              + beamletCount
              + " beamlets, "
              + doseGy.length
              + " doses for "
              + geometry.voxelCount()
              + " voxels");
    }
  }
}
