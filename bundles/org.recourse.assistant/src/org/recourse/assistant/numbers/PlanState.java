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
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.recourse.model.Plan;

/**
 * A plan as it was when the snapshot was taken. Immutable.
 *
 * @param label name for people
 * @param prescription what is prescribed
 * @param normalisationPercent factor on every dose, percent; 100 is the imported plan
 * @param beams beams in the order of the plan
 * @param doses dose grids of the plan
 * @param importedTotalDoseGy prescribed total dose for which the grids were computed
 * @param importedFractionCount fractions for which the grids were computed
 * @param structureSetUid structures the plan was made on; empty text if unknown
 */
public record PlanState(
    String label,
    PrescriptionState prescription,
    double normalisationPercent,
    List<BeamState> beams,
    List<DoseState> doses,
    OptionalDouble importedTotalDoseGy,
    OptionalInt importedFractionCount,
    String structureSetUid) {

  public PlanState {
    beams = List.copyOf(beams);
    doses = List.copyOf(doses);
  }

  static PlanState of(Plan plan) {
    return new PlanState(
        Texts.of(plan.getLabel()),
        PrescriptionState.of(plan.getPrescription()),
        plan.getNormalisationPercent(),
        plan.getBeams().stream().map(BeamState::of).toList(),
        plan.getDoses().stream().map(DoseState::of).toList(),
        plan.isSetImportedTotalDoseGy()
            ? OptionalDouble.of(plan.getImportedTotalDoseGy())
            : OptionalDouble.empty(),
        plan.isSetImportedFractionCount()
            ? OptionalInt.of(plan.getImportedFractionCount())
            : OptionalInt.empty(),
        plan.getStructureSet() == null || plan.getStructureSet().getReference() == null
            ? ""
            : Texts.of(plan.getStructureSet().getReference().getSopInstanceUid()));
  }
}
