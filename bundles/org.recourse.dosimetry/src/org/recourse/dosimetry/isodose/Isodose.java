/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.dosimetry.isodose;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.grid.contour.ContourSet;
import org.recourse.grid.contour.LevelOutlines;
import org.recourse.grid.contour.PlanarContour;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.grid.resample.TrilinearSampler;
import org.recourse.grid.volume.DoseGrid;

/** Lines and volumes of at least a given dose. */
public final class Isodose {

  /** Parts of a voxel along each axis where the level passes through it. */
  private static final int PARTS = 5;

  private static final double MM3_PER_CM3 = 1000;

  private Isodose() {}

  /**
   * Returns the closed lines of one dose on a slice of the grid, through the voxel centres, with
   * linear interpolation. Where the dose is still above the level at the border of the grid the
   * line is closed along the outermost voxel centres.
   */
  public static ContourSet lines(DoseGrid dose, int z, double levelGy) {
    GridGeometry geometry = dose.geometry();
    float[] above = new float[geometry.sliceVoxelCount()];
    dose.copySlice(z, above);
    for (int i = 0; i < above.length; i++) {
      above[i] = (float) (above[i] - levelGy);
    }
    var contours = new ArrayList<PlanarContour>();
    for (double[] loop : LevelOutlines.of(above, geometry.sizeX(), geometry.sizeY())) {
      double[] xyz = new double[loop.length / 2 * 3];
      for (int i = 0; i < loop.length / 2; i++) {
        Vector3 p = geometry.toPatientMm(loop[2 * i], loop[2 * i + 1], z);
        xyz[3 * i] = p.x();
        xyz[3 * i + 1] = p.y();
        xyz[3 * i + 2] = p.z();
      }
      contours.add(PlanarContour.of(xyz));
    }
    return new ContourSet(contours);
  }

  /**
   * Returns the volume that receives at least a dose, cm³, in the whole grid. The dose is
   * interpolated trilinearly; voxels that the level may pass through are divided into 125 parts.
   *
   * @param monitor progress and cancellation, one unit per slice
   * @throws org.eclipse.core.runtime.OperationCanceledException if the monitor is cancelled
   */
  public static double volumeCm3(
      DoseGrid dose, double levelGy, SliceExecutor executor, IProgressMonitor monitor) {
    SubMonitor progress = SubMonitor.convert(monitor, "Isodose volume", 1);
    GridGeometry geometry = dose.geometry();
    double[] voxels = new double[geometry.sizeZ()];
    executor.forEachSlice(voxels.length, progress, z -> voxels[z] = voxelsAbove(dose, z, levelGy));
    progress.done();
    return Arrays.stream(voxels).sum() * geometry.voxelVolumeMm3() / MM3_PER_CM3;
  }

  private static double voxelsAbove(DoseGrid dose, int z, double levelGy) {
    GridGeometry geometry = dose.geometry();
    var sampler = TrilinearSampler.of(dose);
    long whole = 0;
    long parts = 0;
    for (int y = 0; y < geometry.sizeY(); y++) {
      for (int x = 0; x < geometry.sizeX(); x++) {
        int above = neighboursAbove(dose, x, y, z, levelGy);
        if (above == 1) {
          whole++;
        } else if (above == 0) {
          parts += partsAbove(sampler, x, y, z, levelGy);
        }
      }
    }
    return whole + parts / (double) (PARTS * PARTS * PARTS);
  }

  /** 1 if the voxel and all its neighbours are above the level, -1 if none is, else 0. */
  private static int neighboursAbove(DoseGrid dose, int x, int y, int z, double levelGy) {
    GridGeometry geometry = dose.geometry();
    boolean first = dose.doseGyAt(x, y, z) >= levelGy;
    for (int k = Math.max(z - 1, 0); k <= Math.min(z + 1, geometry.sizeZ() - 1); k++) {
      for (int j = Math.max(y - 1, 0); j <= Math.min(y + 1, geometry.sizeY() - 1); j++) {
        int row = (k * geometry.sizeY() + j) * geometry.sizeX();
        for (int i = Math.max(x - 1, 0); i <= Math.min(x + 1, geometry.sizeX() - 1); i++) {
          if (dose.doseGyAt(row + i) >= levelGy != first) {
            return 0;
          }
        }
      }
    }
    return first ? 1 : -1;
  }

  private static int partsAbove(TrilinearSampler sampler, int x, int y, int z, double levelGy) {
    int count = 0;
    for (int k = 0; k < PARTS; k++) {
      for (int j = 0; j < PARTS; j++) {
        for (int i = 0; i < PARTS; i++) {
          double doseGy = sampler.indexedOr(x + middle(i), y + middle(j), z + middle(k), levelGy);
          count += doseGy >= levelGy ? 1 : 0;
        }
      }
    }
    return count;
  }

  private static double middle(int part) {
    return (part + 0.5) / PARTS - 0.5;
  }

  /** Lines of several levels on one slice, in the order of the levels; see {@link #lines}. */
  public static List<ContourSet> lines(DoseGrid dose, int z, double[] levelsGy) {
    return Arrays.stream(levelsGy).mapToObj(level -> lines(dose, z, level)).toList();
  }
}
