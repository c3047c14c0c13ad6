/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.risk;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.extension.UniqueIds;
import org.recourse.grid.finding.Finding;

/**
 * A catalogue made from a list of contributions. Thread-safe. Of two contributions with the same id
 * the first is used and a finding names both bundles.
 */
public final class ContributedRiskCatalogue implements RiskCatalogue {

  /** Enough for a model with images on a slow machine, and short enough to notice a hanging one. */
  private static final Duration TIME_LIMIT = Duration.ofSeconds(60);

  private final Map<String, GuardedRiskModel> modelById;
  private final List<Finding> conflicts;

  public ContributedRiskCatalogue(List<RiskModelContribution> contributions) {
    this(contributions, TIME_LIMIT);
  }

  /**
   * Makes a catalogue.
   *
   * @param contributions in the order in which they are shown
   * @param timeLimit time for each assessment, greater than 0
   */
  public ContributedRiskCatalogue(List<RiskModelContribution> contributions, Duration timeLimit) {
    if (!timeLimit.isPositive()) {
      throw new IllegalArgumentException("timeLimit must be > 0: " + timeLimit);
    }
    var unique =
        UniqueIds.of(
            contributions.stream()
                .map(contribution -> new GuardedRiskModel(contribution, TIME_LIMIT, timeLimit))
                .toList(),
            "risk model",
            model -> model.entry().id(),
            model -> model.entry().contributor());
    modelById = unique.byId();
    conflicts = unique.findings();
  }

  /** Makes a catalogue of models that exist already. */
  public static ContributedRiskCatalogue of(List<? extends RiskModel> models, String contributor) {
    return new ContributedRiskCatalogue(
        models.stream().map(model -> RiskModelContribution.of(model, contributor)).toList());
  }

  @Override
  public List<RiskModelEntry> models() {
    return modelById.values().stream().map(GuardedRiskModel::entry).toList();
  }

  @Override
  public Optional<RiskModelDescription> description(String modelId) {
    return Optional.ofNullable(modelById.get(modelId)).flatMap(GuardedRiskModel::description);
  }

  @Override
  public RiskAssessment assess(String modelId, RiskInput input, IProgressMonitor monitor) {
    Objects.requireNonNull(input, "input");
    GuardedRiskModel model = modelById.get(modelId);
    if (model == null) {
      throw new IllegalArgumentException(
          "no risk model has the id " + modelId + "; installed are " + modelById.keySet());
    }
    return model.assess(input, monitor);
  }

  @Override
  public VoxelAttribution attribute(
      String modelId, RiskInput input, VoxelAttribution.Method method, IProgressMonitor monitor) {
    GuardedRiskModel model = modelById.get(modelId);
    return model == null
        ? new VoxelAttribution.NotAvailable("No risk model has the id " + modelId + ".")
        : model.attribute(input, method, monitor);
  }

  @Override
  public boolean looksAtVoxels(String modelId) {
    GuardedRiskModel model = modelById.get(modelId);
    return model != null && model.looksAtVoxels();
  }

  @Override
  public List<String> inputGroups(String modelId) {
    GuardedRiskModel model = modelById.get(modelId);
    return model == null ? List.of() : model.inputGroups();
  }

  @Override
  public List<String> clinicalGroups(String modelId) {
    GuardedRiskModel model = modelById.get(modelId);
    return model == null ? List.of() : model.clinicalGroups();
  }

  @Override
  public OptionalDouble scoreKnowing(
      String modelId, RiskInput input, Set<String> known, IProgressMonitor monitor) {
    GuardedRiskModel model = modelById.get(modelId);
    return model == null ? OptionalDouble.empty() : model.scoreKnowing(input, known, monitor);
  }

  @Override
  public List<RiskAssessment> assessAll(RiskInput input, IProgressMonitor monitor) {
    SubMonitor progress = SubMonitor.convert(monitor, "Assessing risks", modelById.size());
    var assessments = new ArrayList<RiskAssessment>();
    for (GuardedRiskModel model : modelById.values()) {
      assessments.add(model.assess(input, progress.split(1)));
    }
    return List.copyOf(assessments);
  }

  @Override
  public List<Finding> findings() {
    return conflicts;
  }
}
