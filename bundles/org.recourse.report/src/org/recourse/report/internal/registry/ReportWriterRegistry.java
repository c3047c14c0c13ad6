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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExtension;
import org.eclipse.core.runtime.IExtensionPoint;
import org.eclipse.core.runtime.IExtensionRegistry;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IRegistryEventListener;
import org.eclipse.core.runtime.Status;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
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
public final class ReportWriterRegistry implements ReportWriterCatalogue, IRegistryEventListener {

  static final String EXTENSION_POINT = "org.recourse.report.writers";

  private static final String OWN_BUNDLE = "org.recourse.report";
  private static final String ID = "id";
  private static final String TITLE = "title";
  private static final String FILE_EXTENSION = "fileExtension";
  private static final String CLASS = "class";

  /** What was read at one time. */
  private record Reading(ReportWriterCatalogue catalogue, List<Finding> findings) {}

  private final IExtensionRegistry registry;
  private volatile Reading reading;

  @Activate
  public ReportWriterRegistry(@Reference IExtensionRegistry registry) {
    this.registry = registry;
    reading = read(registry);
    registry.addListener(this, EXTENSION_POINT);
  }

  @Deactivate
  void close() {
    registry.removeListener(this);
  }

  @Override
  public List<ReportWriterContribution> writers() {
    return reading.catalogue().writers();
  }

  @Override
  public List<Finding> write(ReportContent content, Path file, IProgressMonitor monitor)
      throws ReportException {
    return reading.catalogue().write(content, file, monitor);
  }

  @Override
  public List<Finding> findings() {
    return reading.findings();
  }

  @Override
  public void added(IExtension[] extensions) {
    reading = read(registry);
  }

  @Override
  public void removed(IExtension[] extensions) {
    reading = read(registry);
  }

  @Override
  public void added(IExtensionPoint[] extensionPoints) {
    reading = read(registry);
  }

  @Override
  public void removed(IExtensionPoint[] extensionPoints) {
    reading = read(registry);
  }

  /** Our own writers come first; those of vendors in the order of their bundles. */
  private static Reading read(IExtensionRegistry registry) {
    List<IConfigurationElement> elements =
        Arrays.stream(registry.getConfigurationElementsFor(EXTENSION_POINT))
            .sorted(
                Comparator.comparing(
                        (IConfigurationElement e) ->
                            !e.getContributor().getName().equals(OWN_BUNDLE))
                    .thenComparing(e -> e.getContributor().getName()))
            .toList();
    List<ReportWriterContribution> contributions = new ArrayList<>();
    List<Finding> findings = new ArrayList<>();
    for (IConfigurationElement element : elements) {
      List<String> missing =
          Stream.of(ID, TITLE, FILE_EXTENSION, CLASS)
              .filter(name -> element.getAttribute(name) == null)
              .toList();
      if (missing.isEmpty()) {
        contributions.add(contribution(element));
      } else {
        findings.add(incomplete(element, missing));
      }
    }
    var catalogue = new ContributedReportWriters(contributions);
    findings.addAll(catalogue.findings());
    return new Reading(catalogue, List.copyOf(findings));
  }

  private static ReportWriterContribution contribution(IConfigurationElement element) {
    return new ReportWriterContribution(
        element.getAttribute(ID),
        element.getAttribute(TITLE),
        element.getAttribute(FILE_EXTENSION),
        element.getContributor().getName(),
        () -> create(element));
  }

  private static Finding incomplete(IConfigurationElement element, List<String> missing) {
    String bundle = element.getContributor().getName();
    return Finding.error(
        "A report writer of the bundle "
            + bundle
            + " is not used: its extension lacks "
            + String.join(", ", missing)
            + ". Report this to its vendor.",
        bundle);
  }

  private static ReportWriter create(IConfigurationElement element) throws CoreException {
    Object created = element.createExecutableExtension(CLASS);
    if (created instanceof ReportWriter writer) {
      return writer;
    }
    throw new CoreException(
        Status.error(
            element.getAttribute(CLASS) + " does not implement " + ReportWriter.class.getName()));
  }
}
