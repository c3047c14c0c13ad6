/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.rendering;

import java.util.Objects;
import org.recourse.grid.contour.ContourPlanes;
import org.recourse.grid.contour.ContourSet;

/**
 * The contours of one structure in a scene. Immutable. The section with a plane is kept for as long
 * as the same {@code planes} object is used, so make it once per structure, not per frame.
 *
 * @param planes contours in patient coordinates of the scene
 * @param rgb colour, 0xRRGGBB
 * @param selected whether the line is drawn thicker
 */
public record StructureOutline(ContourPlanes planes, int rgb, boolean selected) {

  /** Thickness of a structure with contours in one plane only, mm. */
  private static final double LONE_PLANE_MM = 1;

  public StructureOutline {
    Objects.requireNonNull(planes, "planes");
  }

  /** Sorts contours into planes, which costs some milliseconds for a large structure. */
  public static StructureOutline of(ContourSet contours, int rgb, boolean selected) {
    return new StructureOutline(ContourPlanes.of(contours, LONE_PLANE_MM), rgb, selected);
  }
}
