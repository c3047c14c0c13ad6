/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.report.internal.pdf;

import java.io.IOException;
import java.io.OutputStream;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.GregorianCalendar;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.grid.finding.Finding;
import org.recourse.report.ReportBlock;
import org.recourse.report.ReportContent;
import org.recourse.report.ReportSection;
import org.recourse.report.ReportWriter;
import org.recourse.report.ReportWriterDescription;

/** Writes A4 pages with the notice at the foot of each. Stateless. */
public final class PdfReportWriter implements ReportWriter {

  /** Id of the extension. */
  public static final String ID = "org.recourse.report.pdf";

  private static final String CHINESE =
      "Chinese letters are drawn with a font of the machine this file is read on (STSong-Light or"
          + " what stands for it), because none is embedded. Copying and searching give the letters"
          + " in any case.";

  @Override
  public ReportWriterDescription description() {
    return new ReportWriterDescription(ID, "PDF, A4", "1.0", "pdf");
  }

  @Override
  public List<Finding> write(ReportContent content, OutputStream target, IProgressMonitor monitor)
      throws IOException {
    SubMonitor progress = SubMonitor.convert(monitor, "Writing PDF", content.sections().size() + 1);
    List<Finding> findings = new ArrayList<>();
    try (var document = new PDDocument()) {
      describe(document, content);
      var fonts = new PdfFonts(document);
      var pages = new PdfPages(document, fonts);
      pages.title(content.title(), content.subtitle(), content.notice());
      for (ReportSection section : content.sections()) {
        progress.checkCanceled();
        pages.section(section.title());
        pages.blocks(section.blocks());
        progress.worked(1);
      }
      addFontSentences(pages, fonts, findings);
      pages.end(content.notice() + " " + content.software() + ", " + content.created());
      progress.checkCanceled();
      document.save(target);
    }
    return findings;
  }

  private static void addFontSentences(PdfPages pages, PdfFonts fonts, List<Finding> findings)
      throws IOException {
    if (fonts.isCjkUndrawn()) {
      pages.block(new ReportBlock.Paragraph(CHINESE));
    }
    if (!fonts.missing().isEmpty()) {
      String sentence =
          "Letters that no font of this report has are written as their number: "
              + String.join(", ", fonts.missing())
              + ". The HTML report has them.";
      pages.block(new ReportBlock.Paragraph(sentence));
      findings.add(Finding.info(sentence, "PDF"));
    }
  }

  private static void describe(PDDocument document, ReportContent content) {
    var information = new PDDocumentInformation();
    information.setTitle(content.title());
    information.setSubject(content.notice());
    information.setProducer(content.software());
    var created = GregorianCalendar.from(content.created().atZone(ZoneOffset.UTC));
    information.setCreationDate(created);
    document.setDocumentInformation(information);
    document.setDocumentId(content.created().toEpochMilli()); // equal reports are equal files
  }
}
