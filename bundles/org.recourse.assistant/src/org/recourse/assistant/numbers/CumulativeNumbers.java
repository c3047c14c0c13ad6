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
import java.util.Objects;
import java.util.Optional;
import org.recourse.dosimetry.dvh.Dvh;

/**
 * EQD2 of a structure summed over all courses with dose grids, no recovery discount (convention
 * NONE). Immutable.
 *
 * @param alphaBetaGy alpha/beta of the structure, Gy
 * @param eqd2Dvh dose-volume histogram of the voxel sum, EQD2 Gy
 * @param courses labels of the courses in the sum
 * @param missingCourses labels of the courses without a dose grid, which are not in the sum
 * @param typedMaximum maxima typed for missing courses; empty if none was typed for this structure
 * @param transformIds registrations that the doses of the courses came through
 */
public record CumulativeNumbers(
    double alphaBetaGy,
    Dvh eqd2Dvh,
    List<String> courses,
    List<String> missingCourses,
    Optional<TypedMaximum> typedMaximum,
    List<String> transformIds) {

  public CumulativeNumbers {
    Objects.requireNonNull(eqd2Dvh, "eqd2Dvh");
    Objects.requireNonNull(typedMaximum, "typedMaximum");
    courses = List.copyOf(courses);
    missingCourses = List.copyOf(missingCourses);
    transformIds = List.copyOf(transformIds);
  }
}
