/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.cohort.internal.patients;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.ui.PlatformUI;
import org.recourse.cohort.cases.TableFormatException;
import org.recourse.cohort.tables.CohortFolder;
import org.recourse.ui.cohort.internal.CohortDesk;
import org.recourse.ui.cohort.internal.OpenCohort;
import org.recourse.ui.cohort.internal.Services;

/** Reads the table of a cohort, checks it and puts it on the desk. */
public final class OpenCohortJob extends Job {

  private final Path folder;

  public OpenCohortJob(Path folder) {
    super("Opening cohort " + folder.getFileName());
    this.folder = folder;
    setUser(true);
  }

  @Override
  protected IStatus run(IProgressMonitor monitor) {
    try {
      var opened = new OpenCohort(folder, CohortFolder.read(folder), List.of());
      CohortDesk desk = Services.find(CohortDesk.class);
      PlatformUI.getWorkbench().getDisplay().asyncExec(() -> desk.open(opened));
      return Status.OK_STATUS;
    } catch (IOException e) {
      return Status.error(
          folder + " could not be read: " + e.getMessage() + ". Choose the folder of a cohort.", e);
    } catch (TableFormatException e) {
      return Status.error(e.getMessage(), e);
    }
  }
}
