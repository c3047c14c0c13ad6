/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.internal.imports;

import org.eclipse.core.resources.IFile;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.statushandlers.StatusManager;
import org.recourse.ui.project.CaseProjects;

/** Shows a case in the plan editor when a job has made it ready. May be used from any thread. */
final class OpenedCase {

  private final IWorkbench workbench;

  OpenedCase(IWorkbench workbench) {
    this.workbench = workbench;
  }

  void show(IFile caseFile) {
    Display display = workbench.getDisplay();
    if (!display.isDisposed()) {
      display.asyncExec(() -> openEditor(caseFile));
    }
  }

  private void openEditor(IFile caseFile) {
    IWorkbenchWindow window = workbench.getActiveWorkbenchWindow();
    if (window == null && workbench.getWorkbenchWindowCount() > 0) {
      window = workbench.getWorkbenchWindows()[0]; // a dialog may be in front
    }
    if (window == null || window.getActivePage() == null) {
      return; // the workbench is closing
    }
    try {
      CaseProjects.openEditor(window.getActivePage(), caseFile);
    } catch (PartInitException e) {
      StatusManager.getManager().handle(e.getStatus(), StatusManager.SHOW | StatusManager.LOG);
    }
  }
}
