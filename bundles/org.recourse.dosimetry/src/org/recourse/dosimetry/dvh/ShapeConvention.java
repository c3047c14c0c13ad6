/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.dosimetry.dvh;

import org.recourse.grid.contour.ContourPlanes;

/** What a structure is between its contour planes, which the contours themselves do not say. */
public enum ShapeConvention {

  /**
   * The shape is interpolated between planes and follows the trend of the contours beyond the last
   * one, to a pole or to a flat end after half a spacing. For contours drawn by people.
   */
  INTERPOLATED("interpolated between contours"),

  /**
   * Every contour is a prism that reaches half way to its neighbours, and half a spacing outwards
   * at an end. For contours that were made from voxels, and to compare with programs that do this.
   */
  PRISMS("prisms along the edges of voxels");

  private final String text;

  ShapeConvention(String text) {
    this.text = text;
  }

  /** A few words for a report. */
  public String text() {
    return text;
  }

  /**
   * Returns the convention that the contours themselves show: {@link #PRISMS} where every edge of
   * every contour follows the edges of voxels of one lattice, with steps; otherwise {@link
   * #INTERPOLATED}. To round such stairs between slices would invent a shape that nobody drew.
   */
  public static ShapeConvention shownBy(ContourPlanes planes) {
    return VoxelStairs.form(planes) ? PRISMS : INTERPOLATED;
  }
}
