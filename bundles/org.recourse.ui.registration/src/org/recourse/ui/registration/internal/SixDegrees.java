/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.registration.internal;

import org.recourse.grid.geometry.Vector3;
import org.recourse.registration.transform.RigidTransform;

/** A rigid transform as six numbers of the window: millimetres, then degrees. Stateless. */
final class SixDegrees {

  static final int COUNT = 6;

  private static final String[] LABELS = {
    "Shift to left",
    "Shift to back",
    "Shift to head",
    "Turn about L",
    "Turn about P",
    "Turn about H"
  };

  private SixDegrees() {}

  static String label(int degree) {
    return LABELS[degree];
  }

  static boolean isAngle(int degree) {
    return degree >= 3;
  }

  /** Returns the same rotation and shift about another centre. */
  static RigidTransform about(RigidTransform transform, Vector3 centreMm) {
    return RigidTransform.of(transform.matrix(), centreMm);
  }

  static double get(RigidTransform transform, int degree) {
    Vector3 v =
        isAngle(degree) ? transform.rotationRad().times(180 / Math.PI) : transform.shiftMm();
    return switch (degree % 3) {
      case 0 -> v.x();
      case 1 -> v.y();
      default -> v.z();
    };
  }

  static RigidTransform with(RigidTransform transform, int degree, double value) {
    if (isAngle(degree)) {
      return new RigidTransform(
          replaced(transform.rotationRad(), degree % 3, Math.toRadians(value)),
          transform.shiftMm(),
          transform.centreMm());
    }
    return new RigidTransform(
        transform.rotationRad(),
        replaced(transform.shiftMm(), degree, value),
        transform.centreMm());
  }

  private static Vector3 replaced(Vector3 v, int axis, double value) {
    return new Vector3(
        axis == 0 ? value : v.x(), axis == 1 ? value : v.y(), axis == 2 ? value : v.z());
  }
}
