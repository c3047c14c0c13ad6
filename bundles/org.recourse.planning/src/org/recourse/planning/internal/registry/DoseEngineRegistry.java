/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.planning.internal.registry;

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
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.planning.engine.ContributedDoseEngines;
import org.recourse.planning.engine.DoseEngine;
import org.recourse.planning.engine.DoseEngineCatalogue;
import org.recourse.planning.engine.DoseEngineEntry;
import org.recourse.planning.engine.DoseQuestion;

/**
 * Turns the extensions of {@code org.recourse.planning.doseEngines} into a catalogue, again
 * whenever a bundle with extensions comes or goes. Thread-safe.
 */
@Component(service = DoseEngineCatalogue.class)
public final class DoseEngineRegistry implements DoseEngineCatalogue, IRegistryEventListener {

  static final String EXTENSION_POINT = "org.recourse.planning.doseEngines";

  private static final String OWN_BUNDLE = "org.recourse.planning";
  private static final String ID = "id";
  private static final String TITLE = "title";
  private static final String CLASS = "class";

  /** What was read at one time. */
  private record Reading(ContributedDoseEngines engines, List<Finding> findings) {}

  private final IExtensionRegistry registry;
  private volatile Reading reading;

  @Activate
  public DoseEngineRegistry(@Reference IExtensionRegistry registry) {
    this.registry = registry;
    reading = read(registry);
    registry.addListener(this, EXTENSION_POINT);
  }

  @Deactivate
  void close() {
    registry.removeListener(this);
  }

  @Override
  public List<DoseEngineEntry> engines() {
    return reading.engines().engines();
  }

  @Override
  public List<Finding> findings() {
    return reading.findings();
  }

  @Override
  public Answer compute(
      String engineId, DoseQuestion question, SliceExecutor executor, IProgressMonitor monitor) {
    return reading.engines().compute(engineId, question, executor, monitor);
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

  /** Our own engine comes first; those of vendors in the order of their bundles. */
  private static Reading read(IExtensionRegistry registry) {
    List<IConfigurationElement> elements =
        Arrays.stream(registry.getConfigurationElementsFor(EXTENSION_POINT))
            .sorted(
                Comparator.comparing(
                        (IConfigurationElement e) ->
                            !e.getContributor().getName().equals(OWN_BUNDLE))
                    .thenComparing(e -> e.getContributor().getName()))
            .toList();
    var entries = new ArrayList<DoseEngineEntry>();
    var findings = new ArrayList<Finding>();
    for (IConfigurationElement element : elements) {
      String bundle = element.getContributor().getName();
      List<String> missing =
          Stream.of(ID, TITLE, CLASS)
              .filter(
                  name ->
                      element.getAttribute(name) == null || element.getAttribute(name).isBlank())
              .toList();
      if (missing.isEmpty()) {
        entries.add(
            new DoseEngineEntry(
                element.getAttribute(ID),
                element.getAttribute(TITLE),
                bundle,
                () -> create(element)));
      } else {
        findings.add(
            Finding.error(
                "A dose engine of the bundle "
                    + bundle
                    + " is not used: its extension lacks "
                    + String.join(", ", missing)
                    + ". Report this to its vendor.",
                bundle));
      }
    }
    var engines = new ContributedDoseEngines(entries);
    findings.addAll(engines.findings());
    return new Reading(engines, List.copyOf(findings));
  }

  private static DoseEngine create(IConfigurationElement element) throws CoreException {
    Object created = element.createExecutableExtension(CLASS);
    if (created instanceof DoseEngine engine) {
      return engine;
    }
    throw new CoreException(
        Status.error(
            element.getAttribute(CLASS) + " does not implement " + DoseEngine.class.getName()));
  }
}
