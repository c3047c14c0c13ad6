/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.cohort.internal.report;

import java.nio.file.Path;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.recourse.report.ReportContent;
import org.recourse.report.ReportException;
import org.recourse.report.ReportWriterCatalogue;
import org.recourse.ui.cohort.internal.Services;

/** Writes a report with the writer that knows the ending of the file. */
final class ReportJob extends Job {

  private final ReportContent content;
  private final Path file;

  ReportJob(ReportContent content, Path file) {
    super("Writing " + file.getFileName());
    this.content = content;
    this.file = file;
    setUser(true);
  }

  @Override
  protected IStatus run(IProgressMonitor monitor) {
    try {
      Services.find(ReportWriterCatalogue.class).write(content, file, monitor);
      return Status.OK_STATUS;
    } catch (ReportException e) {
      return Status.error(e.getMessage(), e);
    }
  }
}
