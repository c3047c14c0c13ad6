/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.dosimetry.dvh;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Logger;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.recourse.grid.contour.ContourSet;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.grid.volume.DoseGrid;

/** Times 20 structures of 0.1 to 2000 cm³ on a dose grid of 2.5 mm; run by hand. */
final class DvhTiming {

  private static final Logger LOG = Logger.getLogger(DvhTiming.class.getName());

  private DvhTiming() {}

  public static void main(String[] arguments) {
    // A CT of 512 x 512 x 200 with 0.98 x 0.98 x 2.5 mm, and its dose grid.
    var geometry =
        new GridGeometry(200, 200, 200, new Vector3(-250, -250, -250), new Vector3(2.5, 2.5, 2.5));
    List<ContourSet> contours = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      double radius = 3 * Math.pow(26, i / 19.0); // 3 to 78 mm
      var centre = new Vector3(-120 + 12.3 * i, 60 * Math.sin(i), 40 * Math.cos(i));
      contours.add(RevolvedSolid.sphere(radius, centre).contours(-radius + 1.25, 2.5));
    }
    DoseGrid first = Doses.gradient(geometry, 0, Vector3.ZERO, 40);
    DoseGrid second = Doses.gradient(geometry, 2, Vector3.ZERO, 40);
    try (var executor = SliceExecutor.ofThreads(2)) {
      for (int run = 0; run < 6; run++) {
        long start = System.nanoTime();
        long cpuStart = cpuMs();
        List<StructureSampling> samplings = new ArrayList<>();
        for (ContourSet set : contours) {
          samplings.add(StructureSampling.of(set, geometry, executor, new NullProgressMonitor()));
        }
        StructureSampling.dvhs(samplings, first, executor, new NullProgressMonitor());
        long cold = System.nanoTime();
        long cpuCold = cpuMs();
        long samples = samplings.stream().mapToLong(StructureSampling::sampleCount).sum();
        StructureSampling.dvhs(samplings, second, executor, new NullProgressMonitor());
        long warm = System.nanoTime();
        long cpuWarm = cpuMs();
        LOG.info(
            "from cold "
                + (cold - start) / 1_000_000
                + " ms wall, "
                + (cpuCold - cpuStart)
                + " ms cpu, dose change "
                + (warm - cold) / 1_000_000
                + " ms wall, "
                + (cpuWarm - cpuCold)
                + " ms cpu, samples "
                + samples);
      }
    }
  }

  private static long cpuMs() {
    return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toMillis();
  }
}
