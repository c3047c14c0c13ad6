/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.phantom.solid;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.grid.contour.ContourSet;
import org.recourse.grid.contour.PlanarContour;
import org.recourse.grid.parallel.SliceExecutor;

/**
 * Cuts a body into smooth axial contours by marching squares on its field. Immutable and
 * thread-safe.
 */
public final class ContourTracing {

  private static final double LEAST_AREA_MM2 = 2;

  private final SliceExecutor executor;

  public ContourTracing(SliceExecutor executor) {
    this.executor = executor;
  }

  /**
   * Returns the contours of a body in the given axial planes. A hole becomes an inner contour.
   * Contours of less than 2 mm² are left out.
   *
   * @param planesZMm positions of the planes
   * @param stepMm distance of the points at which the field is taken; the contour itself is
   *     interpolated between them
   */
  public ContourSet contours(
      Solid body, double[] planesZMm, double stepMm, IProgressMonitor monitor) {
    SubMonitor progress = SubMonitor.convert(monitor, "Contours", planesZMm.length);
    List<List<PlanarContour>> byPlane = new ArrayList<>();
    for (int i = 0; i < planesZMm.length; i++) {
      byPlane.add(List.of());
    }
    Box box = body.bounds();
    executor.forEachSlice(
        planesZMm.length,
        progress,
        plane -> {
          double zMm = planesZMm[plane];
          if (zMm >= box.lowMm().z() && zMm <= box.highMm().z() && !box.isEmpty()) {
            byPlane.set(plane, inPlane(body, box, zMm, stepMm)); // each plane has its own entry
          }
        });
    return new ContourSet(byPlane.stream().flatMap(List::stream).toList());
  }

  private static List<PlanarContour> inPlane(Solid body, Box box, double zMm, double stepMm) {
    double lowX = box.lowMm().x() - stepMm;
    double lowY = box.lowMm().y() - stepMm;
    int sizeX = (int) Math.ceil((box.highMm().x() + stepMm - lowX) / stepMm) + 1;
    int sizeY = (int) Math.ceil((box.highMm().y() + stepMm - lowY) / stepMm) + 1;
    double[] field = new double[sizeX * sizeY];
    for (int y = 0, i = 0; y < sizeY; y++) {
      for (int x = 0; x < sizeX; x++, i++) {
        field[i] = body.fieldMm(lowX + x * stepMm, lowY + y * stepMm, zMm);
      }
    }
    List<PlanarContour> contours = new ArrayList<>();
    for (double[] xy : new MarchingSquares(field, sizeX, sizeY).loops()) {
      double[] xyzMm = new double[xy.length / 2 * 3];
      for (int i = 0; i < xy.length / 2; i++) {
        xyzMm[3 * i] = rounded(lowX + xy[2 * i] * stepMm);
        xyzMm[3 * i + 1] = rounded(lowY + xy[2 * i + 1] * stepMm);
        xyzMm[3 * i + 2] = zMm;
      }
      if (areaMm2(xyzMm) >= LEAST_AREA_MM2) {
        contours.add(PlanarContour.of(xyzMm));
      }
    }
    return contours;
  }

  /** Three decimals are what fits a DICOM decimal string and far below any voxel. */
  private static double rounded(double mm) {
    return Math.round(mm * 1000) / 1000.0;
  }

  private static double areaMm2(double[] xyzMm) {
    double twice = 0;
    for (int i = 0, last = xyzMm.length - 3; i < xyzMm.length; last = i, i += 3) {
      twice += xyzMm[last] * xyzMm[i + 1] - xyzMm[i] * xyzMm[last + 1];
    }
    return Math.abs(twice) / 2;
  }
}
