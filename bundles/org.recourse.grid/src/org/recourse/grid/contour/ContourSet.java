/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.grid.contour;

import java.util.List;

/**
 * All contours of one structure. Immutable. Contours of one plane are combined by exclusive or, so
 * that an inner contour cuts a hole; a keyhole contour gives the same area.
 *
 * @param contours closed contours in any order; may be empty
 */
public record ContourSet(List<PlanarContour> contours) {

  public ContourSet {
    contours = List.copyOf(contours);
  }

  public boolean isEmpty() {
    return contours.isEmpty();
  }
}
