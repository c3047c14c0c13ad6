/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiomics;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.radiomics.image.Region;
import org.recourse.radiomics.image.VoxelBlock;
import org.recourse.radiomics.settings.ExtractionParameters;
import org.recourse.radiomics.settings.Settings;

/**
 * CPU time of 851 features (Original + Wavelet) on one thread, cold and warm, for a tumour of
 * 65,000 voxels, a 3 mm shell around it and a cube of a million voxels. Argument: warm repetitions.
 */
public final class RadiomicsBenchmark {

  private RadiomicsBenchmark() {}

  /** Runs all cases and writes one line for each to the logger. */
  public static void main(String[] arguments) {
    int repetitions = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 15;
    System.Logger log = System.getLogger(RadiomicsBenchmark.class.getName());
    var tumour = new GridGeometry(152, 128, 30, new Vector3(0, 0, 0), new Vector3(0.5, 0.5, 3));
    var cube = new GridGeometry(110, 110, 110, new Vector3(0, 0, 0), new Vector3(1, 1, 1));
    for (double binWidth : new double[] {25, 5}) {
      log.log(
          System.Logger.Level.INFO,
          line("tumour", tumour, ball(tumour, 0, 1), binWidth, repetitions));
      log.log(
          System.Logger.Level.INFO,
          line("ring", tumour, ball(tumour, 1, 1.143), binWidth, repetitions));
      log.log(
          System.Logger.Level.INFO,
          line("cube", cube, box(cube), binWidth, Math.max(3, repetitions / 4)));
    }
  }

  private static String line(
      String name, GridGeometry grid, Region region, double binWidth, int repetitions) {
    VoxelBlock image = image(grid);
    var types = new LinkedHashMap<String, Settings>();
    types.put("Original", Settings.empty());
    types.put("Wavelet", Settings.empty());
    var parameters =
        new ExtractionParameters(
            Settings.empty().with("binWidth", binWidth).with("preCrop", true), types, Map.of());
    var extractor = new FeatureExtractor(TestCatalogue.pyradiomics());
    double[] cpuMs = new double[repetitions];
    double coldMs = 0;
    int features = 0;
    try (SliceExecutor executor = SliceExecutor.ofThreads(1)) {
      for (int i = -5; i < repetitions; i++) {
        long before = cpuNs(executor);
        features =
            extractor
                .extract(image, region, parameters, executor, new NullProgressMonitor())
                .features()
                .size();
        double ms = (cpuNs(executor) - before) / 1e6;
        if (i == -5) {
          coldMs = ms;
        } else if (i >= 0) {
          cpuMs[i] = ms;
        }
      }
    }
    Arrays.sort(cpuMs);
    return "%s %d voxels, bin %.0f, %d features: cold %.0f ms, warm median %.1f ms, best %.1f ms"
        .formatted(
            name,
            region.voxelCount(),
            binWidth,
            features,
            coldMs,
            cpuMs[repetitions / 2],
            cpuMs[0]);
  }

  /** CPU time of this thread and of the one worker, without compiler and collector. */
  private static long cpuNs(SliceExecutor executor) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long[] worker = new long[1];
    executor.forEachSlice(
        1, new NullProgressMonitor(), i -> worker[0] = threads.getCurrentThreadCpuTime());
    return threads.getCurrentThreadCpuTime() + worker[0];
  }

  /** Smooth structures and noise, whole numbers over a range of about 1,500. */
  private static VoxelBlock image(GridGeometry grid) {
    var random = new Random(4);
    double[] values = new double[grid.voxelCount()];
    int i = 0;
    for (int z = 0; z < grid.sizeZ(); z++) {
      for (int y = 0; y < grid.sizeY(); y++) {
        for (int x = 0; x < grid.sizeX(); x++) {
          double smooth =
              200 * Math.sin(0.11 * x + 0.3 * z) * Math.cos(0.09 * y)
                  + 150 * Math.sin(0.02 * x * y / 10);
          values[i++] = Math.rint(1000 + smooth + 90 * random.nextGaussian());
        }
      }
    }
    return VoxelBlock.ofIntegers(grid, values);
  }

  private static Region ball(GridGeometry grid, double from, double to) {
    byte[] inside = new byte[grid.voxelCount()];
    int i = 0;
    for (int z = 0; z < grid.sizeZ(); z++) {
      for (int y = 0; y < grid.sizeY(); y++) {
        for (int x = 0; x < grid.sizeX(); x++) {
          double dx = (x - 75.5) / 62;
          double dy = (y - 63.5) / 46;
          double dz = (z - 14.5) / 11.0;
          double bump = 1 + 0.1 * Math.sin(6 * Math.atan2(dy, dx));
          double r = Math.sqrt(dx * dx + dy * dy + dz * dz) * bump / 0.79;
          inside[i++] = (byte) (r >= from && r < to ? 1 : 0);
        }
      }
    }
    return Region.of(grid, inside);
  }

  private static Region box(GridGeometry grid) {
    byte[] inside = new byte[grid.voxelCount()];
    for (int z = 5; z < 105; z++) {
      for (int y = 5; y < 105; y++) {
        Arrays.fill(inside, grid.indexOf(5, y, z), grid.indexOf(104, y, z) + 1, (byte) 1);
      }
    }
    return Region.of(grid, inside);
  }
}
