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
 * A ball; its field is the exact signed distance.
 *
 * @param centreMm centre
 * @param radiusMm radius, greater than 0
 */
public record Ball(Vector3 centreMm, double radiusMm) implements Solid {

  public Ball {
    Objects.requireNonNull(centreMm, "centreMm");
    if (!(radiusMm > 0)) {
      throw new IllegalArgumentException("radiusMm must be > 0: " + radiusMm);
    }
  }

  @Override
  public double fieldMm(double xMm, double yMm, double zMm) {
    double dx = xMm - centreMm.x();
    double dy = yMm - centreMm.y();
    double dz = zMm - centreMm.z();
    return Math.sqrt(dx * dx + dy * dy + dz * dz) - radiusMm;
  }

  @Override
  public Box bounds() {
    return Box.around(centreMm, radiusMm, radiusMm, radiusMm);
  }
}
