/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.report;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.osgi.annotation.versioning.ProviderType;
import org.recourse.grid.finding.Finding;

/**
 * The installed writers of reports. An OSGi service; in plain Java use {@link
 * ContributedReportWriters}. Thread-safe.
 */
@ProviderType
public interface ReportWriterCatalogue {

  /** Returns the writers in a fixed order, without loading their code. */
  List<ReportWriterContribution> writers();

  /** Returns the writer for the ending of a file name, any case. */
  default Optional<ReportWriterContribution> forFile(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return writers().stream()
        .filter(writer -> name.endsWith("." + writer.fileExtension()))
        .findFirst();
  }

  /**
   * Writes a report; the format follows from the ending of the file name. The file is written under
   * another name and moved, so that a report that fails or is cancelled never replaces a good one.
   *
   * @return reservations of the writer
   * @throws ReportException if there is no writer for the ending, the writer failed, or the file
   *     cannot be written
   * @throws org.eclipse.core.runtime.OperationCanceledException if the monitor is cancelled
   */
  List<Finding> write(ReportContent content, Path file, IProgressMonitor monitor)
      throws ReportException;

  /** Returns mistakes of contributions, such as a duplicate id, each naming the bundle. */
  List<Finding> findings();
}
