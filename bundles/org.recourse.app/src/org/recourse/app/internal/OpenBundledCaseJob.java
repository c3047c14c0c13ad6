/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.app.internal;

import java.nio.file.Path;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.statushandlers.StatusManager;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.phantom.BundledCase;
import org.recourse.phantom.PhantomException;
import org.recourse.ui.project.CaseProjects;

/** Makes the bundled synthetic case in the workspace, if it is not there yet, and opens it. */
final class OpenBundledCaseJob extends Job {

  private OpenBundledCaseJob() {
    super("Preparing the bundled synthetic case");
    setUser(true);
  }

  static void start() {
    new OpenBundledCaseJob().schedule();
  }

  @Override
  protected IStatus run(IProgressMonitor monitor) {
    SubMonitor progress = SubMonitor.convert(monitor, 10);
    Path workspace = ResourcesPlugin.getWorkspace().getRoot().getLocation().toPath();
    try (SliceExecutor executor = SliceExecutor.ofAllCores()) {
      Path caseFolder = BundledCase.ensure(workspace, executor, progress.split(9));
      IFile caseFile = CaseProjects.connect(caseFolder, progress.split(1));
      Display display = PlatformUI.getWorkbench().getDisplay();
      if (!display.isDisposed()) {
        display.asyncExec(() -> open(caseFile));
      }
      return Status.OK_STATUS;
    } catch (OperationCanceledException e) {
      return Status.CANCEL_STATUS;
    } catch (PhantomException e) {
      return Status.error("The bundled case could not be made: " + e.getMessage(), e);
    } catch (CoreException e) {
      return e.getStatus();
    }
  }

  private static void open(IFile caseFile) {
    for (IWorkbenchWindow window : PlatformUI.getWorkbench().getWorkbenchWindows()) {
      IWorkbenchPage page = window.getActivePage();
      if (page != null) {
        openOn(page, caseFile);
        return;
      }
    }
  }

  private static void openOn(IWorkbenchPage page, IFile caseFile) {
    try {
      CaseProjects.openEditor(page, caseFile);
    } catch (PartInitException e) {
      StatusManager.getManager().handle(e.getStatus(), StatusManager.SHOW | StatusManager.LOG);
    }
  }
}
