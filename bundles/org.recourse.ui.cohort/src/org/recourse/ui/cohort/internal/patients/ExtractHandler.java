/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.cohort.internal.patients;

import java.nio.file.Path;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.handlers.HandlerUtil;
import org.recourse.ui.cohort.internal.CohortDesk;
import org.recourse.ui.cohort.internal.Services;

/** Asks what is to be extracted from the open cohort and extracts it. */
public final class ExtractHandler extends AbstractHandler {

  private static final String TITLE = "Extract Features";

  @Override
  public Object execute(ExecutionEvent event) {
    Shell shell = HandlerUtil.getActiveShell(event);
    CohortDesk desk = Services.find(CohortDesk.class);
    if (desk.cohort().isEmpty()) {
      MessageDialog.openInformation(
          shell, TITLE, "Open a cohort first: features are taken of its cases.");
      return null; // reserved by the platform
    }
    Path folder = desk.cohort().get().path();
    var dialog = new ExtractDialog(shell, String.valueOf(folder.getFileName()));
    if (dialog.open() == Window.OK) {
      new ExtractJob(folder, dialog.options()).schedule();
    }
    return null; // reserved by the platform
  }
}
