/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.report.internal.registry;

import java.nio.file.Path;
import java.util.List;
import org.eclipse.core.runtime.IExtensionRegistry;
import org.eclipse.core.runtime.IProgressMonitor;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.recourse.extension.Contribution;
import org.recourse.extension.ExtensionPoint;
import org.recourse.extension.ExtensionWatch;
import org.recourse.extension.Installed;
import org.recourse.grid.finding.Finding;
import org.recourse.report.ContributedReportWriters;
import org.recourse.report.ReportContent;
import org.recourse.report.ReportException;
import org.recourse.report.ReportWriter;
import org.recourse.report.ReportWriterCatalogue;
import org.recourse.report.ReportWriterContribution;

/**
 * Turns the extensions of {@code org.recourse.report.writers} into a catalogue, again whenever a
 * bundle with extensions comes or goes. A vendor's class is loaded when a report is written.
 * Thread-safe.
 */
@Component(service = ReportWriterCatalogue.class)
public final class ReportWriterRegistry implements ReportWriterCatalogue {

  private static final String FILE_EXTENSION = "fileExtension";

  private static final ExtensionPoint POINT =
      ExtensionPoint.of("org.recourse.report.writers", "report writer")
          .withElement(
              "writer", Contribution.ID, Contribution.TITLE, FILE_EXTENSION, Contribution.CLASS);

  /** What was read at one time. */
  private record Reading(ReportWriterCatalogue catalogue, List<Finding> findings) {}

  private final ExtensionWatch<Reading> extensions;

  @Activate
  public ReportWriterRegistry(@Reference IExtensionRegistry registry) {
    extensions = new ExtensionWatch<>(registry, ReportWriterRegistry::read, POINT);
  }

  @Deactivate
  void close() {
    extensions.close();
  }

  @Override
  public List<ReportWriterContribution> writers() {
    return extensions.current().catalogue().writers();
  }

  @Override
  public List<Finding> write(ReportContent content, Path file, IProgressMonitor monitor)
      throws ReportException {
    return extensions.current().catalogue().write(content, file, monitor);
  }

  @Override
  public List<Finding> findings() {
    return extensions.current().findings();
  }

  private static Reading read(IExtensionRegistry registry) {
    Installed<ReportWriterContribution> installed =
        POINT.read(
            registry,
            found ->
                new ReportWriterContribution(
                    found.id(),
                    found.title(),
                    found.required(FILE_EXTENSION),
                    found.bundle(),
                    () -> found.create(ReportWriter.class)));
    var catalogue = new ContributedReportWriters(installed.items());
    return new Reading(catalogue, installed.findingsAnd(catalogue.findings()));
  }
}
