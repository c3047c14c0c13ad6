/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.risk.internal.registry;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
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
import org.recourse.inference.engine.EngineCatalogue;
import org.recourse.inference.library.InstalledModel;
import org.recourse.inference.library.ModelFolders;
import org.recourse.inference.library.ModelLibrary;
import org.recourse.inference.model.ModelPackageException;
import org.recourse.inference.prediction.DemonstrationOutput;
import org.recourse.radiomics.FeatureCatalogue;
import org.recourse.risk.ContributedRiskCatalogue;
import org.recourse.risk.RiskAssessment;
import org.recourse.risk.RiskCatalogue;
import org.recourse.risk.RiskInput;
import org.recourse.risk.RiskModel;
import org.recourse.risk.RiskModelContribution;
import org.recourse.risk.RiskModelDescription;
import org.recourse.risk.RiskModelEntry;
import org.recourse.risk.VoxelAttribution;
import org.recourse.risk.multiomics.MultiOmicsRisk;
import org.recourse.risk.multiomics.PackageModel;
import org.recourse.risk.multiomics.TargetMemory;

/**
 * Turns the extensions of {@code org.recourse.risk.riskModels} into a catalogue, again whenever a
 * bundle with extensions comes or goes. A vendor's class is loaded when its model is first used.
 * Thread-safe.
 */
@Component(service = RiskCatalogue.class)
public final class RiskModelRegistry implements RiskCatalogue, IRegistryEventListener {

  static final String EXTENSION_POINT = "org.recourse.risk.riskModels";

  private static final String OWN_BUNDLE = "org.recourse.risk";
  private static final String ID = "id";
  private static final String TITLE = "title";
  private static final String CLASS = "class";
  private static final String PACKAGE_ELEMENT = "modelPackage";
  private static final String FOLDER = "folder";

  /** What was read at one time. */
  private record Reading(RiskCatalogue catalogue, List<Finding> findings) {}

  private final IExtensionRegistry registry;
  private final EngineCatalogue engines;
  private final TargetMemory memory;
  private final ModelLibrary library;
  private final AtomicReference<DemonstrationOutput> demonstration = new AtomicReference<>();
  private volatile Reading reading;

  @Activate
  public RiskModelRegistry(
      @Reference IExtensionRegistry registry,
      @Reference EngineCatalogue engines,
      @Reference FeatureCatalogue features) {
    this(registry, engines, features, new ModelLibrary(ModelFolders.ofThisMachine().all()));
  }

  RiskModelRegistry(
      IExtensionRegistry registry,
      EngineCatalogue engines,
      FeatureCatalogue features,
      ModelLibrary library) {
    this.registry = registry;
    this.engines = engines;
    this.memory = new TargetMemory(features);
    this.library = library;
    reading = read(registry);
    registry.addListener(this, EXTENSION_POINT);
  }

  /** Takes the wish of the user, which may come and go while models are in use. */
  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  void setDemonstration(DemonstrationOutput output) {
    demonstration.set(output);
  }

  void unsetDemonstration(DemonstrationOutput output) {
    demonstration.compareAndSet(output, null);
  }

  private boolean demonstrationOn() {
    DemonstrationOutput output = demonstration.get();
    return output != null && output.isOn();
  }

  @Deactivate
  void close() {
    registry.removeListener(this);
  }

  @Override
  public List<RiskModelEntry> models() {
    return reading.catalogue().models();
  }

  @Override
  public Optional<RiskModelDescription> description(String modelId) {
    return reading.catalogue().description(modelId);
  }

  @Override
  public RiskAssessment assess(String modelId, RiskInput input, IProgressMonitor monitor) {
    return reading.catalogue().assess(modelId, input, monitor);
  }

  @Override
  public VoxelAttribution attribute(
      String modelId, RiskInput input, VoxelAttribution.Method method, IProgressMonitor monitor) {
    return reading.catalogue().attribute(modelId, input, method, monitor);
  }

  @Override
  public boolean looksAtVoxels(String modelId) {
    return reading.catalogue().looksAtVoxels(modelId);
  }

  @Override
  public List<String> inputGroups(String modelId) {
    return reading.catalogue().inputGroups(modelId);
  }

  @Override
  public List<String> clinicalGroups(String modelId) {
    return reading.catalogue().clinicalGroups(modelId);
  }

  @Override
  public OptionalDouble scoreKnowing(
      String modelId, RiskInput input, Set<String> known, IProgressMonitor monitor) {
    return reading.catalogue().scoreKnowing(modelId, input, known, monitor);
  }

  @Override
  public List<RiskAssessment> assessAll(RiskInput input, IProgressMonitor monitor) {
    return reading.catalogue().assessAll(input, monitor);
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

  /** Our own models come first; those of vendors in the order of their bundles. */
  private Reading read(IExtensionRegistry registry) {
    List<IConfigurationElement> elements =
        Arrays.stream(registry.getConfigurationElementsFor(EXTENSION_POINT))
            .sorted(
                Comparator.comparing(
                        (IConfigurationElement e) ->
                            !e.getContributor().getName().equals(OWN_BUNDLE))
                    .thenComparing(e -> e.getContributor().getName()))
            .toList();
    var contributions = new ArrayList<RiskModelContribution>();
    var findings = new ArrayList<Finding>();
    for (IConfigurationElement element : elements) {
      List<String> missing = missingAttributes(element);
      if (missing.isEmpty()) {
        contributions.add(contribution(element));
      } else {
        findings.add(incomplete(element, missing));
      }
    }
    addLibrary(contributions, findings);
    var catalogue = new ContributedRiskCatalogue(contributions);
    findings.addAll(catalogue.findings());
    return new Reading(catalogue, List.copyOf(findings));
  }

  private static List<String> missingAttributes(IConfigurationElement element) {
    String maker = element.getName().equals(PACKAGE_ELEMENT) ? FOLDER : CLASS;
    return Stream.of(ID, TITLE, maker)
        .filter(name -> element.getAttribute(name) == null || element.getAttribute(name).isBlank())
        .toList();
  }

  private static Finding incomplete(IConfigurationElement element, List<String> missing) {
    String bundle = element.getContributor().getName();
    return Finding.error(
        "A risk model of the bundle "
            + bundle
            + " is not used: its extension lacks "
            + String.join(", ", missing)
            + ". Report this to its vendor.",
        bundle);
  }

  private RiskModelContribution contribution(IConfigurationElement element) {
    var entry =
        new RiskModelEntry(
            element.getAttribute(ID),
            element.getAttribute(TITLE),
            element.getContributor().getName());
    return new RiskModelContribution(
        entry,
        () ->
            element.getName().equals(PACKAGE_ELEMENT)
                ? ofPackage(element, entry)
                : create(element));
  }

  /** Packages in the folders of the product and the user follow those of bundles. */
  private void addLibrary(List<RiskModelContribution> contributions, List<Finding> findings) {
    for (InstalledModel installed : library.models(null)) {
      switch (installed) {
        case InstalledModel.Refused refused ->
            findings.add(Finding.error(refused.sentence(), refused.folder().toString()));
        case InstalledModel.Sound sound -> {
          String title = sound.description().identity().title();
          var entry =
              new RiskModelEntry(
                  sound.description().identity().id(), title, sound.folder().toString());
          contributions.add(
              new RiskModelContribution(entry, () -> ofFolder(sound.folder(), entry)));
        }
      }
    }
  }

  /**
   * A package in a bundle is the same as one in a folder: read, checked, and refused if it fails.
   */
  private RiskModel ofPackage(IConfigurationElement element, RiskModelEntry entry)
      throws CoreException {
    try {
      return ofFolder(BundleFolder.of(entry.contributor(), element.getAttribute(FOLDER)), entry);
    } catch (IOException e) {
      throw new CoreException(Status.error(e.getMessage(), e));
    }
  }

  private RiskModel ofFolder(Path folder, RiskModelEntry entry) throws CoreException {
    try {
      PackageModel model = PackageModel.of(folder, engines);
      if (!model.description().identity().id().equals(entry.id())) {
        throw new CoreException(
            Status.error("the package calls itself " + model.description().identity().id()));
      }
      return new MultiOmicsRisk(model, memory, this::demonstrationOn);
    } catch (ModelPackageException e) {
      throw new CoreException(Status.error(e.getMessage(), e));
    }
  }

  private static RiskModel create(IConfigurationElement element) throws CoreException {
    Object created = element.createExecutableExtension(CLASS);
    if (created instanceof RiskModel model) {
      return model;
    }
    throw new CoreException(
        Status.error(
            element.getAttribute(CLASS) + " does not implement " + RiskModel.class.getName()));
  }
}
