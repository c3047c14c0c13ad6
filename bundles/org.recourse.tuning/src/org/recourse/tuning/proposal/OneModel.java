/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.tuning.proposal;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.eclipse.core.runtime.IProgressMonitor;
import org.recourse.grid.finding.Finding;
import org.recourse.risk.RiskAssessment;
import org.recourse.risk.RiskCatalogue;
import org.recourse.risk.RiskInput;
import org.recourse.risk.RiskModelDescription;
import org.recourse.risk.RiskModelEntry;
import org.recourse.risk.VoxelAttribution;

/** A catalogue with one of the models of another. */
record OneModel(RiskCatalogue all, String modelId) implements RiskCatalogue {

  @Override
  public List<RiskModelEntry> models() {
    return all.models().stream().filter(model -> model.id().equals(modelId)).toList();
  }

  @Override
  public Optional<RiskModelDescription> description(String id) {
    return all.description(id);
  }

  @Override
  public RiskAssessment assess(String id, RiskInput input, IProgressMonitor monitor) {
    return all.assess(id, input, monitor);
  }

  @Override
  public List<RiskAssessment> assessAll(RiskInput input, IProgressMonitor monitor) {
    return List.of(all.assess(modelId, input, monitor));
  }

  @Override
  public VoxelAttribution attribute(
      String id, RiskInput input, VoxelAttribution.Method method, IProgressMonitor monitor) {
    return all.attribute(id, input, method, monitor);
  }

  @Override
  public List<String> inputGroups(String id) {
    return all.inputGroups(id);
  }

  @Override
  public OptionalDouble scoreKnowing(
      String id, RiskInput input, Set<String> known, IProgressMonitor monitor) {
    return all.scoreKnowing(id, input, known, monitor);
  }

  @Override
  public boolean looksAtVoxels(String id) {
    return all.looksAtVoxels(id);
  }

  @Override
  public List<Finding> findings() {
    return all.findings();
  }
}
