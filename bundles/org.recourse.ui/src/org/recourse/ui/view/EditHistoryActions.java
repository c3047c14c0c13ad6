/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.view;

import java.util.List;
import java.util.Optional;
import org.eclipse.emf.edit.domain.EditingDomain;
import org.eclipse.ui.IActionBars;
import org.recourse.ui.session.CaseSession;

/**
 * Makes the global Undo and Redo of one part act on the edits of the current case. UI thread only.
 */
public final class EditHistoryActions {

  private final List<EditHistoryAction> actions =
      List.of(
          new EditHistoryAction(EditHistoryAction.Direction.UNDO),
          new EditHistoryAction(EditHistoryAction.Direction.REDO));

  public void install(IActionBars bars) {
    actions.forEach(action -> bars.setGlobalActionHandler(action.getId(), action));
    bars.updateActionBars();
  }

  public void follow(Optional<CaseSession> session) {
    actions.forEach(
        action ->
            action.follow(
                session.map(CaseSession::editingDomain).map(EditingDomain::getCommandStack)));
  }
}
