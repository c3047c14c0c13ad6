/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.dosimetry.dvh;

/** What a structure is between its contour planes, which the contours themselves do not say. */
public enum ShapeConvention {

  /**
   * The shape is interpolated between planes and follows the trend of the contours beyond the last
   * one, to a pole or to a flat end after half a spacing. For contours drawn by people.
   */
  INTERPOLATED,

  /**
   * Every contour is a prism that reaches half way to its neighbours, and half a spacing outwards
   * at an end. For contours that were made from voxels, and to compare with programs that do this.
   */
  PRISMS
}
