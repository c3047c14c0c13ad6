/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.phantom.internal.dose;

import org.recourse.grid.geometry.Vector3;

/** Position of a point in a beam; holds the last point projected. Not thread-safe. */
final class Projection {

  private final Vector3 isocentreMm;
  private final double cos;
  private final double sin;
  private double u;
  private double v;
  private double t;

  Projection(BeamGeometry beam) {
    isocentreMm = beam.isocentreMm();
    cos = beam.acrossDirection().x();
    sin = beam.acrossDirection().y();
  }

  void project(Vector3 pointMm) {
    double x = pointMm.x() - isocentreMm.x();
    double y = pointMm.y() - isocentreMm.y();
    t = y * cos - x * sin;
    double toIsocentrePlane = 1 / (1 + t / BeamGeometry.SOURCE_AXIS_MM);
    u = (x * cos + y * sin) * toIsocentrePlane;
    v = (pointMm.z() - isocentreMm.z()) * toIsocentrePlane;
  }

  /** Position across the field at the isocentre plane, mm. */
  double u() {
    return u;
  }

  /** Position along the patient axis at the isocentre plane, mm. */
  double v() {
    return v;
  }

  /** Distance behind the isocentre plane along the central ray, mm. */
  double t() {
    return t;
  }
}
