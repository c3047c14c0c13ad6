/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.report.internal.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;
import org.recourse.grid.finding.Finding;
import org.recourse.report.ReportBlock;
import org.recourse.report.ReportContent;
import org.recourse.report.ReportException;
import org.recourse.report.ReportSection;
import org.recourse.report.ReportWriter;
import org.recourse.report.ReportWriterCatalogue;
import org.recourse.report.ReportWriterContribution;
import org.recourse.report.ReportWriterDescription;
import org.recourse.testing.TestExtensions;

/** The writers as they are registered, and those of a vendor beside them. */
class ReportWriterRegistryTest {

  private static final ReportContent CONTENT =
      new ReportContent(
          "Title",
          "",
          ReportContent.RESEARCH_ONLY,
          "ReCourse test",
          Instant.EPOCH,
          List.of(new ReportSection("One", List.of(new ReportBlock.Paragraph("A sentence.")))));

  @TempDir Path folder;

  /** Contributed by the {@code fragment.xml} of the tests; writes the title. */
  public static final class TitleWriter implements ReportWriter {
    @Override
    public ReportWriterDescription description() {
      return new ReportWriterDescription("org.recourse.test.title", "Title only", "1", "title");
    }

    @Override
    public List<Finding> write(ReportContent content, OutputStream target, IProgressMonitor monitor)
        throws IOException {
      target.write(content.title().getBytes(StandardCharsets.UTF_8));
      return List.of();
    }
  }

  /** Asks the framework for the service: a missing descriptor fails silently otherwise. */
  @Test
  void theCatalogueIsAServiceAndWritesWithAWriterOfAnotherBundle() throws Exception {
    Bundle bundle = FrameworkUtil.getBundle(ReportWriterRegistry.class);
    assumeTrue(bundle != null, "not running in OSGi");
    bundle.start(Bundle.START_TRANSIENT);
    BundleContext context = bundle.getBundleContext();
    ServiceReference<ReportWriterCatalogue> reference =
        context.getServiceReference(ReportWriterCatalogue.class);
    assertNotNull(reference, "no ReportWriterCatalogue: OSGI-INF missing or SCR not started");
    ReportWriterCatalogue catalogue = context.getService(reference);

    assertEquals(
        List.of("org.recourse.report.pdf", "org.recourse.report.html"),
        catalogue.writers().stream()
            .map(ReportWriterContribution::id)
            .filter(id -> !id.startsWith("org.recourse.test."))
            .toList());
    writesTheTitle(catalogue);
    context.ungetService(reference);
  }

  @Test
  void aWriterWithoutFileExtensionAndAClassThatIsNoneLeaveTheOthers() throws Exception {
    try (var extensions = new TestExtensions(ReportWriterRegistryTest.class)) {
      extensions.contribute("org.recourse.report", "<extension-point id=\"writers\" name=\"x\"/>");
      extensions.contribute("a.vendor", writer("a", "", TitleWriter.class));
      extensions.contribute("b.vendor", writer("b", "string", String.class));
      extensions.contribute("c.vendor", writer("c", "title", TitleWriter.class));
      var registry = new ReportWriterRegistry(extensions.registry());

      assertEquals("a.vendor", registry.findings().getFirst().affected());
      assertTrue(registry.findings().getFirst().text().contains("lacks fileExtension"));
      var refusal =
          assertThrows(
              ReportException.class,
              () ->
                  registry.write(
                      CONTENT, folder.resolve("report.string"), new NullProgressMonitor()));
      assertTrue(refusal.getMessage().contains("b.vendor"), refusal.getMessage());
      writesTheTitle(registry);
      registry.close();
    }
  }

  private void writesTheTitle(ReportWriterCatalogue catalogue) throws ReportException, IOException {
    Path file = folder.resolve("report.title");
    assertEquals(List.of(), catalogue.write(CONTENT, file, new NullProgressMonitor()));
    assertEquals("Title", Files.readString(file));
  }

  private static String writer(String id, String fileExtension, Class<?> type) {
    return "<extension point=\"org.recourse.report.writers\"><writer id=\"%s\" title=\"t\" fileExtension=\"%s\" class=\"%s\"/></extension>"
        .formatted(id, fileExtension, type.getName());
  }
}
