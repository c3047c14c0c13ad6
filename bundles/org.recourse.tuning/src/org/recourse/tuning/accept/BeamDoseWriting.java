/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.tuning.accept;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Objects;
import org.eclipse.core.runtime.IProgressMonitor;
import org.recourse.assistant.planning.RefilledPlan;
import org.recourse.dicom.DicomReadException;
import org.recourse.dicom.DicomWriteException;
import org.recourse.tuning.proposal.PlanEdit;

/** Writes the beam doses of a proposal into the case folder; may be used in the background. */
public final class BeamDoseWriting {

  private final PlanEdit.NewBeamDoses doses;
  private final RefilledPlan plan;

  BeamDoseWriting(PlanEdit.NewBeamDoses doses, RefilledPlan plan) {
    this.doses = Objects.requireNonNull(doses, "doses");
    this.plan = Objects.requireNonNull(plan, "plan");
  }

  /**
   * Writes plan and doses.
   *
   * @param date of the objects
   * @throws org.eclipse.core.runtime.OperationCanceledException if the monitor is cancelled; then
   *     nothing is left
   */
  public RefilledPlan.Written write(LocalDate date, IProgressMonitor monitor)
      throws DicomWriteException, DicomReadException, IOException {
    return plan.write(
        doses.outcome(),
        doses.beams().stream().map(PlanEdit.NewBeamDoses.BeamDose::beamNumber).toList(),
        date,
        monitor);
  }
}
