/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.clinical.internal.goals;

import java.util.Optional;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbenchPage;
import org.recourse.model.DoseQuantity;
import org.recourse.model.Structure;
import org.recourse.ui.editor.PlanPages;
import org.recourse.ui.session.CaseSession;
import org.recourse.ui.session.ShownDose;
import org.recourse.ui.session.StructureRows;

/** Leads from a goal to the voxel that decides it. Stateless; UI thread only. */
final class GoalJump {

  private static final String SLICES = "View";

  private GoalJump() {}

  /**
   * Moves the cross-hair to the place of a goal, selects and shows its structure, and shows the
   * dose the goal is about. Returns false for a goal without a place, and then changes nothing.
   */
  static boolean to(GoalRow row, CaseSession session) {
    if (row.numbers().atMm().isEmpty()) {
      return false;
    }
    structure(row, session)
        .ifPresent(
            structure -> {
              session.viewing().setVisible(structure, true);
              session.viewing().select(Optional.of(structure));
            });
    session.viewing().showDose(dose(row.numbers().goal().quantity()));
    session.viewing().moveCrossHair(row.numbers().atMm().get());
    return true;
  }

  private static Optional<Structure> structure(GoalRow row, CaseSession session) {
    return session
        .planWatch()
        .latest()
        .flatMap(numbers -> numbers.structure(row.numbers().goal().structureName()))
        .flatMap(known -> StructureRows.structure(session, known.structure()));
  }

  private static ShownDose dose(DoseQuantity quantity) {
    return switch (quantity) {
      case PHYSICAL -> ShownDose.PHYSICAL;
      case PLAN_EQD2 -> ShownDose.EQD2;
      case CUMULATIVE_EQD2 -> ShownDose.CUMULATIVE_EQD2;
    };
  }

  /** Brings the slices of the active editor to the front. */
  static void showSlices(IWorkbenchPage page) {
    Optional<IEditorPart> editor = Optional.ofNullable(page.getActiveEditor());
    editor
        .map(part -> Adapters.adapt(part, PlanPages.class))
        .ifPresent(
            pages -> {
              pages.showPage(SLICES);
              page.bringToTop(editor.get());
            });
  }
}
