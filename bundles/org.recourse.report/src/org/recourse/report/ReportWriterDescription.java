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

/**
 * What a writer of reports says about itself. Immutable.
 *
 * @param id stable, such as {@code org.recourse.report.pdf}
 * @param title name for people
 * @param version version of the writer
 * @param fileExtension ending of its files without the dot, lower case
 */
public record ReportWriterDescription(
    String id, String title, String version, String fileExtension) {

  public ReportWriterDescription {
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(version, "version");
    if (id.isBlank() || !fileExtension.matches("[a-z0-9]+")) {
      throw new IllegalArgumentException(
          "a writer needs an id and a file extension: " + id + ", " + fileExtension);
    }
  }
}
