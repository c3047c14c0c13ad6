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
import java.util.List;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.dosimetry.internal.shape.NodeGrid;
import org.recourse.grid.contour.ContourPlane;
import org.recourse.grid.contour.ContourPlanes;
import org.recourse.grid.contour.ContourSet;
import org.recourse.grid.contour.PlanarContour;
import org.recourse.grid.contour.PlanarRegion;
import org.recourse.grid.geometry.Axes;
import org.recourse.grid.parallel.SliceExecutor;

/**
 * Set operations of two structures that are given by contours. On every plane both shapes become
 * signed distances on a fine lattice, are combined, and the outline is taken by marching squares;
 * so borders keep sub-voxel accuracy and only corners sharper than a lattice square are rounded.
 *
 * <p>The result lies on the planes of the first structure, continued at its spacing where the
 * second one reaches further. Where the second structure has no contour on such a plane, its shape
 * is interpolated.
 */
public final class StructureAlgebra {

  /** What becomes of two structures. */
  public enum Operation {
    /** What belongs to either. */
    UNION,
    /** What belongs to both. */
    INTERSECTION,
    /** What belongs to the first and not to the second. */
    DIFFERENCE,
    /** What belongs to one of them only. */
    SYMMETRIC_DIFFERENCE
  }

  private static final double PARALLEL = 0.9999;

  private StructureAlgebra() {}

  /**
   * Combines two structures.
   *
   * @param monitor progress and cancellation
   * @throws IllegalArgumentException if the contours of the two are not parallel
   * @throws org.eclipse.core.runtime.OperationCanceledException if the monitor is cancelled
   */
  public static ContourSet combine(
      Operation operation,
      ContourPlanes first,
      ContourPlanes second,
      SliceExecutor executor,
      IProgressMonitor monitor) {
    SubMonitor progress = SubMonitor.convert(monitor, "Combining structures", 1);
    progress.checkCanceled();
    if (first.isEmpty() || second.isEmpty()) {
      return withEmpty(operation, first, second);
    }
    checkParallel(first.axes(), second.axes());
    Layers a = Layers.of(first, executor, progress);
    Layers b = Layers.of(second, executor, progress);
    NodeGrid grid =
        Lattice.around(Lattice.boundsMm(List.of(a, b)), 0, Math.min(a.spacingMm(), b.spacingMm()));
    List<Double> positions = positions(a, b);
    List<List<PlanarContour>> contours = new ArrayList<>();
    positions.forEach(position -> contours.add(new ArrayList<>()));
    executor.forEachSlice(
        positions.size(),
        progress,
        i -> {
          double position = positions.get(i);
          float[] field = combined(operation, a.sectionAt(position), b.sectionAt(position), grid);
          Lattice.addContours(
              Lattice.outlinesMm(field, grid), position, first.axes(), contours.get(i));
        });
    progress.done();
    return new ContourSet(contours.stream().flatMap(List::stream).toList());
  }

  static void checkParallel(Axes first, Axes second) {
    if (!(first.z().dot(second.z()) > PARALLEL && first.x().dot(second.x()) > PARALLEL)) {
      throw new IllegalArgumentException(
          "the contours of the two structures are not parallel: " + first + ", " + second);
    }
  }

  private static ContourSet withEmpty(
      Operation operation, ContourPlanes first, ContourPlanes second) {
    ContourSet a = contours(first);
    ContourSet b = contours(second);
    return switch (operation) {
      case UNION, SYMMETRIC_DIFFERENCE -> first.isEmpty() ? b : a;
      case INTERSECTION -> new ContourSet(List.of());
      case DIFFERENCE -> a;
    };
  }

  /** The contours of grouped planes, as they are. */
  static ContourSet contours(ContourPlanes planes) {
    var contours = new ArrayList<PlanarContour>();
    for (ContourPlane plane : planes.planes()) {
      List<double[]> loops = new ArrayList<>();
      for (int loop = 0; loop < plane.region().loopCount(); loop++) {
        loops.add(plane.region().loopUvMm(loop));
      }
      Lattice.addContours(loops, plane.positionMm(), planes.axes(), contours);
    }
    return new ContourSet(contours);
  }

  private static List<Double> positions(Layers a, Layers b) {
    var positions = new ArrayList<Double>();
    List<ContourPlane> planes = a.planes().planes();
    double spacing = a.planes().spacingMm();
    double first = planes.getFirst().positionMm();
    for (int k = (int) Math.floor((first - b.lowestMm()) / spacing); k > 0; k--) {
      positions.add(first - k * spacing);
    }
    for (int i = 0; i < planes.size(); i++) {
      double position = planes.get(i).positionMm();
      positions.add(position);
      if (i + 1 < planes.size()) { // planes across a gap of the first structure
        double distance = planes.get(i + 1).positionMm() - position;
        int between = (int) Math.round(distance / spacing) - 1;
        for (int k = 1; k <= between; k++) {
          positions.add(position + k * distance / (between + 1));
        }
      }
    }
    double last = planes.getLast().positionMm();
    for (int k = 1; last + k * spacing <= b.highestMm(); k++) {
      positions.add(last + k * spacing);
    }
    return positions;
  }

  private static float[] combined(
      Operation operation,
      Optional<PlanarRegion> first,
      Optional<PlanarRegion> second,
      NodeGrid grid) {
    float[] a = Lattice.signedDistanceMm(first, grid);
    float[] b = Lattice.signedDistanceMm(second, grid);
    for (int i = 0; i < a.length; i++) {
      a[i] =
          switch (operation) {
            case UNION -> Math.max(a[i], b[i]);
            case INTERSECTION -> Math.min(a[i], b[i]);
            case DIFFERENCE -> Math.min(a[i], -b[i]);
            case SYMMETRIC_DIFFERENCE -> Math.max(Math.min(a[i], -b[i]), Math.min(b[i], -a[i]));
          };
    }
    return a;
  }
}
