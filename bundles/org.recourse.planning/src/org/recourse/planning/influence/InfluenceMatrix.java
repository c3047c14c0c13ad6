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

    Slab(
        int firstVoxel,
        int voxelCount,
        int[] firstRun,
        int[] runVoxel,
        short[] runLength,
        float[] value) {
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

  InfluenceMatrix(GridGeometry geometry, int beamletCount, List<Slab> slabs) {
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

  /** Memory of the arrays. */
  public long byteCount() {
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
    executor.forEachSlice(slabs.size(), monitor, s -> addSlab(slabs.get(s), fluence, doseGy));
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
    executor.forEachSlice(
        slabs.size(), monitor, s -> projectSlab(slabs.get(s), doseDerivative, part[s]));
    double[] sum = new double[beamletCount];
    for (double[] ofSlab : part) {
      for (int beamlet = 0; beamlet < beamletCount; beamlet++) {
        sum[beamlet] += ofSlab[beamlet];
      }
    }
    return sum;
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
