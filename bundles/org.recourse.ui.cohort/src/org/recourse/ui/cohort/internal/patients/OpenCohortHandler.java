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
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.ui.handlers.HandlerUtil;

/** Opens the cohort of a folder. */
public final class OpenCohortHandler extends AbstractHandler {

  @Override
  public Object execute(ExecutionEvent event) {
    var dialog = new DirectoryDialog(HandlerUtil.getActiveShell(event));
    dialog.setText("Open Cohort");
    dialog.setMessage("Folder with cohort.csv");
    String folder = dialog.open();
    if (folder != null) { // SWT: null when cancelled
      new OpenCohortJob(Path.of(folder)).schedule();
    }
    return null; // reserved by the platform
  }
}
