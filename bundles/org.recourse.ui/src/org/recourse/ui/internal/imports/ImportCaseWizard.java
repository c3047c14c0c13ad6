/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.internal.imports;

import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.Status;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.ui.IImportWizard;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.statushandlers.StatusManager;
import org.recourse.ui.internal.services.ServiceLookup;
import org.recourse.ui.internal.services.SharedExecutor;

/** Imports a DICOM folder as a new case and opens it. */
public final class ImportCaseWizard extends Wizard implements IImportWizard {

  private IWorkbench workbench;
  private ImportPage page;

  @Override
  public void init(IWorkbench newWorkbench, IStructuredSelection selection) {
    workbench = newWorkbench;
    setWindowTitle("Import");
  }

  @Override
  public void addPages() {
    page = new ImportPage(ResourcesPlugin.getWorkspace().getRoot().getLocation().toPath());
    addPage(page);
  }

  @Override
  public boolean performFinish() {
    Optional<SharedExecutor> executor = ServiceLookup.find(SharedExecutor.class);
    if (executor.isEmpty()) {
      StatusManager.getManager()
          .handle(
              Status.error("The import service is not running. Restart ReCourse."),
              StatusManager.SHOW);
      return false;
    }
    new ImportCaseJob(page.request(), executor.get().slices(), this::open).schedule();
    return true;
  }

  /** Called on the job's thread. */
  private void open(IFile caseFile) {
    new OpenedCase(workbench).show(caseFile);
  }
}
