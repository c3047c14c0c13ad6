/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.report;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.eclipse.core.runtime.IProgressMonitor;
import org.osgi.annotation.versioning.ConsumerType;
import org.recourse.grid.finding.Finding;

/**
 * Writes reports in one format.
 *
 * <p>Vendors add a writer through the extension point {@code org.recourse.report.writers}. An
 * implementation has a public constructor without parameters, is stateless and may be called from
 * several threads at once. It writes to the stream it is given and to nothing else. The catalogue
 * puts the file into place only after the writer has ended well.
 *
 * @since 1.0
 */
@ConsumerType
public interface ReportWriter {

  /** Says which format is written. */
  ReportWriterDescription description();

  /**
   * Writes a report; the stream is closed by the caller.
   *
   * @param content what is written; the notice belongs on every page
   * @param monitor progress and cancellation
   * @return what could not be written as it is, such as letters no font has
   * @throws org.eclipse.core.runtime.OperationCanceledException if the monitor is cancelled
   */
  List<Finding> write(ReportContent content, OutputStream target, IProgressMonitor monitor)
      throws IOException;
}
