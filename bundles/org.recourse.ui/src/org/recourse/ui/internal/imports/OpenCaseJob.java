/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.internal.imports;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.recourse.ui.project.CaseProjects;

/** Makes a case folder a project of the workspace. */
final class OpenCaseJob extends Job {

  private final Path caseFolder;
  private final Consumer<IFile> whenDone; // called on the job's thread

  OpenCaseJob(Path caseFolder, Consumer<IFile> whenDone) {
    super("Opening " + caseFolder.getFileName());
    this.caseFolder = caseFolder;
    this.whenDone = whenDone;
    setUser(true);
  }

  @Override
  protected IStatus run(IProgressMonitor monitor) {
    try {
      whenDone.accept(CaseProjects.connect(caseFolder, monitor));
      return Status.OK_STATUS;
    } catch (CoreException e) {
      return e.getStatus();
    }
  }
}
