/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.assistant.bands;

import java.util.List;
import java.util.Optional;
import org.recourse.assistant.numbers.GoalState;
import org.recourse.assistant.numbers.StructureState;
import org.recourse.grid.finding.Finding;

/**
 * The intervals of one revision of a plan: computed after its numbers, from the same snapshot.
 * Immutable.
 *
 * <p>Two are given for every number. The worst case looks every point up within the ellipsoid of
 * each earlier course, one course independently of the other, and so also bounds rotations and
 * local errors of that size. The sampled distribution shifts each course as a whole, normally
 * distributed with half a semi-axis as standard deviation within the ellipsoid; rotations are not
 * sampled.
 *
 * @param revision revision of the plan
 * @param samples drawn shifts
 * @param transformIds registrations that earlier doses came through
 * @param structures those with cumulative EQD2, in the order of the numbers
 * @param goals goals on cumulative EQD2, of the case and then of its protocols
 * @param risks models that ask for cumulative EQD2
 * @param findings reservations
 */
public record UncertaintyBands(
    long revision,
    int samples,
    List<String> transformIds,
    List<StructureBand> structures,
    List<GoalBand> goals,
    List<RiskBand> risks,
    List<Finding> findings) {

  public UncertaintyBands {
    transformIds = List.copyOf(transformIds);
    structures = List.copyOf(structures);
    goals = List.copyOf(goals);
    risks = List.copyOf(risks);
    findings = List.copyOf(findings);
  }

  /** No course comes through a registration, so nothing is uncertain by one. */
  public static UncertaintyBands none(long revision) {
    return new UncertaintyBands(revision, 0, List.of(), List.of(), List.of(), List.of(), List.of());
  }

  /** Returns the interval of a structure. */
  public Optional<StructureBand> structure(StructureState structure) {
    return structures.stream()
        .filter(
            band ->
                band.structure().structureSetUid().equals(structure.structureSetUid())
                    && band.structure().roiNumber() == structure.roiNumber())
        .findFirst();
  }

  /** Returns the interval of a goal. */
  public Optional<GoalBand> goal(GoalState goal, boolean recovered) {
    return goals.stream()
        .filter(band -> band.recovered() == recovered && band.goal().equals(goal))
        .findFirst();
  }

  /** Returns the interval of the answer of a risk model. */
  public Optional<RiskBand> risk(String modelId) {
    return risks.stream().filter(band -> band.modelId().equals(modelId)).findFirst();
  }
}
