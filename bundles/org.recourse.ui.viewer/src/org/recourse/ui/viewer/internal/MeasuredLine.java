/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.viewer.internal;

import java.util.Objects;
import org.recourse.grid.geometry.Vector3;
import org.recourse.rendering.Orientation;
import org.recourse.rendering.SlicePlane;

/**
 * A line drawn on a slice. Immutable.
 *
 * @param orientation the view in which it was drawn
 * @param fromMm start, patient LPS in the frame of the plan
 * @param toMm end
 */
record MeasuredLine(Orientation orientation, Vector3 fromMm, Vector3 toMm) {

  private static final double SAME_PLANE_MM = 0.01;

  MeasuredLine {
    Objects.requireNonNull(orientation, "orientation");
    Objects.requireNonNull(fromMm, "fromMm");
    Objects.requireNonNull(toMm, "toMm");
  }

  double lengthMm() {
    return fromMm.distanceTo(toMm);
  }

  /** The point at a fraction of the way: 0 is the start, 1 the end. */
  Vector3 pointMm(double fraction) {
    return fromMm.plus(toMm.minus(fromMm).times(fraction));
  }

  /** Whether the line lies in a plane; on other slices it is not drawn. */
  boolean isOn(SlicePlane plane) {
    return plane.orientation() == orientation
        && Math.abs(fromMm.dot(orientation.normal()) - plane.positionMm()) < SAME_PLANE_MM;
  }
}
