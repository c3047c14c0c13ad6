/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.assistant.numbers;

import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Set;
import org.eclipse.core.runtime.IProgressMonitor;
import org.recourse.assistant.cases.CaseVoxels;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.risk.RiskCatalogue;
import org.recourse.risk.RiskInput;
import org.recourse.risk.RiskModelEntry;
import org.recourse.risk.RiskParameterValues;
import org.recourse.risk.RiskStructure;
import org.recourse.risk.VoxelAttribution;

/**
 * Asks the risk models which voxels of the planned dose drive their numbers. Thread-safe; one
 * object for one case keeps what edits do not change.
 */
public final class DoseAttributions {

  private final RiskCatalogue catalogue;
  private final RiskParameterValues parameters;
  private final CaseVoxels voxels;
  private final StructureSamplings samplings;

  public DoseAttributions(
      RiskCatalogue catalogue,
      RiskParameterValues parameters,
      CaseVoxels voxels,
      SliceExecutor executor) {
    this.catalogue = Objects.requireNonNull(catalogue, "catalogue");
    this.parameters = Objects.requireNonNull(parameters, "parameters");
    this.voxels = Objects.requireNonNull(voxels, "voxels");
    this.samplings = new StructureSamplings(voxels, executor);
  }

  /** Returns the models, in the order in which they are asked. */
  public List<RiskModelEntry> models() {
    return catalogue.models();
  }

  /**
   * Asks one model.
   *
   * @param numbers numbers of the plan with its dose
   */
  public VoxelAttribution of(
      String modelId,
      VoxelAttribution.Method method,
      PlanNumbers numbers,
      IProgressMonitor monitor) {
    return catalogue.attribute(modelId, input(numbers), method, monitor);
  }

  /** Returns the groups of inputs a model can be asked without; empty if it cannot be. */
  public List<String> inputGroups(String modelId) {
    return catalogue.inputGroups(modelId);
  }

  /** Returns those of the groups that are clinical facts; empty if the model takes none. */
  public List<String> clinicalGroups(String modelId) {
    return catalogue.clinicalGroups(modelId);
  }

  /** Returns the score of a model with only some groups of its inputs known. */
  public OptionalDouble scoreKnowing(
      String modelId, Set<String> known, PlanNumbers numbers, IProgressMonitor monitor) {
    return catalogue.scoreKnowing(modelId, input(numbers), known, monitor);
  }

  private RiskInput input(PlanNumbers numbers) {
    PlanSnapshot snapshot = numbers.snapshot();
    List<RiskStructure> structures =
        snapshot.assessedStructures().stream()
            .filter(structure -> !structure.name().isBlank())
            .map(DoseAttributions::withoutDoses)
            .toList();
    var read = new SnapshotVoxels(snapshot, numbers.planDose(), samplings, voxels);
    return RiskQuestion.of(snapshot, structures, parameters, read);
  }

  /** Models that look at voxels do not ask for doses of structures. */
  private static RiskStructure withoutDoses(StructureState structure) {
    return new RiskStructure(
        structure.name(),
        structure.tg263Name(),
        RiskQuestion.kind(structure.type()),
        (tissue, monitor) -> {
          throw new UnsupportedOperationException("no doses of structures for voxel models");
        });
  }
}
