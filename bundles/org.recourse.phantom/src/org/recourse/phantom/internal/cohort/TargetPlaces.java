/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.phantom.internal.cohort;

import java.util.Arrays;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.phantom.solid.Box;
import org.recourse.phantom.solid.Solid;

/** The grid of the dose of a patient and the points of it at which the risk is taken. */
final class TargetPlaces {

  /** What the grid of the dose has around the target. */
  static final double MARGIN_MM = 24;

  private static final int WANTED = 300;

  private TargetPlaces() {}

  /** Returns the grid of the dose: the box of the target and 24 mm around it. */
  static GridGeometry doseGeometry(Box target, double spacingMm) {
    Vector3 extent = target.highMm().minus(target.lowMm());
    return new GridGeometry(
        count(extent.x(), spacingMm),
        count(extent.y(), spacingMm),
        count(extent.z(), spacingMm),
        target.lowMm().minus(new Vector3(MARGIN_MM, MARGIN_MM, MARGIN_MM)),
        new Vector3(spacingMm, spacingMm, spacingMm));
  }

  private static int count(double extentMm, double spacingMm) {
    return (int) Math.ceil((extentMm + 2 * MARGIN_MM) / spacingMm) + 1;
  }

  /**
   * Returns points of the grid inside of the target, every one, every second or every third along
   * each axis, so that there are about 300 of them.
   */
  static double[] inside(Solid target, GridGeometry geometry, double volumeCm3) {
    double all = volumeCm3 * 1000 / geometry.voxelVolumeMm3();
    int stride = Math.max(1, (int) Math.floor(Math.cbrt(all / WANTED)));
    double[] found = new double[300];
    int length = 0;
    for (int z = 0; z < geometry.sizeZ(); z += stride) {
      for (int y = 0; y < geometry.sizeY(); y += stride) {
        for (int x = 0; x < geometry.sizeX(); x += stride) {
          Vector3 p = geometry.toPatientMm(x, y, z);
          if (target.fieldMm(p.x(), p.y(), p.z()) < 0) {
            if (length + 3 > found.length) {
              found = Arrays.copyOf(found, 2 * found.length);
            }
            found[length++] = p.x();
            found[length++] = p.y();
            found[length++] = p.z();
          }
        }
      }
    }
    return Arrays.copyOf(found, length);
  }
}
