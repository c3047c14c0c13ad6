/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.grid.contour;

/**
 * The contours of one plane, and the slab for which they stand. Immutable.
 *
 * @param positionMm distance of the plane from the patient origin along the common normal
 * @param fromMm lower limit of the slab, half way to the plane below or half a spacing
 * @param toMm upper limit of the slab
 * @param joinedBelow whether the structure goes on to the plane below
 * @param joinedAbove whether the structure goes on to the plane above
 * @param region area inside the contours
 */
public record ContourPlane(
    double positionMm,
    double fromMm,
    double toMm,
    boolean joinedBelow,
    boolean joinedAbove,
    PlanarRegion region) {

  public double thicknessMm() {
    return toMm - fromMm;
  }
}
