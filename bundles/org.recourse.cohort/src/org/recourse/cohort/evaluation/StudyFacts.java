/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cohort.evaluation;

/**
 * What the program knows about a study when it fills the reporting sheets.
 *
 * @param synthetic whether the patients are made up
 * @param multiCentre whether they come from more than one centre
 * @param readersCompared whether unstable features were removed by agreement between readers
 * @param harmonised whether centres were harmonised
 * @param network whether a network reads voxels itself
 * @param internalTest whether patients of the same centres were kept for testing
 * @param externalTest whether patients of other centres were kept for testing
 * @param clinicalComparison whether a clinical model was compared
 * @param cutOff whether risk groups by a cut-off were looked at
 * @param audited whether a leakage audit was run
 */
public record StudyFacts(
    boolean synthetic,
    boolean multiCentre,
    boolean readersCompared,
    boolean harmonised,
    boolean network,
    boolean internalTest,
    boolean externalTest,
    boolean clinicalComparison,
    boolean cutOff,
    boolean audited) {

  /** Reads from a cohort what it shows by itself. */
  public static StudyFacts of(
      PreparedCohort cohort,
      String trainingSplit,
      boolean harmonised,
      boolean network,
      boolean clinicalComparison,
      boolean cutOff,
      boolean audited) {
    var training = cohort.patients().split(trainingSplit);
    var known =
        training.patients().stream()
            .map(p -> p.centre())
            .collect(java.util.stream.Collectors.toSet());
    boolean internal = false;
    boolean external = false;
    for (var patient : cohort.patients().patients()) {
      boolean tested = !patient.split().equals(trainingSplit);
      internal |= tested && known.contains(patient.centre());
      external |= tested && !known.contains(patient.centre());
    }
    return new StudyFacts(
        cohort.synthetic(),
        cohort.patients().patients().stream().map(p -> p.centre()).distinct().count() > 1,
        !cohort.readings().isEmpty(),
        harmonised,
        network,
        internal,
        external,
        clinicalComparison,
        cutOff,
        audited);
  }
}
