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
 * All points within a radius of a straight line from one point to another; its field is the exact
 * signed distance.
 *
 * @param fromMm one end of the line
 * @param toMm the other end
 * @param radiusMm radius, greater than 0
 */
public record Capsule(Vector3 fromMm, Vector3 toMm, double radiusMm) implements Solid {

  public Capsule {
    Objects.requireNonNull(fromMm, "fromMm");
    if (!(radiusMm > 0) || !(fromMm.distanceTo(toMm) > 0)) {
      throw new IllegalArgumentException(
          "a capsule needs a length and a radius > 0: " + fromMm + " " + toMm + " " + radiusMm);
    }
  }

  /** Returns a tube through several points. */
  public static Solid chain(double radiusMm, Vector3... pointsMm) {
    Solid[] parts = new Solid[pointsMm.length - 1];
    for (int i = 0; i < parts.length; i++) {
      parts[i] = new Capsule(pointsMm[i], pointsMm[i + 1], radiusMm);
    }
    return Solid.union(parts);
  }

  @Override
  public double fieldMm(double xMm, double yMm, double zMm) {
    double px = xMm - fromMm.x();
    double py = yMm - fromMm.y();
    double pz = zMm - fromMm.z();
    double ax = toMm.x() - fromMm.x();
    double ay = toMm.y() - fromMm.y();
    double az = toMm.z() - fromMm.z();
    double along = (px * ax + py * ay + pz * az) / (ax * ax + ay * ay + az * az);
    double t = Math.clamp(along, 0, 1);
    double dx = px - t * ax;
    double dy = py - t * ay;
    double dz = pz - t * az;
    return Math.sqrt(dx * dx + dy * dy + dz * dz) - radiusMm;
  }

  @Override
  public Box bounds() {
    return new Box(fromMm, fromMm).with(new Box(toMm, toMm)).grownBy(radiusMm);
  }
}
