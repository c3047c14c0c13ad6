/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.planning.medium;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import org.eclipse.core.runtime.IProgressMonitor;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.grid.volume.ImageVolume;
import org.recourse.grid.volume.Mask;

/** Relative electron density per voxel, constant within a voxel, 0 outside the grid. Immutable. */
public final class DensityGrid {

  private final GridGeometry geometry;
  private final float[] density;

  private DensityGrid(GridGeometry geometry, float[] density) {
    this.geometry = geometry;
    this.density = density;
  }

  /** Density of every voxel of a CT; outside {@code body} nothing attenuates. */
  public static DensityGrid of(
      ImageVolume ct,
      DensityTable table,
      Mask body,
      SliceExecutor executor,
      IProgressMonitor monitor) {
    GridGeometry geometry = ct.geometry();
    if (!geometry.equals(body.geometry())) {
      throw new IllegalArgumentException("the body mask lies on another grid than the CT");
    }
    float[] density = new float[geometry.voxelCount()];
    executor.forEachSlice(
        geometry.sizeZ(),
        monitor,
        z -> {
          float[] hu = new float[geometry.sliceVoxelCount()];
          ct.copySlice(z, hu);
          int from = z * geometry.sliceVoxelCount();
          for (int i = body.slice(z).nextSetBit(0); i >= 0; i = body.slice(z).nextSetBit(i + 1)) {
            density[from + i] = (float) table.relativeElectronDensity(hu[i]);
          }
        });
    return new DensityGrid(geometry, density);
  }

  /** The same density everywhere in the grid, such as a water tank. */
  public static DensityGrid uniform(GridGeometry geometry, double relativeElectronDensity) {
    float[] density = new float[geometry.voxelCount()];
    java.util.Arrays.fill(density, (float) relativeElectronDensity);
    return new DensityGrid(geometry, density);
  }

  public GridGeometry geometry() {
    return geometry;
  }

  /** Adds every density and the geometry to a digest. */
  public void addTo(MessageDigest digest) {
    digest.update(geometry.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
    int chunk = geometry.sliceVoxelCount();
    ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * chunk);
    for (int from = 0; from < density.length; from += chunk) {
      bytes.clear();
      bytes.asFloatBuffer().put(density, from, chunk);
      digest.update(bytes);
    }
  }

  /**
   * Radiological path from outside the grid, or from {@code fromMm} when that lies inside, to
   * {@code toMm}: the lengths in the voxels times their densities, in mm of water. Exact for voxels
   * of constant density. Source: Siddon 1985 (doi:10.1118/1.595715), walked voxel by voxel after
   * Amanatides and Woo 1987.
   */
  public double pathMm(Vector3 fromMm, Vector3 toMm) {
    Vector3 a = geometry.toIndex(fromMm);
    Vector3 b = geometry.toIndex(toMm);
    return pathMm(
        a.x() + 0.5,
        a.y() + 0.5,
        a.z() + 0.5,
        b.x() + 0.5,
        b.y() + 0.5,
        b.z() + 0.5,
        fromMm.distanceTo(toMm));
  }

  /** In index space with voxel borders at whole numbers. */
  private double pathMm(
      double ax, double ay, double az, double bx, double by, double bz, double lengthMm) {
    double enter = 0;
    double leave = 1;
    double[] start = {ax, ay, az};
    double[] step = {bx - ax, by - ay, bz - az};
    int[] size = {geometry.sizeX(), geometry.sizeY(), geometry.sizeZ()};
    for (int k = 0; k < 3; k++) {
      if (step[k] == 0) {
        if (start[k] <= 0 || start[k] >= size[k]) {
          return 0;
        }
        continue;
      }
      double first = -start[k] / step[k];
      double second = (size[k] - start[k]) / step[k];
      enter = Math.max(enter, Math.min(first, second));
      leave = Math.min(leave, Math.max(first, second));
    }
    return leave <= enter ? 0 : lengthMm * walk(start, step, size, enter, leave);
  }

  private double walk(double[] start, double[] step, int[] size, double enter, double leave) {
    int[] cell = new int[3];
    double[] next = new double[3]; // parameter of the next border along each axis
    double[] stride = new double[3];
    for (int k = 0; k < 3; k++) {
      double here = start[k] + enter * step[k];
      // going down from a border leads into the voxel below it
      int first = (int) (step[k] < 0 ? Math.ceil(here) - 1 : Math.floor(here));
      cell[k] = Math.clamp(first, 0, size[k] - 1);
      if (step[k] == 0) {
        next[k] = Double.POSITIVE_INFINITY;
        continue;
      }
      double border = step[k] > 0 ? cell[k] + 1 : cell[k];
      next[k] = (border - start[k]) / step[k];
      stride[k] = 1 / Math.abs(step[k]);
    }
    int rowStride = size[0];
    int sliceStride = size[0] * size[1];
    int dx = step[0] > 0 ? 1 : -1;
    int dy = step[1] > 0 ? 1 : -1;
    int dz = step[2] > 0 ? 1 : -1;
    double sum = 0;
    double at = enter;
    while (at < leave) {
      float here = density[cell[2] * sliceStride + cell[1] * rowStride + cell[0]];
      double to;
      if (next[0] <= next[1] && next[0] <= next[2]) {
        to = Math.min(next[0], leave);
        cell[0] += dx;
        next[0] += stride[0];
      } else if (next[1] <= next[2]) {
        to = Math.min(next[1], leave);
        cell[1] += dy;
        next[1] += stride[1];
      } else {
        to = Math.min(next[2], leave);
        cell[2] += dz;
        next[2] += stride[2];
      }
      if (to > at) {
        sum += (to - at) * here;
        at = to;
      }
      if (cell[0] < 0
          || cell[0] >= size[0]
          || cell[1] < 0
          || cell[1] >= size[1]
          || cell[2] < 0
          || cell[2] >= size[2]) {
        break;
      }
    }
    return sum;
  }
}
