/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.cohort.internal.training;

import java.nio.file.Path;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.handlers.HandlerUtil;
import org.recourse.inference.training.NetworkTrainer;
import org.recourse.ui.cohort.internal.CohortDesk;
import org.recourse.ui.cohort.internal.Services;

/** Judges the model packages of a folder on the open cohort. */
public final class EvaluateHandler extends AbstractHandler {

  @Override
  public Object execute(ExecutionEvent event) {
    Shell shell = HandlerUtil.getActiveShell(event);
    CohortDesk desk = Services.find(CohortDesk.class);
    if (desk.cohort().isEmpty()) {
      MessageDialog.openInformation(
          shell, "Evaluate Models", "Open a cohort first: models are judged on its patients.");
      return null; // reserved by the platform
    }
    var dialog = new DirectoryDialog(shell);
    dialog.setText("Evaluate Models");
    dialog.setMessage("A model package, or a folder of packages");
    String folder = dialog.open();
    if (folder != null) { // SWT: null when cancelled
      Display display = shell.getDisplay();
      new EvaluationJob(
              desk.cohort().get(),
              Path.of(folder),
              Services.optional(NetworkTrainer.class),
              evaluation -> display.asyncExec(() -> desk.show(evaluation)))
          .schedule();
    }
    return null; // reserved by the platform
  }
}
