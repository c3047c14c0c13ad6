/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.assistant.numbers;

import java.util.List;

/**
 * Maxima of a structure typed for courses without dose grids, each as EQD2 of its own course, added
 * up. Immutable.
 *
 * <p>The places of the maxima are unknown. Added to the maximum, or to the dose of any volume, of
 * the voxel sum, they give an upper bound: D_v(a + b) ≤ D_v(a) + max(b). Figures other than maxima
 * cannot be added, because D_v(a + b) can be greater than D_v(a) + D_v(b).
 *
 * @param eqd2Gy sum of the typed maxima, EQD2 Gy
 * @param courses labels of their courses
 */
public record TypedMaximum(double eqd2Gy, List<String> courses) {

  public TypedMaximum {
    if (!(eqd2Gy >= 0 && eqd2Gy < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("eqd2Gy must be finite and >= 0: " + eqd2Gy);
    }
    courses = List.copyOf(courses);
  }
}
