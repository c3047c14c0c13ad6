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
import java.util.function.Function;

/** A part of a snapshot that an edit may change: a source of the graph of derived numbers. */
public enum SnapshotPart {
  /** Which plan is assessed. */
  ASSESSED(PlanSnapshot::assessed),
  /** Weights of the beams and which are switched on. */
  BEAMS(snapshot -> snapshot.assessedPlan().map(PlanState::beams)),
  /** Dose grids of the plan, and for what they were computed. */
  DOSE_GRIDS(
      snapshot ->
          snapshot
              .assessedPlan()
              .map(
                  plan ->
                      List.of(
                          plan.doses(), plan.importedTotalDoseGy(), plan.importedFractionCount()))),
  /** Normalisation and prescribed total dose, which scale the dose. */
  SCALE(
      snapshot ->
          snapshot
              .assessedPlan()
              .map(
                  plan -> List.of(plan.normalisationPercent(), plan.prescription().totalDoseGy()))),
  /** Fractions, their spread over the day, and all other courses. */
  COURSES(PlanSnapshot::courses),
  /** Contours and tissues. */
  STRUCTURES(PlanSnapshot::structures),
  /** Transforms between frames, rigid and deformable. */
  REGISTRATIONS(snapshot -> List.of(snapshot.registrations(), snapshot.deformations())),
  /** Image series. */
  IMAGES(PlanSnapshot::images),
  /** Clinical facts, and whether the case is synthetic. */
  PATIENT(snapshot -> List.of(snapshot.patient(), snapshot.synthetic())),
  /** Clinical goals, and whether they are judged at the unfavourable end of the bands. */
  GOALS(snapshot -> List.of(snapshot.goals(), snapshot.goalsAtUnfavourableEnd())),
  /** Chosen protocols. */
  PROTOCOLS(PlanSnapshot::protocolIds);

  private final Function<PlanSnapshot, Object> reading;

  SnapshotPart(Function<PlanSnapshot, Object> reading) {
    this.reading = reading;
  }

  /** Returns the part, equal by content: two snapshots with equal parts give equal numbers. */
  Object of(PlanSnapshot snapshot) {
    return reading.apply(snapshot);
  }
}
