/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recourse.grid.finding.Finding;

/** Mistakes of vendors: each is a sentence with the bundle, and no good file is lost. */
class VendorWriterTest {

  private static final ReportContent CONTENT =
      new ReportContent(
          "Title",
          "",
          ReportContent.RESEARCH_ONLY,
          "ReCourse test",
          Instant.EPOCH,
          List.of(
              new ReportSection("One", List.of(new ReportBlock.Paragraph("A dose of 1.0 Gy.")))));

  private static final Duration LONG = Duration.ofMinutes(5);

  @TempDir Path folder;

  /** What a writer of the test does. */
  private interface Body {
    List<Finding> write(OutputStream target) throws IOException;
  }

  private record Vendor(String id, Body body) implements ReportWriter {
    @Override
    public ReportWriterDescription description() {
      return new ReportWriterDescription(id, "Text", "1", "txt");
    }

    @Override
    public List<Finding> write(ReportContent content, OutputStream target, IProgressMonitor monitor)
        throws IOException {
      return body.write(target);
    }
  }

  private void failsAndKeeps(Duration limit, Body body, String expected) throws IOException {
    Path file = folder.resolve("report.txt");
    Files.writeString(file, "good");
    var writers =
        new ContributedReportWriters(
            List.of(ReportWriterContribution.of(new Vendor("v", body), "com.example")), limit);

    var refusal =
        assertThrows(
            ReportException.class, () -> writers.write(CONTENT, file, new NullProgressMonitor()));

    assertTrue(refusal.getMessage().contains(expected), refusal.getMessage());
    assertEquals("good", Files.readString(file));
    try (var left = Files.list(folder)) {
      assertEquals(1, left.count(), "nothing half-written stays behind");
    }
  }

  @Test
  void anExceptionHalfWay() throws IOException {
    failsAndKeeps(
        LONG,
        target -> {
          target.write(1);
          throw new IllegalStateException("half way");
        },
        "com.example");
  }

  @Test
  void aFullDisk() throws IOException {
    failsAndKeeps(
        LONG,
        target -> {
          target.write(1);
          throw new IOException("no space left");
        },
        "no space left");
  }

  @Test
  void nothingReturned() throws IOException {
    failsAndKeeps(LONG, target -> null, "It returned nothing");
  }

  @Test
  void aWriterThatHangs() throws IOException {
    failsAndKeeps(
        Duration.ofMillis(50),
        target -> {
          try {
            new CountDownLatch(1).await();
          } catch (InterruptedException e) {
            throw new IOException("left behind", e);
          }
          return List.of();
        },
        "given up");
  }

  @Test
  void aDuplicateIdNamesBothBundles() {
    Body none = target -> List.of();
    var writers =
        new ContributedReportWriters(
            List.of(
                ReportWriterContribution.of(new Vendor("same", none), "com.one"),
                ReportWriterContribution.of(new Vendor("same", none), "com.other")));

    assertEquals(1, writers.writers().size());
    assertTrue(writers.findings().getFirst().text().contains("com.one"));
    assertTrue(writers.findings().getFirst().text().contains("com.other"));
  }

  @Test
  void lettersWithoutGlyphAreNumbered() throws Exception {
    var content =
        new ReportContent(
            "Title",
            "",
            ReportContent.RESEARCH_ONLY,
            "ReCourse test",
            Instant.EPOCH,
            List.of(
                new ReportSection(
                    "One", List.of(new ReportBlock.Paragraph("A bell \uD83D\uDD14 rings.")))));
    var writers =
        ContributedReportWriters.of(
            List.of(new org.recourse.report.internal.pdf.PdfReportWriter()), "org.recourse.report");

    List<Finding> findings =
        writers.write(content, folder.resolve("bell.pdf"), new NullProgressMonitor());

    assertEquals(1, findings.size());
    assertTrue(findings.getFirst().text().contains("U+1F514"));
  }
}
