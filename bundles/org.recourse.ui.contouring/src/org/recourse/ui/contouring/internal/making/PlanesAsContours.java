/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.contouring.internal.making;

import java.util.ArrayList;
import java.util.List;
import org.recourse.grid.contour.ContourPlane;
import org.recourse.grid.contour.ContourPlanes;
import org.recourse.grid.contour.ContourSet;
import org.recourse.grid.contour.PlanarContour;
import org.recourse.grid.geometry.Vector3;

/** Grouped contours as a set again. Stateless. */
final class PlanesAsContours {

  private PlanesAsContours() {}

  static ContourSet of(ContourPlanes planes) {
    List<PlanarContour> contours = new ArrayList<>();
    for (ContourPlane plane : planes.planes()) {
      Vector3 originMm = planes.axes().z().times(plane.positionMm());
      for (int i = 0; i < plane.region().loopCount(); i++) {
        double[] uvMm = plane.region().loopUvMm(i);
        double[] xyzMm = new double[uvMm.length / 2 * 3];
        for (int k = 0; k < uvMm.length / 2; k++) {
          Vector3 point =
              originMm
                  .plus(planes.axes().x().times(uvMm[2 * k]))
                  .plus(planes.axes().y().times(uvMm[2 * k + 1]));
          xyzMm[3 * k] = point.x();
          xyzMm[3 * k + 1] = point.y();
          xyzMm[3 * k + 2] = point.z();
        }
        contours.add(PlanarContour.of(xyzMm));
      }
    }
    return new ContourSet(contours);
  }
}
