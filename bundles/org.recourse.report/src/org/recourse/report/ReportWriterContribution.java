/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.report;

import java.util.Objects;
import org.eclipse.core.runtime.CoreException;

/**
 * A writer as its contributor declared it, known without loading its code. Immutable.
 *
 * @param id id of the writer
 * @param title name for people
 * @param fileExtension ending of its files without the dot, lower case
 * @param contributor symbolic name of the bundle that brings it
 * @param source creates it; called when a report is written
 */
public record ReportWriterContribution(
    String id, String title, String fileExtension, String contributor, Source source) {

  /** Creates a writer. */
  @FunctionalInterface
  public interface Source {

    /**
     * Creates the writer.
     *
     * @throws CoreException if its class cannot be loaded or instantiated
     */
    ReportWriter create() throws CoreException;
  }

  public ReportWriterContribution {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(fileExtension, "fileExtension");
    Objects.requireNonNull(contributor, "contributor");
    Objects.requireNonNull(source, "source");
  }

  /** Contributes a writer that exists already. */
  public static ReportWriterContribution of(ReportWriter writer, String contributor) {
    ReportWriterDescription description = writer.description();
    return new ReportWriterContribution(
        description.id(),
        description.title(),
        description.fileExtension(),
        contributor,
        () -> writer);
  }
}
