/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.dosimetry.gamma;

import java.util.logging.Logger;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.grid.volume.DoseGrid;

/** Times the gamma index on the size that the peers were measured with; run by hand. */
final class GammaTiming {

  private static final Logger LOG = Logger.getLogger(GammaTiming.class.getName());

  private GammaTiming() {}

  public static void main(String[] arguments) {
    var geometry = new GridGeometry(200, 200, 150, Vector3.ZERO, new Vector3(2.5, 2.5, 2.5));
    DoseGrid reference = dose(geometry, 0, 0);
    DoseGrid evaluated = dose(geometry, 1.9, 0.02);
    for (int run = 0; run < 6; run++) {
      try (var executor = SliceExecutor.ofThreads(2)) {
        long start = System.nanoTime();
        long cpuStart = cpuMs();
        GammaResult result =
            GammaIndex.compare(
                reference,
                evaluated,
                GammaCriteria.global(3, 2),
                executor,
                new NullProgressMonitor());
        long ms = (System.nanoTime() - start) / 1_000_000;
        LOG.info(
            ms
                + " ms wall, "
                + (cpuMs() - cpuStart)
                + " ms cpu, "
                + result.evaluatedVoxels()
                + " voxels, "
                + result.passPercent());
      }
    }
  }

  private static long cpuMs() {
    return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toMillis();
  }

  /** Two overlapping targets with steep edges and a smooth bath; shifted and scaled. */
  private static DoseGrid dose(GridGeometry geometry, double shiftMm, double scale) {
    DoseGrid.Builder dose = DoseGrid.builder(geometry);
    for (int z = 0; z < geometry.sizeZ(); z++) {
      float[] slice = new float[geometry.sliceVoxelCount()];
      for (int i = 0; i < slice.length; i++) {
        Vector3 p = geometry.toPatientMm(i % geometry.sizeX(), i / geometry.sizeX(), z);
        double r =
            Math.hypot(Math.hypot(p.x() - 250 - shiftMm, 1.1 * (p.y() - 250)), 1.2 * (p.z() - 187));
        double ripple = 1.2 * Math.sin(p.x() / 7) * Math.cos(p.y() / 9 + p.z() / 11);
        double edge = 60 / (1 + Math.exp((r - 171) / 5));
        slice[i] =
            (float) ((edge + 12 * Math.exp(-r * r / 26000) + ripple * edge / 60) * (1 + scale));
      }
      dose.slice(z, slice);
    }
    return dose.build();
  }
}
