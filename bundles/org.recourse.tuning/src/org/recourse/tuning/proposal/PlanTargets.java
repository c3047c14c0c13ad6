/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.tuning.proposal;

import java.util.List;
import java.util.Optional;
import org.recourse.assistant.numbers.PlanNumbers;
import org.recourse.assistant.numbers.PlanState;
import org.recourse.assistant.numbers.StructureNumbers;
import org.recourse.assistant.numbers.StructureState;
import org.recourse.model.StructureType;

/** Picks the targets of a plan. Stateless. */
public final class PlanTargets {

  private PlanTargets() {}

  /**
   * Returns the planning target volume the dose is prescribed to; without such a name every one of
   * them.
   */
  public static List<StructureNumbers> planning(PlanNumbers numbers) {
    String prescribed =
        numbers.snapshot().assessedPlan().map(plan -> plan.prescription().targetName()).orElse("");
    List<StructureNumbers> all = ofType(numbers, StructureType.PTV);
    Optional<StructureNumbers> main =
        all.stream()
            .filter(s -> !prescribed.isEmpty() && s.structure().isNamed(prescribed))
            .findFirst();
    return main.map(List::of).orElse(all);
  }

  /** Returns the gross tumour volumes of the structure set of the plan. */
  public static List<StructureNumbers> gross(PlanNumbers numbers) {
    return ofType(numbers, StructureType.GTV);
  }

  private static List<StructureNumbers> ofType(PlanNumbers numbers, StructureType type) {
    return numbers.structures().stream()
        .filter(s -> s.structure().type() == type)
        .filter(s -> s.physicalDvh().isPresent())
        .toList();
  }

  /** Returns the prescribed dose of the assessed plan, Gy, if it is known and above 0. */
  public static Optional<Double> prescribedGy(PlanNumbers numbers) {
    return numbers
        .snapshot()
        .assessedPlan()
        .map(PlanState::prescription)
        .filter(prescription -> prescription.totalDoseGy().isPresent())
        .map(prescription -> prescription.totalDoseGy().getAsDouble())
        .filter(doseGy -> doseGy > 0);
  }

  /** Returns whether a structure is the mucosa of the nasopharynx, by its name. */
  static boolean isMucosa(StructureState structure) {
    return (structure.name() + " " + structure.tg263Name())
        .toLowerCase(java.util.Locale.ROOT)
        .contains("mucosa");
  }
}
