/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.report;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * A report without a format. Immutable.
 *
 * @param title title of the document
 * @param subtitle one line below it; may be empty
 * @param notice printed on every page
 * @param software name and version of the program
 * @param created when
 * @param sections in the order in which they are read
 */
public record ReportContent(
    String title,
    String subtitle,
    String notice,
    String software,
    Instant created,
    List<ReportSection> sections) {

  /** What no report may be without. */
  public static final String RESEARCH_ONLY = "Research only, not for clinical decisions.";

  public ReportContent {
    Objects.requireNonNull(subtitle, "subtitle");
    Objects.requireNonNull(software, "software");
    Objects.requireNonNull(created, "created");
    sections = List.copyOf(sections);
    if (title.isBlank() || notice.isBlank()) {
      throw new IllegalArgumentException("a report needs a title and a notice");
    }
  }
}
