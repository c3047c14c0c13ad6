/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.inference.internal.registry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
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
public final class InferenceEngineRegistry implements EngineCatalogue, IRegistryEventListener {

  static final String EXTENSION_POINT = "org.recourse.inference.engines";

  private static final String DEFAULT_BUNDLE = "org.recourse.inference.onnx";
  private static final String ID = "id";
  private static final String TITLE = "title";
  private static final String CLASS = "class";

  /** What was read at one time. */
  private record Reading(EngineCatalogue catalogue, List<Finding> findings) {}

  private final IExtensionRegistry registry;
  private volatile Reading reading;

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile EngineChoice choice; // null while nobody publishes one

  @Activate
  public InferenceEngineRegistry(@Reference IExtensionRegistry registry) {
    this.registry = registry;
    reading = read();
    registry.addListener(this, EXTENSION_POINT);
  }

  @Deactivate
  void close() {
    registry.removeListener(this);
  }

  @Override
  public List<EngineEntry> engines() {
    return reading.catalogue().engines();
  }

  @Override
  public EngineState state(String engineId) {
    return reading.catalogue().state(engineId);
  }

  @Override
  public LoadedModel load(ModelPackage model, EngineOptions options, IProgressMonitor monitor)
      throws InferenceException {
    return reading.catalogue().load(model, options, monitor);
  }

  @Override
  public LoadedModel loadWith(
      String engineId, ModelPackage model, EngineOptions options, IProgressMonitor monitor)
      throws InferenceException {
    return reading.catalogue().loadWith(engineId, model, options, monitor);
  }

  @Override
  public List<Finding> findings() {
    return reading.findings();
  }

  @Override
  public void added(IExtension[] extensions) {
    reading = read();
  }

  @Override
  public void removed(IExtension[] extensions) {
    reading = read();
  }

  @Override
  public void added(IExtensionPoint[] extensionPoints) {
    reading = read();
  }

  @Override
  public void removed(IExtensionPoint[] extensionPoints) {
    reading = read();
  }

  private Optional<String> preferredEngineId() {
    EngineChoice current = choice;
    return current == null ? Optional.empty() : current.preferredEngineId();
  }

  /** Our own default engine comes first; those of vendors in the order of their bundles. */
  private Reading read() {
    List<IConfigurationElement> elements =
        Arrays.stream(registry.getConfigurationElementsFor(EXTENSION_POINT))
            .sorted(
                Comparator.comparing(
                        (IConfigurationElement e) ->
                            !e.getContributor().getName().equals(DEFAULT_BUNDLE))
                    .thenComparing(e -> e.getContributor().getName()))
            .toList();
    var contributions = new ArrayList<EngineContribution>();
    var findings = new ArrayList<Finding>();
    for (IConfigurationElement element : elements) {
      List<String> missing = missingAttributes(element);
      if (missing.isEmpty()) {
        contributions.add(contribution(element));
      } else {
        findings.add(incomplete(element, missing));
      }
    }
    var catalogue = new ContributedEngineCatalogue(contributions, this::preferredEngineId);
    findings.addAll(catalogue.findings());
    return new Reading(catalogue, List.copyOf(findings));
  }

  private static List<String> missingAttributes(IConfigurationElement element) {
    return Stream.of(ID, TITLE, CLASS)
        .filter(name -> element.getAttribute(name) == null || element.getAttribute(name).isBlank())
        .toList();
  }

  private static Finding incomplete(IConfigurationElement element, List<String> missing) {
    String bundle = element.getContributor().getName();
    return Finding.error(
        "An inference engine of the bundle "
            + bundle
            + " is not used: its extension lacks "
            + String.join(", ", missing)
            + ". Report this to its vendor.",
        bundle);
  }

  private static EngineContribution contribution(IConfigurationElement element) {
    var entry =
        new EngineEntry(
            element.getAttribute(ID),
            element.getAttribute(TITLE),
            element.getContributor().getName());
    return new EngineContribution(entry, () -> create(element));
  }

  private static InferenceEngine create(IConfigurationElement element) throws CoreException {
    Object created = element.createExecutableExtension(CLASS);
    if (created instanceof InferenceEngine engine) {
      return engine;
    }
    throw new CoreException(
        Status.error(
            element.getAttribute(CLASS)
                + " does not implement "
                + InferenceEngine.class.getName()));
  }
}
