/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.assistant.numbers;

import java.util.OptionalInt;
import org.recourse.model.DoseDistribution;
import org.recourse.model.DoseSummation;

/**
 * A dose grid of a plan. Immutable.
 *
 * @param uid SOP Instance UID of the RTDOSE object
 * @param summation what the grid sums
 * @param beamNumber number of the beam of a beam dose
 * @param frameUid frame of reference of the grid
 * @param relative true if the grid is not in Gy
 */
public record DoseState(
    String uid,
    DoseSummation summation,
    OptionalInt beamNumber,
    String frameUid,
    boolean relative) {

  /** Which dose it is, for people. */
  String words() {
    return beamNumber.isPresent() ? "dose of beam " + beamNumber.getAsInt() : "dose of the plan";
  }

  static DoseState of(DoseDistribution dose) {
    return new DoseState(
        dose.getReference() == null ? "" : Texts.of(dose.getReference().getSopInstanceUid()),
        dose.getSummation(),
        dose.getBeam() == null ? OptionalInt.empty() : OptionalInt.of(dose.getBeam().getNumber()),
        dose.getFrameOfReference() == null ? "" : Texts.of(dose.getFrameOfReference().getUid()),
        dose.isRelative());
  }
}
