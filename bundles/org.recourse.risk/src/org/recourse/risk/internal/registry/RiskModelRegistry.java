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
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IExtensionRegistry;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.Status;
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
public final class RiskModelRegistry implements RiskCatalogue {

  private static final String PACKAGE_ELEMENT = "modelPackage";
  private static final String FOLDER = "folder";

  private static final ExtensionPoint POINT =
      ExtensionPoint.of("org.recourse.risk.riskModels", "risk model")
          .withElement("riskModel", Contribution.ID, Contribution.TITLE, Contribution.CLASS)
          .withElement(PACKAGE_ELEMENT, Contribution.ID, Contribution.TITLE, FOLDER);

  /** What was read at one time. */
  private record Reading(RiskCatalogue catalogue, List<Finding> findings) {}

  private final EngineCatalogue engines;
  private final TargetMemory memory;
  private final ModelLibrary library;
  private final AtomicReference<DemonstrationOutput> demonstration = new AtomicReference<>();
  private final ExtensionWatch<Reading> extensions;

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
    this.engines = engines;
    this.memory = new TargetMemory(features);
    this.library = library;
    extensions = new ExtensionWatch<>(registry, this::read, POINT);
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
    extensions.close();
  }

  @Override
  public List<RiskModelEntry> models() {
    return extensions.current().catalogue().models();
  }

  @Override
  public Optional<RiskModelDescription> description(String modelId) {
    return extensions.current().catalogue().description(modelId);
  }

  @Override
  public RiskAssessment assess(String modelId, RiskInput input, IProgressMonitor monitor) {
    return extensions.current().catalogue().assess(modelId, input, monitor);
  }

  @Override
  public VoxelAttribution attribute(
      String modelId, RiskInput input, VoxelAttribution.Method method, IProgressMonitor monitor) {
    return extensions.current().catalogue().attribute(modelId, input, method, monitor);
  }

  @Override
  public boolean looksAtVoxels(String modelId) {
    return extensions.current().catalogue().looksAtVoxels(modelId);
  }

  @Override
  public List<String> inputGroups(String modelId) {
    return extensions.current().catalogue().inputGroups(modelId);
  }

  @Override
  public List<String> clinicalGroups(String modelId) {
    return extensions.current().catalogue().clinicalGroups(modelId);
  }

  @Override
  public OptionalDouble scoreKnowing(
      String modelId, RiskInput input, Set<String> known, IProgressMonitor monitor) {
    return extensions.current().catalogue().scoreKnowing(modelId, input, known, monitor);
  }

  @Override
  public List<RiskAssessment> assessAll(RiskInput input, IProgressMonitor monitor) {
    return extensions.current().catalogue().assessAll(input, monitor);
  }

  @Override
  public List<Finding> findings() {
    return extensions.current().findings();
  }

  private Reading read(IExtensionRegistry registry) {
    Installed<RiskModelContribution> installed = POINT.read(registry, this::contribution);
    var contributions = new ArrayList<>(installed.items());
    var findings = new ArrayList<>(installed.findings());
    addLibrary(contributions, findings);
    var catalogue = new ContributedRiskCatalogue(contributions);
    findings.addAll(catalogue.findings());
    return new Reading(catalogue, List.copyOf(findings));
  }

  private RiskModelContribution contribution(Contribution found) {
    var entry = new RiskModelEntry(found.id(), found.title(), found.bundle());
    return new RiskModelContribution(
        entry,
        () ->
            found.elementName().equals(PACKAGE_ELEMENT)
                ? ofPackage(found.required(FOLDER), entry)
                : found.create(RiskModel.class));
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
  private RiskModel ofPackage(String folder, RiskModelEntry entry) throws CoreException {
    try {
      return ofFolder(BundleFolder.of(entry.contributor(), folder), entry);
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
}
