/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.tuning.proposal;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import org.recourse.assistant.numbers.BeamState;
import org.recourse.assistant.numbers.CourseState;
import org.recourse.assistant.numbers.DoseState;
import org.recourse.assistant.numbers.PlanSnapshot;
import org.recourse.assistant.numbers.PlanState;
import org.recourse.assistant.numbers.PrescriptionState;
import org.recourse.model.DoseSummation;

/** Changes parts of a snapshot. Stateless. */
final class Snapshots {

  private static final double FULL_PERCENT = 100;

  private Snapshots() {}

  /** Returns the snapshot with its assessed plan changed. */
  static PlanSnapshot withPlan(PlanSnapshot snapshot, UnaryOperator<PlanState> change) {
    PlanSnapshot.PlanPosition at = snapshot.assessed().orElseThrow();
    List<CourseState> courses = new ArrayList<>(snapshot.courses());
    CourseState course = courses.get(at.course());
    List<PlanState> plans = new ArrayList<>(course.plans());
    plans.set(at.plan(), change.apply(plans.get(at.plan())));
    courses.set(
        at.course(),
        new CourseState(
            course.label(),
            course.kind(),
            course.source(),
            course.startDate(),
            course.endDate(),
            course.site(),
            plans,
            course.typedPrescription(),
            course.typedDoses()));
    return new PlanSnapshot(
        snapshot.revision(),
        snapshot.synthetic(),
        snapshot.patient(),
        snapshot.structures(),
        courses,
        snapshot.assessed(),
        snapshot.goals(),
        snapshot.protocolIds(),
        snapshot.registrations(),
        snapshot.deformations(),
        snapshot.goalsAtUnfavourableEnd(),
        snapshot.images(),
        snapshot.findings());
  }

  static PlanSnapshot withPrescription(
      PlanSnapshot snapshot, UnaryOperator<PrescriptionState> change) {
    return withPlan(
        snapshot,
        plan ->
            new PlanState(
                plan.label(),
                change.apply(plan.prescription()),
                plan.normalisationPercent(),
                plan.beams(),
                plan.doses(),
                plan.importedTotalDoseGy(),
                plan.importedFractionCount(),
                plan.structureSetUid()));
  }

  /** Returns the snapshot with computed doses of beams in the place of all doses of its plan. */
  static PlanSnapshot withBeamDoses(
      PlanSnapshot snapshot, List<PlanEdit.NewBeamDoses.BeamDose> beams) {
    return withPlan(snapshot, plan -> replaced(plan, beams));
  }

  private static PlanState replaced(PlanState plan, List<PlanEdit.NewBeamDoses.BeamDose> beams) {
    List<DoseState> doses =
        beams.stream()
            .map(
                beam ->
                    new DoseState(
                        beam.doseUid(),
                        DoseSummation.BEAM,
                        OptionalInt.of(beam.beamNumber()),
                        beam.frameUid(),
                        false))
            .toList();
    List<BeamState> states =
        plan.beams().stream()
            .map(
                beam ->
                    new BeamState(
                        beam.number(),
                        beam.name(),
                        1,
                        beams.stream().anyMatch(one -> one.beamNumber() == beam.number())))
            .toList();
    return new PlanState(
        plan.label(),
        plan.prescription(),
        FULL_PERCENT,
        states,
        doses,
        plan.prescription().totalDoseGy(),
        plan.prescription().fractionCount(),
        plan.structureSetUid());
  }

  static PlanState withBeams(PlanState plan, List<BeamState> beams) {
    return new PlanState(
        plan.label(),
        plan.prescription(),
        plan.normalisationPercent(),
        beams,
        plan.doses(),
        plan.importedTotalDoseGy(),
        plan.importedFractionCount(),
        plan.structureSetUid());
  }
}
