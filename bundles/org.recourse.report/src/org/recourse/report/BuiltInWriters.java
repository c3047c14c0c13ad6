/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.report;

import java.util.List;
import org.recourse.report.internal.html.HtmlReportWriter;
import org.recourse.report.internal.pdf.PdfReportWriter;

/** The writers of this bundle, for callers without an extension registry. Stateless. */
public final class BuiltInWriters {

  private BuiltInWriters() {}

  /** Makes a catalogue of PDF and HTML. */
  public static ReportWriterCatalogue catalogue() {
    return ContributedReportWriters.of(
        List.of(new PdfReportWriter(), new HtmlReportWriter()), "org.recourse.report");
  }
}
