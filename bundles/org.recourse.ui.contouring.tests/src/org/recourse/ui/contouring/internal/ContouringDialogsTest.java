/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.contouring.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.ui.contouring.internal.making.MakeStructureDialog;
import org.recourse.ui.contouring.internal.making.NewStructureDialog;
import org.recourse.ui.contouring.internal.masks.ImportMasksDialog;
import org.recourse.ui.contouring.internal.readers.ReadersDialog;
import org.recourse.ui.session.CaseSession;

/** Every dialog opens in a case as it is after opening; needs a display such as Xvfb. */
class ContouringDialogsTest {

  @TempDir private Path temporary;
  private SliceExecutor executor;
  private CaseSession session;
  private Shell shell;

  @BeforeEach
  void open() throws Exception {
    Assumptions.assumeTrue(
        System.getenv("DISPLAY") != null, "skipped: there is no display; run it under Xvfb");
    Display display = Display.getDefault();
    Assumptions.assumeTrue(
        display.getThread() == Thread.currentThread(), "skipped: not on the thread of the display");
    executor = SliceExecutor.ofThreads(2);
    session = DrawnCase.in(temporary, executor).open();
    shell = new Shell(display);
  }

  @AfterEach
  void close() {
    if (shell != null) {
      shell.dispose();
      session.planWatch().close();
      executor.close();
    }
  }

  @Test
  void masksAreImportedOntoThePlanningCtUnlessAnotherImageIsShown() {
    var dialog = new ImportMasksDialog(shell, session);
    dialog.create();

    Combo image = (Combo) find(dialog.getShell(), "masks.image").orElseThrow();
    assertEquals(0, image.getSelectionIndex());
    dialog.close();
  }

  @Test
  void theOtherDialogsOpen() {
    for (Dialog dialog :
        new Dialog[] {
          new NewStructureDialog(shell, session),
          new MakeStructureDialog(shell, session),
          new ReadersDialog(shell, session)
        }) {
      dialog.create();
      assertNotNull(dialog.getShell());
      dialog.close();
    }
  }

  private static Optional<Control> find(Composite parent, String id) {
    for (Control child : parent.getChildren()) {
      if (id.equals(child.getData("org.recourse.id"))) {
        return Optional.of(child);
      }
      if (child instanceof Composite inner) {
        Optional<Control> found = find(inner, id);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }
}
