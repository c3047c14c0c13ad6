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
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
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
public final class PlanEvaluation {

  private final CaseModels models;
  private final AtomicLong doses = new AtomicLong();
  private final Map<String, DoseGrid> computedDoses = new ConcurrentHashMap<>();
  private final CaseVoxels voxels;
  private final NumbersComputation all;
  private final Map<String, NumbersComputation> ofOneModel = new ConcurrentHashMap<>();

  public PlanEvaluation(CaseModels models) {
    this.models = models;
    this.voxels = new CaseVoxels(new WithComputedDoses());
    this.all = computation(models.risks());
  }

  /** Returns the voxels of the case with the doses of proposals among them. */
  public CaseVoxels voxels() {
    return voxels;
  }

  /** Returns what is asked. */
  public CaseModels models() {
    return models;
  }

  /** Returns a name for a computed dose that no other one has: numbers are kept by it. */
  public String freshDoseUid(String what) {
    return "computed/" + what + "/" + doses.incrementAndGet();
  }

  /** Returns every number of a plan. */
  public PlanNumbers numbers(PlanSnapshot snapshot, IProgressMonitor monitor) {
    return all.compute(withKeptContours(snapshot), monitor);
  }

  /** Returns the numbers of a plan with one risk model, which costs less. */
  public PlanNumbers numbers(PlanSnapshot snapshot, String modelId, IProgressMonitor monitor) {
    return ofOneModel
        .computeIfAbsent(modelId, id -> computation(new OneModel(models.risks(), id)))
        .compute(withKeptContours(snapshot), monitor);
  }

  /** Returns the numbers of a plan with a change made. */
  public PlanNumbers numbers(PlanSnapshot snapshot, PlanEdit edit, IProgressMonitor monitor) {
    return edit instanceof PlanEdit.NewBeamDoses doses
        ? numbers(snapshot, doses.beams(), monitor)
        : numbers(edit.appliedTo(snapshot), monitor);
  }

  /** Returns the numbers of a plan with these doses of its beams. */
  PlanNumbers numbers(
      PlanSnapshot snapshot, List<PlanEdit.NewBeamDoses.BeamDose> beams, IProgressMonitor monitor) {
    return withDoses(beams, () -> numbers(Snapshots.withBeamDoses(snapshot, beams), monitor));
  }

  /**
   * Returns the numbers of a plan with one risk model, as if one of its beams gave this dose and
   * the others none: for questions on the way, never for a proposal.
   *
   * @param dose with the number of a beam of the plan
   */
  public PlanNumbers numbersOfDose(
      PlanSnapshot snapshot,
      PlanEdit.NewBeamDoses.BeamDose dose,
      String modelId,
      IProgressMonitor monitor) {
    List<PlanEdit.NewBeamDoses.BeamDose> one = List.of(dose);
    return withDoses(one, () -> numbers(Snapshots.withBeamDoses(snapshot, one), modelId, monitor));
  }

  /** Doses are known while the numbers are computed and forgotten afterwards. */
  private PlanNumbers withDoses(
      List<PlanEdit.NewBeamDoses.BeamDose> beams, Supplier<PlanNumbers> numbers) {
    beams.forEach(beam -> computedDoses.put(beam.doseUid(), beam.doseGy()));
    try {
      return numbers.get();
    } finally {
      for (PlanEdit.NewBeamDoses.BeamDose beam : beams) {
        computedDoses.remove(beam.doseUid());
        voxels.forgetDose(beam.doseUid());
      }
    }
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
