/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.viewer.internal;

import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.grid.contour.ContourPlane;
import org.recourse.grid.contour.ContourPlanes;
import org.recourse.grid.geometry.AffineTransform;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.rendering.DoseLayer;

/**
 * The dose voxel with the largest dose whose centre lies inside the contours of a structure.
 *
 * @param doseGy dose of the voxel
 * @param pointMm its centre, patient LPS in the frame of the plan
 */
record StructureMaximum(double doseGy, Vector3 pointMm) {

  /**
   * Looks for the maximum; empty if no voxel centre lies inside the structure. A voxel is looked at
   * closely only if its dose is above the largest one found before.
   *
   * @throws org.eclipse.core.runtime.OperationCanceledException if the monitor is cancelled
   */
  static Optional<StructureMaximum> of(
      DoseLayer dose, ContourPlanes planes, IProgressMonitor monitor) {
    GridGeometry geometry = dose.dose().geometry();
    AffineTransform toScene = dose.sceneToDose().inverse();
    SubMonitor progress = SubMonitor.convert(monitor, "Maximum in structure", geometry.sizeZ());
    float[] slice = new float[geometry.sliceVoxelCount()];
    Optional<StructureMaximum> best = Optional.empty();
    float bestGy = Float.NEGATIVE_INFINITY;
    for (int z = 0; z < geometry.sizeZ(); z++) {
      progress.checkCanceled();
      dose.dose().copySlice(z, slice);
      for (int i = 0; i < slice.length; i++) {
        if (slice[i] > bestGy) {
          Vector3 pointMm = toScene.apply(geometry.centreMm(z * slice.length + i));
          if (contains(planes, pointMm)) {
            bestGy = slice[i];
            best = Optional.of(new StructureMaximum(bestGy, pointMm));
          }
        }
      }
      progress.worked(1);
    }
    return best;
  }

  private static boolean contains(ContourPlanes planes, Vector3 pointMm) {
    Optional<ContourPlane> plane = planes.planeAt(pointMm.dot(planes.axes().z()));
    return plane.isPresent()
        && plane
            .get()
            .region()
            .contains(pointMm.dot(planes.axes().x()), pointMm.dot(planes.axes().y()));
  }
}
