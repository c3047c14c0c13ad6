/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.phantom.necrosis;

import java.util.List;
import java.util.Objects;
import org.recourse.grid.contour.ContourSet;
import org.recourse.grid.volume.DoseGrid;
import org.recourse.grid.volume.ImageVolume;

/**
 * One synthetic patient. Immutable.
 *
 * @param id name that says that it is synthetic
 * @param images T1, T1 with contrast, T2, in this order, in the frame of the dose
 * @param target planning target volume of the nasopharynx
 * @param dose physical dose of the planned course
 * @param fractionCount its fractions
 * @param prescribedGy its prescription
 * @param trueProbabilityFraction probability of the outcome by the formula of {@link
 *     NecrosisCohort}
 * @param event whether the outcome was drawn
 */
public record NecrosisPatient(
    String id,
    List<ImageVolume> images,
    ContourSet target,
    DoseGrid dose,
    int fractionCount,
    double prescribedGy,
    double trueProbabilityFraction,
    boolean event) {

  public NecrosisPatient {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(target, "target");
    Objects.requireNonNull(dose, "dose");
    images = List.copyOf(images);
  }
}
