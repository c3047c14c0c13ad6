/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.report.internal.html;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.grid.finding.Finding;
import org.recourse.report.ReportBlock;
import org.recourse.report.ReportContent;
import org.recourse.report.ReportSection;
import org.recourse.report.ReportWriter;
import org.recourse.report.ReportWriterDescription;

/** Writes one file with style, pictures and charts inside; it loads nothing. Stateless. */
public final class HtmlReportWriter implements ReportWriter {

  /** Id of the extension. */
  public static final String ID = "org.recourse.report.html";

  private static final String STYLE =
      """
      body{font:14px/1.45 system-ui,"Noto Sans","Noto Sans CJK SC","Microsoft YaHei",sans-serif;
      color:#202020;max-width:60rem;margin:2rem auto;padding:0 1rem}
      h1{font-size:1.6rem;margin-bottom:.2rem}h2{font-size:1.2rem;margin-top:2rem;
      border-bottom:1px solid #c0c0c0}h3{font-size:1rem;margin-bottom:.2rem}
      table{border-collapse:collapse;width:100%}th,td{padding:.2rem .5rem;text-align:left;
      vertical-align:top;border-bottom:1px solid #e0e0e0}
      .number{text-align:right;font-variant-numeric:tabular-nums}
      .notice,.strong{border-left:4px solid #a04000;padding:.2rem .8rem}
      figure{margin:1rem 0}figcaption{color:#505050}.pictures{display:flex;gap:.6rem}
      .pictures>div{flex:1;min-width:0}.pictures img{width:100%;display:block}
      .side{display:flex;justify-content:space-between;color:#505050;font-size:.8rem}
      .sign{display:flex;gap:2rem;margin-top:2.5rem}.sign>div{flex:1;border-top:1px solid #202020}
      footer{margin-top:3rem;color:#505050;border-top:1px solid #c0c0c0}
      @media print{body{margin:0;max-width:none}h2,h3{break-after:avoid}
      figure,tr{break-inside:avoid}}
      """;

  @Override
  public ReportWriterDescription description() {
    return new ReportWriterDescription(ID, "HTML, one file", "1.0", "html");
  }

  @Override
  public List<Finding> write(ReportContent content, OutputStream target, IProgressMonitor monitor)
      throws IOException {
    SubMonitor progress =
        SubMonitor.convert(monitor, "Writing HTML", content.sections().size() + 1);
    Writer writer = new OutputStreamWriter(target, StandardCharsets.UTF_8);
    writer.write("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>");
    writer.write(HtmlText.escaped(content.title()));
    writer.write("</title><style>" + STYLE + "</style></head><body>\n");
    writer.write("<h1>" + HtmlText.escaped(content.title()) + "</h1>\n");
    writer.write("<p>" + HtmlText.escaped(content.subtitle()) + "</p>\n");
    writer.write("<p class=\"notice\">" + HtmlText.escaped(content.notice()) + "</p>\n");
    for (ReportSection section : content.sections()) {
      progress.checkCanceled();
      writer.write("<section><h2>" + HtmlText.escaped(section.title()) + "</h2>\n");
      for (ReportBlock block : section.blocks()) {
        writer.write(HtmlText.of(block));
        writer.write("\n");
      }
      writer.write("</section>\n");
      progress.worked(1);
    }
    writer.write(
        "<footer>"
            + HtmlText.escaped(content.notice())
            + " "
            + HtmlText.escaped(content.software())
            + ", "
            + content.created()
            + "</footer></body></html>\n");
    writer.flush();
    return List.of();
  }
}
