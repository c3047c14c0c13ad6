/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.tuning.replan;

import java.util.BitSet;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.risk.VoxelValues;

/**
 * The gradient of a network on the grid of the dose: the network samples the dose between voxels,
 * so each of its voxels hands its derivative to up to eight voxels of the dose by the weights of
 * that interpolation. Immutable.
 *
 * @param voxels positions on the dose grid with a derivative, ascending
 * @param perGy change of the score per Gy in each of them
 */
record DoseGradient(int[] voxels, double[] perGy) {

  /** Takes the gradient of a network to the grid of the dose; voxels beyond it are left out. */
  static DoseGradient on(GridGeometry grid, VoxelValues perGy) {
    double[] sums = new double[grid.voxelCount()];
    BitSet touched = new BitSet(sums.length);
    GridGeometry own = perGy.geometry();
    float[] slice = new float[own.sliceVoxelCount()];
    for (int z = 0; z < own.sizeZ(); z++) {
      perGy.copySlice(z, slice);
      for (int i = 0; i < slice.length; i++) {
        if (Math.abs(slice[i]) > 0) { // not NaN: the network looks there
          scatter(grid, grid.toIndex(own.centreMm(z * slice.length + i)), slice[i], sums, touched);
        }
      }
    }
    int[] voxels = touched.stream().toArray();
    double[] derivative = new double[voxels.length];
    for (int i = 0; i < voxels.length; i++) {
      derivative[i] = sums[voxels[i]];
    }
    return new DoseGradient(voxels, derivative);
  }

  private static void scatter(
      GridGeometry grid, Vector3 at, double value, double[] sums, BitSet touched) {
    double half = 0.5 + 1e-9; // as the sampler: half a voxel beyond the outermost centres
    if (at.x() < -half
        || at.y() < -half
        || at.z() < -half
        || at.x() > grid.sizeX() - 1 + half
        || at.y() > grid.sizeY() - 1 + half
        || at.z() > grid.sizeZ() - 1 + half) {
      return;
    }
    double x = Math.clamp(at.x(), 0.0, grid.sizeX() - 1.0);
    double y = Math.clamp(at.y(), 0.0, grid.sizeY() - 1.0);
    double z = Math.clamp(at.z(), 0.0, grid.sizeZ() - 1.0);
    for (int corner = 0; corner < 8; corner++) {
      int cx = (int) x + (corner & 1);
      int cy = (int) y + (corner >> 1 & 1);
      int cz = (int) z + (corner >> 2);
      double weight = (1 - Math.abs(x - cx)) * (1 - Math.abs(y - cy)) * (1 - Math.abs(z - cz));
      if (weight > 0) {
        int voxel = grid.indexOf(cx, cy, cz);
        sums[voxel] += weight * value;
        touched.set(voxel);
      }
    }
  }

  /** Returns the voxels where less dose lowers the score, with their derivative. */
  DoseGradient positive() {
    int[] own = new int[voxels.length];
    double[] slope = new double[voxels.length];
    int count = 0;
    for (int i = 0; i < voxels.length; i++) {
      if (perGy[i] > 0) {
        own[count] = voxels[i];
        slope[count++] = perGy[i];
      }
    }
    return new DoseGradient(
        java.util.Arrays.copyOf(own, count), java.util.Arrays.copyOf(slope, count));
  }

  double sum() {
    return java.util.Arrays.stream(perGy).sum();
  }
}
