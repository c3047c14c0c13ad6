/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.risk;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.eclipse.core.runtime.IProgressMonitor;
import org.osgi.annotation.versioning.ProviderType;
import org.recourse.grid.finding.Finding;

/**
 * The installed risk models. An OSGi service; in plain Java use {@link ContributedRiskCatalogue}.
 * Thread-safe.
 *
 * <p>A model that fails never takes the others down: its assessment holds {@link RiskResult.Failed}
 * and a finding that names the contributing bundle.
 */
@ProviderType
public interface RiskCatalogue {

  /** Returns the installed models in a fixed order, without loading their code. */
  List<RiskModelEntry> models();

  /** Returns the description of a model, creating it if needed; empty if there is none to use. */
  Optional<RiskModelDescription> description(String modelId);

  /**
   * Lets one model assess the input.
   *
   * @throws IllegalArgumentException if no model has this id
   * @throws org.eclipse.core.runtime.OperationCanceledException if the monitor is cancelled
   */
  RiskAssessment assess(String modelId, RiskInput input, IProgressMonitor monitor);

  /** Lets every model assess the input, in the order of {@link #models()}. */
  List<RiskAssessment> assessAll(RiskInput input, IProgressMonitor monitor);

  /**
   * Lets one model say which voxels of the dose drive its number.
   *
   * @throws org.eclipse.core.runtime.OperationCanceledException if the monitor is cancelled
   */
  default VoxelAttribution attribute(
      String modelId, RiskInput input, VoxelAttribution.Method method, IProgressMonitor monitor) {
    return new VoxelAttribution.NotAvailable("The model " + modelId + " does not look at voxels.");
  }

  /** Returns whether a model looks at voxels of the dose: a network, not a closed formula. */
  default boolean looksAtVoxels(String modelId) {
    return false;
  }

  /** Returns the groups of inputs a model can be asked without; empty if it cannot be. */
  default List<String> inputGroups(String modelId) {
    return List.of();
  }

  /** Returns those of the groups that are clinical facts; empty if the model takes none. */
  default List<String> clinicalGroups(String modelId) {
    return List.of();
  }

  /**
   * Returns the score of a model with only some groups of its inputs known; empty if it gives none.
   *
   * @throws org.eclipse.core.runtime.OperationCanceledException if the monitor is cancelled
   */
  default OptionalDouble scoreKnowing(
      String modelId, RiskInput input, Set<String> known, IProgressMonitor monitor) {
    return OptionalDouble.empty();
  }

  /** Returns mistakes of contributions, such as a duplicate id, each naming the bundle. */
  List<Finding> findings();
}
