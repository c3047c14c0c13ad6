/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.grid.contour;

import java.util.List;
import org.recourse.grid.geometry.AffineTransform;
import org.recourse.grid.geometry.Vector3;

/**
 * All contours of one structure. Immutable. Contours of one plane are combined by exclusive or, so
 * that an inner contour cuts a hole; a keyhole contour gives the same area.
 *
 * @param contours closed contours in any order; may be empty
 */
public record ContourSet(List<PlanarContour> contours) {

  public ContourSet {
    contours = List.copyOf(contours);
  }

  public boolean isEmpty() {
    return contours.isEmpty();
  }

  /** The same contours in another frame of reference. */
  public ContourSet transformed(AffineTransform transform) {
    if (transform.equals(AffineTransform.IDENTITY)) {
      return this;
    }
    return new ContourSet(
        contours.stream().map(contour -> PlanarContour.of(moved(contour, transform))).toList());
  }

  private static double[] moved(PlanarContour contour, AffineTransform transform) {
    double[] xyzMm = contour.xyzMm();
    for (int i = 0; i < xyzMm.length; i += 3) {
      Vector3 p = transform.apply(new Vector3(xyzMm[i], xyzMm[i + 1], xyzMm[i + 2]));
      xyzMm[i] = p.x();
      xyzMm[i + 1] = p.y();
      xyzMm[i + 2] = p.z();
    }
    return xyzMm;
  }
}
