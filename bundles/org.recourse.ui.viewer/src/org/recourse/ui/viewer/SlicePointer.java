/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.viewer;

import java.util.Objects;
import org.recourse.grid.geometry.Vector3;
import org.recourse.rendering.SlicePlane;

/**
 * Where the pointer is on a slice. Immutable.
 *
 * @param plane the slice
 * @param pointMm patient position under the pointer, frame of the plan
 * @param mmPerPixel size of a logical pixel on the screen, for catching distances
 * @param shift whether Shift is held
 * @param control whether Ctrl (Command on a Mac) is held
 */
public record SlicePointer(
    SlicePlane plane, Vector3 pointMm, double mmPerPixel, boolean shift, boolean control) {

  public SlicePointer {
    Objects.requireNonNull(plane, "plane");
    Objects.requireNonNull(pointMm, "pointMm");
  }

  /** Plane coordinate to the right, mm. */
  public double uMm() {
    return plane.uMm(pointMm);
  }

  /** Plane coordinate downwards, mm. */
  public double vMm() {
    return plane.vMm(pointMm);
  }
}
