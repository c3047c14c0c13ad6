/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.assistant.numbers;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.recourse.dosimetry.dvh.Dvh;

/**
 * The numbers of one structure. Immutable. What could not be computed is empty, and a finding of
 * the {@link PlanNumbers} says why.
 *
 * @param structure the structure
 * @param volumeCm3 volume by the contours, cm³, inside and outside of the dose grid
 * @param physicalDvh physical dose of the assessed plan
 * @param planEqd2Dvh EQD2 of the assessed plan alone, at the alpha/beta of the structure
 * @param cumulative EQD2 over all courses
 * @param repair what its EQD2 assumes about repair between fractions
 */
public record StructureNumbers(
    StructureState structure,
    OptionalDouble volumeCm3,
    Optional<Dvh> physicalDvh,
    Optional<Dvh> planEqd2Dvh,
    Optional<CumulativeNumbers> cumulative,
    RepairUse repair) {

  public StructureNumbers {
    Objects.requireNonNull(structure, "structure");
    Objects.requireNonNull(volumeCm3, "volumeCm3");
    Objects.requireNonNull(physicalDvh, "physicalDvh");
    Objects.requireNonNull(planEqd2Dvh, "planEqd2Dvh");
    Objects.requireNonNull(cumulative, "cumulative");
    Objects.requireNonNull(repair, "repair");
  }

  /** Makes the numbers of a structure of which nothing could be computed. */
  static StructureNumbers unknown(StructureState structure) {
    return new StructureNumbers(
        structure,
        OptionalDouble.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        RepairUse.COMPLETE);
  }
}
