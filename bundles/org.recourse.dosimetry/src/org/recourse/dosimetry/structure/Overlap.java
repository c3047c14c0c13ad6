/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.dosimetry.structure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.dosimetry.internal.shape.LevelRows;
import org.recourse.dosimetry.internal.shape.NodeGrid;
import org.recourse.grid.contour.ContourPlanes;
import org.recourse.grid.contour.PlanarRegion;
import org.recourse.grid.parallel.SliceExecutor;

/**
 * How well two versions of a structure agree. Immutable.
 *
 * <p>Dice coefficient 2|A∩B|/(|A| + |B|) and Jaccard index |A∩B|/|A∪B|; distances from the surface
 * of either structure to that of the other one in three dimensions, both ways together, weighted by
 * surface area.
 *
 * @param firstCm3 volume of the first version
 * @param secondCm3 volume of the second version
 * @param commonCm3 volume of both together
 * @param meanDistanceMm mean surface distance
 * @param distance95Mm 95 % of the surface lie within this distance (HD95)
 * @param hausdorffMm largest surface distance
 */
public record Overlap(
    double firstCm3,
    double secondCm3,
    double commonCm3,
    double meanDistanceMm,
    double distance95Mm,
    double hausdorffMm) {

  private static final double MM3_PER_CM3 = 1000;
  private static final double P95 = 0.95;

  /** Dice coefficient, 0 to 1. */
  public double dice() {
    return 2 * commonCm3 / (firstCm3 + secondCm3);
  }

  /** Jaccard index, 0 to 1. */
  public double jaccard() {
    return commonCm3 / (firstCm3 + secondCm3 - commonCm3);
  }

  /**
   * Compares two structures. Empty if one of them has no contour: there is nothing to measure.
   *
   * @param monitor progress and cancellation
   * @throws IllegalArgumentException if the contours of the two are not parallel
   * @throws org.eclipse.core.runtime.OperationCanceledException if the monitor is cancelled
   */
  public static Optional<Overlap> of(
      ContourPlanes first, ContourPlanes second, SliceExecutor executor, IProgressMonitor monitor) {
    SubMonitor progress = SubMonitor.convert(monitor, "Comparing structures", 1);
    progress.checkCanceled();
    if (first.isEmpty() || second.isEmpty()) {
      return Optional.empty();
    }
    StructureAlgebra.checkParallel(first.axes(), second.axes());
    Layers a = Layers.of(first, executor, progress);
    Layers b = Layers.of(second, executor, progress);
    if (a.layers().isEmpty() || b.layers().isEmpty()) {
      return Optional.empty();
    }
    NodeGrid grid =
        Lattice.around(Lattice.boundsMm(List.of(a, b)), 0, Math.max(a.spacingMm(), b.spacingMm()));
    double[] volumes = volumesMm3(a, b, grid, executor, progress);
    SurfacePoints onA = SurfacePoints.of(a);
    SurfacePoints onB = SurfacePoints.of(b);
    double[] fromA =
        new SurfaceDistance(b, grid, executor, progress).ofPoints(onA, executor, progress);
    double[] fromB =
        new SurfaceDistance(a, grid, executor, progress).ofPoints(onB, executor, progress);
    progress.done();
    double[] figures = distances(onA, fromA, onB, fromB);
    return Optional.of(
        new Overlap(
            volumes[0] / MM3_PER_CM3,
            volumes[1] / MM3_PER_CM3,
            volumes[2] / MM3_PER_CM3,
            figures[0],
            figures[1],
            figures[2]));
  }

  /**
   * Compares every version with every other one, as one reader after the other; see {@link #of}.
   */
  public static List<Overlap> ofPairs(
      List<ContourPlanes> versions, SliceExecutor executor, IProgressMonitor monitor) {
    var pairs = new ArrayList<Overlap>();
    for (int i = 0; i < versions.size(); i++) {
      for (int j = i + 1; j < versions.size(); j++) {
        of(versions.get(i), versions.get(j), executor, monitor).ifPresent(pairs::add);
      }
    }
    return List.copyOf(pairs);
  }

  /** Volumes of the first, the second and of both, by layers of the lattice spacing. */
  private static double[] volumesMm3(
      Layers a, Layers b, NodeGrid grid, SliceExecutor executor, SubMonitor progress) {
    double from = Math.min(a.lowestMm(), b.lowestMm());
    double to = Math.max(a.highestMm(), b.highestMm());
    int count = Math.max(1, (int) Math.ceil((to - from) / grid.spacingMm()));
    double thickness = (to - from) / count;
    double[][] areas = new double[count][];
    executor.forEachSlice(
        count,
        progress,
        k -> {
          double w = from + (k + 0.5) * thickness;
          areas[k] = areasMm2(layerAt(a, w), layerAt(b, w), grid);
        });
    double[] volumes = new double[3];
    for (double[] area : areas) {
      for (int i = 0; i < 3; i++) {
        volumes[i] += area[i] * thickness;
      }
    }
    return volumes;
  }

  private static Optional<PlanarRegion> layerAt(Layers structure, double w) {
    return structure.layers().stream()
        .filter(layer -> w >= layer.fromMm() && w < layer.toMm())
        .findFirst()
        .map(Layers.Layer::region);
  }

  private static double[] areasMm2(
      Optional<PlanarRegion> a, Optional<PlanarRegion> b, NodeGrid grid) {
    double areaA = a.map(PlanarRegion::areaMm2).orElse(0.0);
    double areaB = b.map(PlanarRegion::areaMm2).orElse(0.0);
    if (a.isEmpty() || b.isEmpty()) {
      return new double[] {areaA, areaB, 0};
    }
    float[] both = Lattice.signedDistanceMm(a, grid);
    float[] other = Lattice.signedDistanceMm(b, grid);
    for (int i = 0; i < both.length; i++) {
      both[i] = Math.min(both[i], other[i]);
    }
    double common = LevelRows.meanAreaMm2(both, grid);
    return new double[] {areaA, areaB, Math.min(common, Math.min(areaA, areaB))};
  }

  /** Mean, 95 % quantile and maximum over the area of both surfaces. */
  private static double[] distances(
      SurfacePoints onA, double[] fromA, SurfacePoints onB, double[] fromB) {
    int n = fromA.length + fromB.length;
    double[][] weighted = new double[n][];
    double area = 0;
    double sum = 0;
    for (int i = 0; i < n; i++) {
      boolean first = i < fromA.length;
      double distance = first ? fromA[i] : fromB[i - fromA.length];
      double weight = first ? onA.areaMm2(i) : onB.areaMm2(i - fromA.length);
      weighted[i] = new double[] {distance, weight};
      area += weight;
      sum += distance * weight;
    }
    Arrays.sort(weighted, Comparator.comparingDouble(point -> point[0]));
    double reached = 0;
    int k = -1;
    while (k + 1 < n && reached < P95 * area) {
      k++;
      reached += weighted[k][1];
    }
    return new double[] {sum / area, weighted[Math.max(k, 0)][0], weighted[n - 1][0]};
  }
}
