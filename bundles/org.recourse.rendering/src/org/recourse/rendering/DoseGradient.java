/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.rendering;

import java.util.Objects;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.grid.volume.DoseGrid;

/**
 * How steeply a dose changes in space: the length of its gradient, Gy/mm. Stateless and
 * thread-safe.
 *
 * <p>Along each axis the difference of the two neighbours is divided by their distance; at the
 * border the voxel itself takes the place of the missing neighbour, and along an axis of one voxel
 * the dose is taken as constant. A dose of {@code 0.3·x + 0.4·y} Gy (x, y in mm) has 0.5 Gy/mm
 * everywhere.
 */
public final class DoseGradient {

  private DoseGradient() {}

  /**
   * Returns the gradient length on the grid of the dose. The values of the result are Gy/mm.
   *
   * @throws org.eclipse.core.runtime.OperationCanceledException if the monitor is cancelled
   */
  public static DoseGrid gyPerMm(DoseGrid dose, SliceExecutor executor, IProgressMonitor monitor) {
    GridGeometry geometry = Objects.requireNonNull(dose, "dose").geometry();
    SubMonitor progress = SubMonitor.convert(monitor, "Dose gradient", 1);
    DoseGrid.Builder gradient = DoseGrid.builder(geometry);
    executor.forEachSlice(
        geometry.sizeZ(), progress.split(1), z -> gradient.slice(z, slice(dose, geometry, z)));
    return gradient.build();
  }

  private static float[] slice(DoseGrid dose, GridGeometry geometry, int z) {
    int sizeX = geometry.sizeX();
    int sizeY = geometry.sizeY();
    int lowZ = Math.max(z - 1, 0);
    int highZ = Math.min(z + 1, geometry.sizeZ() - 1);
    int stride = geometry.sliceVoxelCount();
    Vector3 spacingMm = geometry.spacingMm();
    double perZ = perMm(highZ - lowZ, spacingMm.z());
    float[] gyPerMm = new float[stride];
    for (int y = 0; y < sizeY; y++) {
      int lowRow = z * stride + Math.max(y - 1, 0) * sizeX;
      int highRow = z * stride + Math.min(y + 1, sizeY - 1) * sizeX;
      double perY = perMm((highRow - lowRow) / sizeX, spacingMm.y());
      int row = y * sizeX;
      for (int x = 0; x < sizeX; x++) {
        int lowX = Math.max(x - 1, 0);
        int highX = Math.min(x + 1, sizeX - 1);
        int here = z * stride + row;
        double dx =
            (dose.doseGyAt(here + highX) - dose.doseGyAt(here + lowX))
                * perMm(highX - lowX, spacingMm.x());
        double dy = (dose.doseGyAt(highRow + x) - dose.doseGyAt(lowRow + x)) * perY;
        double dz =
            (dose.doseGyAt(highZ * stride + row + x) - dose.doseGyAt(lowZ * stride + row + x))
                * perZ;
        gyPerMm[row + x] = (float) Math.sqrt(dx * dx + dy * dy + dz * dz);
      }
    }
    return gyPerMm;
  }

  /** Inverse distance of two neighbours; 0 if there is only one voxel. */
  private static double perMm(int steps, double spacingMm) {
    return steps == 0 ? 0 : 1 / (steps * spacingMm);
  }
}
