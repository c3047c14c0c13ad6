/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.inference.internal.registry;

import java.util.List;
import java.util.Optional;
import org.eclipse.core.runtime.IExtensionRegistry;
import org.eclipse.core.runtime.IProgressMonitor;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.recourse.extension.Contribution;
import org.recourse.extension.ExtensionPoint;
import org.recourse.extension.ExtensionWatch;
import org.recourse.extension.Installed;
import org.recourse.grid.finding.Finding;
import org.recourse.inference.engine.ContributedEngineCatalogue;
import org.recourse.inference.engine.EngineCatalogue;
import org.recourse.inference.engine.EngineChoice;
import org.recourse.inference.engine.EngineContribution;
import org.recourse.inference.engine.EngineEntry;
import org.recourse.inference.engine.EngineOptions;
import org.recourse.inference.engine.EngineState;
import org.recourse.inference.engine.InferenceEngine;
import org.recourse.inference.engine.InferenceException;
import org.recourse.inference.engine.LoadedModel;
import org.recourse.inference.model.ModelPackage;

/**
 * Turns the extensions of {@code org.recourse.inference.engines} into a catalogue, again whenever a
 * bundle with extensions comes or goes. A vendor's class is loaded when its engine is first used.
 * Thread-safe.
 */
@Component(service = EngineCatalogue.class)
public final class InferenceEngineRegistry implements EngineCatalogue {

  private static final ExtensionPoint POINT =
      ExtensionPoint.of("org.recourse.inference.engines", "inference engine")
          .withElement("engine", Contribution.ID, Contribution.TITLE, Contribution.CLASS)
          .withFirstBundle("org.recourse.inference.onnx");

  /** What was read at one time. */
  private record Reading(EngineCatalogue catalogue, List<Finding> findings) {}

  private final ExtensionWatch<Reading> extensions;

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile EngineChoice choice; // null while nobody publishes one

  @Activate
  public InferenceEngineRegistry(@Reference IExtensionRegistry registry) {
    extensions = new ExtensionWatch<>(registry, this::read, POINT);
  }

  @Deactivate
  void close() {
    extensions.close();
  }

  @Override
  public List<EngineEntry> engines() {
    return extensions.current().catalogue().engines();
  }

  @Override
  public EngineState state(String engineId) {
    return extensions.current().catalogue().state(engineId);
  }

  @Override
  public LoadedModel load(ModelPackage model, EngineOptions options, IProgressMonitor monitor)
      throws InferenceException {
    return extensions.current().catalogue().load(model, options, monitor);
  }

  @Override
  public LoadedModel loadWith(
      String engineId, ModelPackage model, EngineOptions options, IProgressMonitor monitor)
      throws InferenceException {
    return extensions.current().catalogue().loadWith(engineId, model, options, monitor);
  }

  @Override
  public List<Finding> findings() {
    return extensions.current().findings();
  }

  private Optional<String> preferredEngineId() {
    EngineChoice current = choice;
    return current == null ? Optional.empty() : current.preferredEngineId();
  }

  private Reading read(IExtensionRegistry registry) {
    Installed<EngineContribution> installed =
        POINT.read(
            registry,
            found ->
                new EngineContribution(
                    new EngineEntry(found.id(), found.title(), found.bundle()),
                    () -> found.create(InferenceEngine.class)));
    var catalogue = new ContributedEngineCatalogue(installed.items(), this::preferredEngineId);
    return new Reading(catalogue, installed.findingsAnd(catalogue.findings()));
  }
}
