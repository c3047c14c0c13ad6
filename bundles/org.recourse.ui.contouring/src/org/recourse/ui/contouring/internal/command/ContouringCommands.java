/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.contouring.internal.command;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.widgets.Shell;
import org.recourse.grid.contour.ContourSet;
import org.recourse.model.Structure;
import org.recourse.ui.contouring.internal.edit.ContourEdits;
import org.recourse.ui.contouring.internal.making.MakeStructureDialog;
import org.recourse.ui.contouring.internal.making.NewStructureDialog;
import org.recourse.ui.contouring.internal.masks.ImportMasksDialog;
import org.recourse.ui.contouring.internal.readers.ReadersDialog;
import org.recourse.ui.contouring.internal.tool.Contouring;
import org.recourse.ui.contouring.internal.tool.ContouringAction;
import org.recourse.ui.contouring.internal.write.StructureWriting;
import org.recourse.ui.session.CaseSession;

/** Performs the actions on one case. UI thread only. */
public final class ContouringCommands {

  private final CaseSession session;
  private final Shell shell;

  public ContouringCommands(CaseSession session, Shell shell) {
    this.session = Objects.requireNonNull(session, "session");
    this.shell = Objects.requireNonNull(shell, "shell");
  }

  /**
   * Performs an action.
   *
   * @param contouring drawing on the slices of the case, if its page is open
   */
  public void perform(ContouringAction action, Optional<Contouring> contouring) {
    switch (action) {
      case BRUSH, ERASER, POLYGON, FREEHAND ->
          contouring.ifPresent(c -> action.tool().ifPresent(c::toggle));
      case INTERPOLATE -> contouring.ifPresent(Contouring::fillBetween);
      case COPY_TO_NEXT -> contouring.ifPresent(c -> c.copy(1));
      case COPY_TO_PREVIOUS -> contouring.ifPresent(c -> c.copy(-1));
      case CLEAR_SLICE -> contouring.ifPresent(Contouring::clearSlice);
      case NEW_STRUCTURE -> newStructure();
      case MAKE_STRUCTURE -> new MakeStructureDialog(shell, session).open();
      case IMPORT_MASKS -> new ImportMasksDialog(shell, session).open();
      case COMPARE_READERS -> new ReadersDialog(shell, session).open();
      case WRITE_STRUCTURES -> new StructureWriting(session, shell).ask();
    }
  }

  private void newStructure() {
    var dialog = new NewStructureDialog(shell, session);
    if (dialog.open() == Window.OK) {
      Optional<Structure> made =
          dialog
              .wanted()
              .flatMap(
                  wanted ->
                      new ContourEdits(session)
                          .create(wanted, new ContourSet(List.of())));
      if (made.isEmpty()) {
        MessageDialog.openInformation(
            shell,
            "New Structure",
            "The case has no image, so a structure would have no place. Import the planning CT.");
      }
    }
  }
}
