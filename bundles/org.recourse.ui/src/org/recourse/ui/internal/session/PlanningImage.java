/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.internal.session;

import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.recourse.model.ImageRole;
import org.recourse.model.ImageSeries;
import org.recourse.model.PatientCase;

/** Finds the image on which the slices are first shown. Stateless. */
public final class PlanningImage {

  private PlanningImage() {}

  /** The planning CT, else any CT, else the first image with slices; empty if there is none. */
  public static Optional<ImageSeries> of(PatientCase patientCase) {
    return Stream.of(
            withRole(patientCase, ImageRole.PLANNING_CT),
            withRole(patientCase, ImageRole.CT),
            patientCase.getImageSeries().stream())
        .flatMap(series -> series)
        .filter(series -> Objects.nonNull(series.getSeriesInstanceUid()))
        .findFirst();
  }

  private static Stream<ImageSeries> withRole(PatientCase patientCase, ImageRole role) {
    return patientCase.getImageSeries().stream().filter(series -> series.getRole() == role);
  }
}
