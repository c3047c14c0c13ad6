/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Font;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.text.PDFTextStripper;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recourse.assistant.cases.OpenCase;
import org.recourse.assistant.numbers.NumbersComputation;
import org.recourse.assistant.numbers.PlanNumbers;
import org.recourse.assistant.numbers.PlanSnapshot;
import org.recourse.grid.finding.Finding;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.model.store.CaseStore;
import org.recourse.phantom.BundledCase;
import org.recourse.report.ReportBlock.Facts.Fact;
import org.recourse.report.content.CaseReport;
import org.recourse.report.content.ConsideredProposal;
import org.recourse.report.content.ReportRequest;
import org.recourse.report.internal.html.HtmlReportWriter;
import org.recourse.report.internal.pdf.PdfReportWriter;
import org.recourse.risk.ContributedRiskCatalogue;
import org.recourse.risk.published.PublishedRiskModels;

/** The report of the bundled case as HTML and PDF. */
class CaseReportTest {

  private static final List<String> SECTIONS =
      List.of(
          "Case",
          "Risks",
          "Proposals considered",
          "Goals",
          "Courses and cumulative dose",
          "Dose",
          "Findings",
          "Model cards",
          "Origin of the numbers",
          "Signatures");

  @TempDir static Path folder;

  private static ReportContent content;
  private static ReportWriterCatalogue writers;

  @BeforeAll
  static void makeContent() throws Exception {
    try (SliceExecutor executor = SliceExecutor.ofAllCores()) {
      var monitor = new NullProgressMonitor();
      Path caseFolder = BundledCase.ensure(folder, executor, monitor);
      OpenCase open = OpenCase.load(caseFolder, new CaseStore(), executor);
      var catalogue = ContributedRiskCatalogue.of(PublishedRiskModels.all(), "org.recourse.risk");
      PlanNumbers numbers =
          new NumbersComputation(open.voxels(), catalogue, executor)
              .compute(PlanSnapshot.of(open.patientCase(), 3), monitor);
      var request =
          new ReportRequest(
              numbers,
              open.voxels(),
              "Zhao, Wei (赵 伟)",
              "bundled",
              "ReCourse test",
              Instant.parse("2026-01-02T03:04:05Z"),
              List.of(new Fact("case.recourse", "SHA-256 " + "ab".repeat(32))),
              List.of(
                  new ConsideredProposal(
                      "Beam 3 from 1.00 to 0.80",
                      "refused",
                      List.of("probability falls by 0.03"),
                      List.of("Failed: PTV D95 94.1 % is below 95 %."))),
              "No proposal was asked for.",
              List.of());
      content = CaseReport.of(request, executor, monitor);
    }
    writers =
        ContributedReportWriters.of(
            List.of(new PdfReportWriter(), new HtmlReportWriter()), "org.recourse.report");
  }

  @Test
  void aPdfHasEverySectionTheNoticeAndItsFigures() throws Exception {
    Path file = folder.resolve("report.pdf");

    List<Finding> findings = writers.write(content, file, new NullProgressMonitor());

    assertEquals(List.of(), findings);
    try (PDDocument document = Loader.loadPDF(file.toFile())) {
      String text = new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
      for (String section : SECTIONS) {
        assertTrue(text.contains(section), section);
      }
      assertTrue(text.contains("Zhao, Wei (赵 伟)"), "the Chinese name can be copied");
      boolean machineHasLetters = new Font(Font.DIALOG, Font.PLAIN, 12).canDisplayUpTo("赵伟") < 0;
      assertEquals(!machineHasLetters, text.contains("none is embedded"));
      assertTrue(text.contains("Brainstem"));
      assertTrue(text.contains("synthetic"));
      assertTrue(text.contains("PTV D95 94.1 % is below 95 %."));
      assertTrue(text.contains("Dose-volume histograms"));
      assertTrue(text.contains("name, signature, date"));
      assertEquals(6, imageCount(document), "three planes of each dose");
      for (int page = 1; page <= document.getNumberOfPages(); page++) {
        var one = new PDFTextStripper();
        one.setStartPage(page);
        one.setEndPage(page);
        String words = one.getText(document);
        assertTrue(words.contains(ReportContent.RESEARCH_ONLY), "page " + page);
        assertTrue(words.contains("Page " + page + " of " + document.getNumberOfPages()));
      }
    }
  }

  @Test
  void aHeadingStandsOnThePageOfItsFigure() throws Exception {
    ReportBlock pictures =
        content.sections().stream()
            .flatMap(section -> section.blocks().stream())
            .filter(ReportBlock.Pictures.class::isInstance)
            .findFirst()
            .orElseThrow();
    for (int lines = 20; lines <= 50; lines += 5) { // the figure just fits, or just does not
      List<ReportBlock> blocks = new ArrayList<>();
      blocks.add(new ReportBlock.Bullets(Collections.nCopies(lines, "filler")));
      blocks.add(new ReportBlock.Heading("Head of the figure"));
      blocks.add(pictures);
      var filled =
          new ReportContent(
              content.title(),
              content.subtitle(),
              content.notice(),
              content.software(),
              content.created(),
              List.of(new ReportSection("Filled", blocks)));
      Path file = folder.resolve("filled.pdf");
      writers.write(filled, file, new NullProgressMonitor());
      try (PDDocument document = Loader.loadPDF(file.toFile())) {
        var last = new PDFTextStripper();
        last.setStartPage(document.getNumberOfPages());
        assertTrue(last.getText(document).contains("Head of the figure"), lines + " lines");
      }
    }
  }

  @Test
  void anHtmlFileNeedsNothingBesideIt() throws Exception {
    Path file = folder.resolve("report.html");

    writers.write(content, file, new NullProgressMonitor());

    String html = Files.readString(file, StandardCharsets.UTF_8);
    for (String section : SECTIONS) {
      assertTrue(html.contains("<h2>" + section + "</h2>"), section);
    }
    assertTrue(html.contains("赵 伟"));
    assertEquals(6, Pattern.compile("data:image/png;base64,").matcher(html).results().count());
    assertEquals(1, Pattern.compile("<svg ").matcher(html).results().count());
    assertFalse(Pattern.compile("(src|href)=\"(?!data:)").matcher(html).find());
    assertFalse(html.contains("<script"));
  }

  /** A number of the report stands beside its unit, or its column says it. */
  @Test
  void everyColumnOfNumbersNamesItsUnit() {
    int columns = 0;
    for (ReportSection section : content.sections()) {
      for (ReportBlock block : section.blocks()) {
        if (block instanceof ReportBlock.Table table) {
          for (ReportBlock.Table.Column column : table.columns()) {
            if (column.number()) {
              columns++;
              assertTrue(
                  column.head().endsWith("Gy")
                      || column.head().endsWith("Gy EQD2")
                      || column.head().endsWith("cm³"),
                  column.head());
            }
          }
        } else if (block instanceof ReportBlock.Chart(LineChart chart, String caption)) {
          assertTrue(chart.xTitle().endsWith("Gy"));
          assertTrue(chart.yTitle().endsWith("%"));
        }
      }
    }
    assertTrue(columns > 10);
  }

  @Test
  void equalContentIsAnEqualFile() throws Exception {
    Path one = folder.resolve("one.pdf");
    Path other = folder.resolve("other.pdf");

    writers.write(content, one, new NullProgressMonitor());
    writers.write(content, other, new NullProgressMonitor());

    assertArrayEquals(Files.readAllBytes(one), Files.readAllBytes(other));
  }

  @Test
  void aCancelledReportLeavesTheOldFile() throws Exception {
    Path file = folder.resolve("old.pdf");
    Files.writeString(file, "good");
    var monitor = new NullProgressMonitor();
    monitor.setCanceled(true);

    assertThrows(OperationCanceledException.class, () -> writers.write(content, file, monitor));

    assertEquals("good", Files.readString(file));
  }

  @Test
  void anUnknownEndingNamesTheKnownOnes() {
    var refusal =
        assertThrows(
            ReportException.class,
            () -> writers.write(content, folder.resolve("a.doc"), new NullProgressMonitor()));

    assertTrue(refusal.getMessage().contains(".pdf, .html"));
  }

  private static int imageCount(PDDocument document) throws Exception {
    int images = 0;
    for (PDPage page : document.getPages()) {
      for (COSName name : page.getResources().getXObjectNames()) {
        if (page.getResources().getXObject(name) instanceof PDImageXObject image) {
          assertEquals(480, image.getWidth());
          images++;
        }
      }
    }
    return images;
  }
}
