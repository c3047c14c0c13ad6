/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiobiology.conversion;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.recourse.grid.geometry.AffineTransform;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.grid.volume.DoseGrid;
import org.recourse.radiobiology.fractionation.AlphaBetaRatio;
import org.recourse.radiobiology.fractionation.Fractionation;

/**
 * Times the cumulative EQD2 of three courses on 5 million voxels; a program, not a test. Cases:
 * registrations without and with rotation, courses on coarser grids and on grids as fine as the
 * sum.
 */
final class CumulativeEqd2Timing {

  private static final int WARM_UP = 12;
  private static final int RUNS = 31;
  private static final GridGeometry TARGET = cube(200, 200, 125, 2);

  private CumulativeEqd2Timing() {}

  public static void main(String[] arguments) {
    PrintStream out = new PrintStream(new java.io.FileOutputStream(java.io.FileDescriptor.out));
    try (var executor = SliceExecutor.ofThreads(2)) {
      for (boolean rotated : new boolean[] {false, true}) {
        time("coarse sources", rotated, cube(160, 160, 100, 2.5), executor, out);
        time("fine sources", rotated, cube(200, 200, 125, 2), executor, out);
      }
    }
    out.flush();
  }

  private static void time(
      String name, boolean rotated, GridGeometry own, SliceExecutor executor, PrintStream out) {
    List<CourseDose> courses = new ArrayList<>();
    for (int c = 0; c < 3; c++) {
      courses.add(
          new CourseDose(
              "course " + c, dose(own, c), new Fractionation(60, 30), transform(rotated, c)));
    }
    double[] wallMs = new double[RUNS];
    double cpuStartMs = 0;
    for (int run = -WARM_UP; run < RUNS; run++) {
      if (run == 0) {
        cpuStartMs = cpuMs();
      }
      long start = System.nanoTime();
      CumulativeEqd2.of(
          courses, TARGET, new AlphaBetaRatio(2), executor, new NullProgressMonitor());
      if (run >= 0) {
        wallMs[run] = (System.nanoTime() - start) / 1e6;
      }
    }
    double cpuMs = (cpuMs() - cpuStartMs) / RUNS;
    Arrays.sort(wallMs);
    out.printf(
        "%s, %s: wall median %.1f ms, min %.1f ms, max %.1f ms; cpu mean %.1f ms%n",
        name,
        rotated ? "rotated" : "aligned",
        wallMs[RUNS / 2],
        wallMs[0],
        wallMs[RUNS - 1],
        cpuMs);
  }

  private static double cpuMs() {
    return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos() / 1e6;
  }

  private static AffineTransform transform(boolean rotated, int course) {
    if (!rotated) {
      return AffineTransform.translation(new Vector3(1.3 * course, 0.7, -0.4));
    }
    double angleRad = 0.05 + 0.04 * course;
    double c = Math.cos(angleRad);
    double s = Math.sin(angleRad);
    AffineTransform aboutZ =
        AffineTransform.ofRows(new double[] {c, -s, 0, 3, s, c, 0, 1, 0, 0, 1, 0});
    AffineTransform aboutX =
        AffineTransform.ofRows(new double[] {1, 0, 0, 0, 0, c, -s, 0, 0, s, c, 0});
    return aboutX.after(aboutZ);
  }

  private static GridGeometry cube(int x, int y, int z, double mm) {
    return new GridGeometry(
        x, y, z, new Vector3(-x * mm / 2, -y * mm / 2, -z * mm / 2), new Vector3(mm, mm, mm));
  }

  private static DoseGrid dose(GridGeometry geometry, int seed) {
    var random = new Random(seed);
    DoseGrid.Builder dose = DoseGrid.builder(geometry);
    float[] slice = new float[geometry.sliceVoxelCount()];
    for (int z = 0; z < geometry.sizeZ(); z++) {
      for (int i = 0; i < slice.length; i++) {
        slice[i] = 70 * random.nextFloat();
      }
      dose.slice(z, slice);
    }
    return dose.build();
  }
}
