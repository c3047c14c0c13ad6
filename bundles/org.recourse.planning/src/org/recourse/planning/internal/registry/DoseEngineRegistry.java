/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.planning.internal.registry;

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
public final class DoseEngineRegistry implements DoseEngineCatalogue {

  private static final ExtensionPoint POINT =
      ExtensionPoint.of("org.recourse.planning.doseEngines", "dose engine")
          .withElement("doseEngine", Contribution.ID, Contribution.TITLE, Contribution.CLASS);

  /** What was read at one time. */
  private record Reading(ContributedDoseEngines engines, List<Finding> findings) {}

  private final ExtensionWatch<Reading> extensions;

  @Activate
  public DoseEngineRegistry(@Reference IExtensionRegistry registry) {
    extensions = new ExtensionWatch<>(registry, DoseEngineRegistry::read, POINT);
  }

  @Deactivate
  void close() {
    extensions.close();
  }

  @Override
  public List<DoseEngineEntry> engines() {
    return extensions.current().engines().engines();
  }

  @Override
  public List<Finding> findings() {
    return extensions.current().findings();
  }

  @Override
  public Answer compute(
      String engineId, DoseQuestion question, SliceExecutor executor, IProgressMonitor monitor) {
    return extensions.current().engines().compute(engineId, question, executor, monitor);
  }

  private static Reading read(IExtensionRegistry registry) {
    Installed<DoseEngineEntry> installed =
        POINT.read(
            registry,
            found ->
                new DoseEngineEntry(
                    found.id(),
                    found.title(),
                    found.bundle(),
                    () -> found.create(DoseEngine.class)));
    var engines = new ContributedDoseEngines(installed.items());
    return new Reading(engines, installed.findingsAnd(engines.findings()));
  }
}
