/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.phantom.solid;

import java.util.Objects;
import org.recourse.grid.geometry.Vector3;

/**
 * A column along z with an elliptic section; the field of its side is the distance to first order,
 * like that of {@link Ellipsoid}.
 *
 * @param centreMm centre
 * @param halfXMm half axis along x, greater than 0
 * @param halfYMm half axis along y, greater than 0
 * @param halfHeightMm half of the height, greater than 0
 */
public record EllipticColumn(Vector3 centreMm, double halfXMm, double halfYMm, double halfHeightMm)
    implements Solid {

  public EllipticColumn {
    Objects.requireNonNull(centreMm, "centreMm");
    if (!(halfXMm > 0 && halfYMm > 0 && halfHeightMm > 0)) {
      throw new IllegalArgumentException(
          "sizes must be > 0: " + halfXMm + " " + halfYMm + " " + halfHeightMm);
    }
  }

  @Override
  public double fieldMm(double xMm, double yMm, double zMm) {
    double x = (xMm - centreMm.x()) / halfXMm;
    double y = (yMm - centreMm.y()) / halfYMm;
    double k0 = Math.sqrt(x * x + y * y);
    double k1 = Math.sqrt(x * x / (halfXMm * halfXMm) + y * y / (halfYMm * halfYMm));
    double side = k1 > 1e-9 ? k0 * (k0 - 1) / k1 : -Math.min(halfXMm, halfYMm);
    return Math.max(side, Math.abs(zMm - centreMm.z()) - halfHeightMm);
  }

  @Override
  public Box bounds() {
    return Box.around(centreMm, halfXMm, halfYMm, halfHeightMm);
  }
}
