/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cohort.extraction;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.assistant.cases.OpenCase;
import org.recourse.assistant.numbers.PlanSnapshot;
import org.recourse.assistant.numbers.PlannedVoxels;
import org.recourse.assistant.numbers.StructureState;
import org.recourse.cohort.cases.CohortTable;
import org.recourse.grid.contour.ContourSet;
import org.recourse.grid.finding.Finding;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.grid.volume.Mask;
import org.recourse.inference.tensor.Tensor;
import org.recourse.risk.multiomics.TargetCrop;

/**
 * Doses of patients whose cases lie in folders. Immutable and thread-safe.
 *
 * <p>The dose is the physical one of the plan that the case assesses, with its edits; the target is
 * the structure with the name asked for, brought into the frame of that dose, both read as the risk
 * models of the workbench read them.
 */
public final class CaseFolderDoses implements DoseSource {

  private final CaseFolders cases;
  private final String structureName;

  /**
   * Makes a source.
   *
   * @param cohort patients with their case folders, relative to {@code folder}
   * @param structureName name of the target, upper and lower case being the same
   */
  public CaseFolderDoses(CohortTable cohort, Path folder, String structureName) {
    this.cases = new CaseFolders(cohort, folder);
    this.structureName = Objects.requireNonNull(structureName, "structureName");
  }

  @Override
  public List<String> patientIds() {
    return cases.patientIds();
  }

  @Override
  public String fingerprint() {
    return "planned dose of case folders, structure " + structureName;
  }

  @Override
  public Optional<Tensor> dose(String patientId, DoseVolumeGrid grid, IProgressMonitor monitor)
      throws CaseFailure {
    SubMonitor progress = SubMonitor.convert(monitor, patientId, 3);
    try (SliceExecutor executor = SliceExecutor.ofThreads(1)) {
      OpenCase open = cases.open(patientId, executor);
      var snapshot = PlanSnapshot.of(open.patientCase(), 1);
      PlannedVoxels planned =
          PlannedVoxels.of(snapshot, open.voxels(), executor, progress.split(1));
      if (planned.voxels().plannedDose().isEmpty()) {
        Optional<Finding> why =
            planned.findings().stream()
                .filter(finding -> finding.severity() == Finding.Severity.ERROR)
                .findFirst();
        if (why.isPresent()) {
          throw new CaseFailure(why.get().text());
        }
        return Optional.empty();
      }
      ContourSet target = target(snapshot, planned, progress.split(1));
      Mask mask =
          TargetCrop.mask(
              target,
              TargetCrop.doseGeometry(target, grid.size(), grid.spacing()),
              progress.split(1));
      return Optional.of(TargetCrop.dose(planned.voxels().plannedDose().get(), mask, grid.size()));
    }
  }

  private ContourSet target(PlanSnapshot snapshot, PlannedVoxels planned, IProgressMonitor monitor)
      throws CaseFailure {
    String name =
        snapshot.assessedStructures().stream()
            .map(StructureState::name)
            .filter(structureName::equalsIgnoreCase)
            .findFirst()
            .orElseThrow(
                () ->
                    new CaseFailure(
                        "the plan's structures have none with the name " + structureName + "."));
    return planned
        .voxels()
        .contours(name, monitor)
        .filter(contours -> !contours.isEmpty())
        .orElseThrow(
            () ->
                new CaseFailure(
                    "the structure "
                        + structureName
                        + " has no contours, or no registration leads from it to the dose."));
  }
}
