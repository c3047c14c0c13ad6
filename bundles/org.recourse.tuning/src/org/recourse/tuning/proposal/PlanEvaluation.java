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
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.core.runtime.IProgressMonitor;
import org.recourse.assistant.cases.CaseVoxels;
import org.recourse.assistant.cases.VoxelSource;
import org.recourse.assistant.numbers.NumbersComputation;
import org.recourse.assistant.numbers.PlanNumbers;
import org.recourse.assistant.numbers.PlanSnapshot;
import org.recourse.dicom.DicomReadException;
import org.recourse.grid.contour.ContourSet;
import org.recourse.grid.volume.DoseGrid;
import org.recourse.grid.volume.ImageVolume;
import org.recourse.risk.RiskCatalogue;

/**
 * Computes the numbers of changed plans, exactly as those of the plan itself are computed. Keeps
 * what changes do not touch. Thread-safe.
 */
final class PlanEvaluation {

  private final CaseModels models;
  private final Map<String, DoseGrid> computedDoses = new ConcurrentHashMap<>();
  private final CaseVoxels voxels;
  private final NumbersComputation all;
  private final Map<String, NumbersComputation> ofOneModel = new ConcurrentHashMap<>();

  PlanEvaluation(CaseModels models) {
    this.models = models;
    this.voxels = new CaseVoxels(new WithComputedDoses());
    this.all = computation(models.risks());
  }

  /** Returns the voxels of the case with the doses of proposals among them. */
  CaseVoxels voxels() {
    return voxels;
  }

  CaseModels models() {
    return models;
  }

  /** Returns every number of a plan. */
  PlanNumbers numbers(PlanSnapshot snapshot, IProgressMonitor monitor) {
    return all.compute(withKeptContours(snapshot), monitor);
  }

  /** Returns the numbers of a plan with one risk model, which costs less. */
  PlanNumbers numbers(PlanSnapshot snapshot, String modelId, IProgressMonitor monitor) {
    return ofOneModel
        .computeIfAbsent(modelId, id -> computation(new OneModel(models.risks(), id)))
        .compute(withKeptContours(snapshot), monitor);
  }

  /** Returns the numbers of a plan with a change made. */
  PlanNumbers numbers(PlanSnapshot snapshot, PlanEdit edit, IProgressMonitor monitor) {
    if (edit instanceof PlanEdit.NewBeamDoses(List<PlanEdit.NewBeamDoses.BeamDose> beams, var t)) {
      beams.forEach(beam -> computedDoses.put(beam.doseUid(), beam.doseGy()));
    }
    return numbers(edit.appliedTo(snapshot), monitor);
  }

  private NumbersComputation computation(RiskCatalogue risks) {
    return new NumbersComputation(
        voxels, risks, models.protocols(), models.parameters(), models.executor());
  }

  /** Contours that were drawn here are known to the voxels of the case by digest only. */
  private PlanSnapshot withKeptContours(PlanSnapshot snapshot) {
    snapshot.structures().stream()
        .filter(structure -> !structure.contourDigest().isEmpty())
        .forEach(
            structure ->
                models
                    .voxels()
                    .contoursIfLoaded(
                        structure.structureSetUid(),
                        structure.roiNumber(),
                        structure.contourDigest())
                    .ifPresent(voxels::keep));
    return snapshot;
  }

  /** The case, and doses that were computed here. */
  private final class WithComputedDoses implements VoxelSource {

    @Override
    public ImageVolume readImage(String seriesInstanceUid, IProgressMonitor monitor)
        throws DicomReadException {
      return models.voxels().image(seriesInstanceUid, monitor);
    }

    @Override
    public Map<Integer, ContourSet> readContours(String structureSetUid, IProgressMonitor monitor)
        throws DicomReadException {
      return models.voxels().contours(structureSetUid, monitor);
    }

    @Override
    public DoseGrid readDose(String doseUid, IProgressMonitor monitor) throws DicomReadException {
      DoseGrid computed = computedDoses.get(doseUid);
      return computed == null ? models.voxels().dose(doseUid, monitor) : computed;
    }
  }
}
