/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.grid.contour;

import java.util.BitSet;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.grid.geometry.Axes;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.grid.volume.Mask;

/**
 * Makes masks from contours. A voxel belongs to the structure if its centre lies inside the prism
 * of a contour plane: inside the contours by the even-odd rule, and inside the slab of the plane as
 * {@link ContourPlanes} states it. Contours need not lie on the planes of the grid, nor be parallel
 * to them. The result does not depend on the number of threads.
 */
public final class ContourRasteriser {

  /** Shortest in-plane part of a voxel step that is still followed as a line, mm. */
  private static final double LEAST_STEP_MM = 1e-9;

  private final ContourPlanes planes;
  private final GridGeometry geometry;
  private final Vector3 stepUvw; // one voxel along the row, in the frame of the contours

  private ContourRasteriser(ContourPlanes planes, GridGeometry geometry) {
    this.planes = planes;
    this.geometry = geometry;
    stepUvw = toUvw(geometry.axes().x().times(geometry.spacingMm().x()));
  }

  /**
   * Rasterises a structure. A lone contour plane is given the thickness of one voxel.
   *
   * @param monitor progress and cancellation, one unit per slice
   * @throws org.eclipse.core.runtime.OperationCanceledException if the monitor is cancelled
   */
  public static Mask rasterise(
      ContourSet contours,
      GridGeometry geometry,
      SliceExecutor executor,
      IProgressMonitor monitor) {
    SubMonitor progress = SubMonitor.convert(monitor, "Rasterising", 1);
    var rasteriser = new ContourRasteriser(ContourPlanes.of(contours, geometry), geometry);
    Mask.Builder mask = Mask.builder(geometry);
    executor.forEachSlice(
        geometry.sizeZ(), progress, z -> mask.slice(z, rasteriser.rasterisedSlice(z)));
    progress.done();
    return mask.build();
  }

  private Vector3 toUvw(Vector3 patientMm) {
    Axes axes = planes.axes();
    return new Vector3(patientMm.dot(axes.x()), patientMm.dot(axes.y()), patientMm.dot(axes.z()));
  }

  private BitSet rasterisedSlice(int z) {
    var voxels = new BitSet(geometry.sliceVoxelCount());
    for (int y = 0; y < geometry.sizeY(); y++) {
      Vector3 start = toUvw(geometry.toPatientMm(0, y, z));
      for (ContourPlane plane : planes.planes()) {
        rasteriseRow(plane, start, y * geometry.sizeX(), voxels);
      }
    }
    return voxels;
  }

  /** Sets the voxels of one row inside the prism of one plane. */
  private void rasteriseRow(ContourPlane plane, Vector3 start, int rowIndex, BitSet voxels) {
    int from = 0;
    int to = geometry.sizeX();
    if (Math.abs(stepUvw.z()) > LEAST_STEP_MM) {
      double a = (plane.fromMm() - start.z()) / stepUvw.z();
      double b = (plane.toMm() - start.z()) / stepUvw.z();
      // A slab holds its lower limit and not its upper one, also when the row runs downwards.
      boolean up = stepUvw.z() > 0;
      from = clampedIndex(up ? Math.ceil(a) : Math.floor(b) + 1);
      to = clampedIndex(up ? Math.ceil(b) : Math.floor(a) + 1);
    } else if (start.z() < plane.fromMm() || start.z() >= plane.toMm()) {
      return;
    }
    if (from >= to) {
      return;
    }
    if (Math.hypot(stepUvw.x(), stepUvw.y()) <= LEAST_STEP_MM) {
      if (plane.region().contains(start.x(), start.y())) {
        voxels.set(rowIndex + from, rowIndex + to);
      }
      return;
    }
    double[] t = plane.region().crossingsAlong(start.x(), start.y(), stepUvw.x(), stepUvw.y());
    for (int i = 0; i + 1 < t.length; i += 2) {
      int first = Math.max(from, clampedIndex(Math.ceil(t[i])));
      int last = Math.min(to, clampedIndex(Math.ceil(t[i + 1])));
      if (first < last) {
        voxels.set(rowIndex + first, rowIndex + last);
      }
    }
  }

  private int clampedIndex(double index) {
    return (int) Math.clamp(index, 0.0, geometry.sizeX());
  }
}
