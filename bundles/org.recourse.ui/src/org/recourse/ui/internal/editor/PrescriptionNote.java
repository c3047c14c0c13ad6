/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.internal.editor;

import org.recourse.model.DoseSummation;
import org.recourse.model.Plan;
import org.recourse.model.Prescription;
import org.recourse.ui.widget.NumberText;

/** Says in words how the shown dose follows from the imported one. Stateless. */
final class PrescriptionNote {

  private PrescriptionNote() {}

  static String of(Plan plan) {
    if (plan.getDoses().stream().noneMatch(dose -> dose.getSummation() != DoseSummation.OTHER)) {
      return "This plan has no dose grid. Its prescription is kept, but no dose is shown.";
    }
    if (!plan.isSetImportedTotalDoseGy() || !plan.isSetImportedFractionCount()) {
      return "It is not known for which prescription the dose grid was computed, so edits of the"
          + " total dose do not scale it.";
    }
    String imported =
        "The dose grid was computed for "
            + NumberText.editable(plan.getImportedTotalDoseGy(), 1)
            + " Gy in "
            + plan.getImportedFractionCount()
            + " fractions";
    Prescription now = plan.getPrescription();
    if (!now.isSetTotalDoseGy() || now.getTotalDoseGy() == plan.getImportedTotalDoseGy()) {
      return imported + " and is shown for this total dose.";
    }
    return imported
        + " and is shown multiplied by "
        + NumberText.fixed(now.getTotalDoseGy() / plan.getImportedTotalDoseGy(), 4)
        + " for the total dose above.";
  }
}
