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
 * An ellipsoid along the patient axes. With k0 = |p/r| and k1 = |p/r²| its field is k0·(k0 − 1)/k1,
 * the distance to first order: exact on the surface and for equal half axes.
 *
 * @param centreMm centre
 * @param halfAxesMm half axes, each greater than 0
 */
public record Ellipsoid(Vector3 centreMm, Vector3 halfAxesMm) implements Solid {

  public Ellipsoid {
    Objects.requireNonNull(centreMm, "centreMm");
    if (!(halfAxesMm.x() > 0 && halfAxesMm.y() > 0 && halfAxesMm.z() > 0)) {
      throw new IllegalArgumentException("half axes must be > 0: " + halfAxesMm);
    }
  }

  /** Returns the ellipsoid with this centre and these half axes. */
  public static Ellipsoid of(
      double xMm, double yMm, double zMm, double halfXMm, double halfYMm, double halfZMm) {
    return new Ellipsoid(new Vector3(xMm, yMm, zMm), new Vector3(halfXMm, halfYMm, halfZMm));
  }

  @Override
  public double fieldMm(double xMm, double yMm, double zMm) {
    double x = (xMm - centreMm.x()) / halfAxesMm.x();
    double y = (yMm - centreMm.y()) / halfAxesMm.y();
    double z = (zMm - centreMm.z()) / halfAxesMm.z();
    double k0 = Math.sqrt(x * x + y * y + z * z);
    double gx = x / halfAxesMm.x();
    double gy = y / halfAxesMm.y();
    double gz = z / halfAxesMm.z();
    double k1 = Math.sqrt(gx * gx + gy * gy + gz * gz);
    // At the centre the quotient tends to minus a half axis that depends on the direction.
    return k1 > 1e-9 ? k0 * (k0 - 1) / k1 : -smallestHalfAxisMm();
  }

  private double smallestHalfAxisMm() {
    return Math.min(halfAxesMm.x(), Math.min(halfAxesMm.y(), halfAxesMm.z()));
  }

  @Override
  public Box bounds() {
    return Box.around(centreMm, halfAxesMm.x(), halfAxesMm.y(), halfAxesMm.z());
  }
}
