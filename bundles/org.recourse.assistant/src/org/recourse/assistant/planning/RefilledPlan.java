/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.assistant.planning;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.emf.common.command.Command;
import org.eclipse.emf.edit.domain.EditingDomain;
import org.recourse.assistant.cases.CaseVoxels;
import org.recourse.dicom.DicomReadException;
import org.recourse.dicom.DicomWriteException;
import org.recourse.dicom.voxels.DicomVoxels;
import org.recourse.model.Beam;
import org.recourse.model.DoseDistribution;
import org.recourse.model.ModelPackage;
import org.recourse.model.PatientCase;
import org.recourse.model.Plan;
import org.recourse.model.Structure;
import org.recourse.model.StructureType;
import org.recourse.model.edit.CaseEditing;
import org.recourse.planning.plan.PlanOutcome;

/**
 * Gives the beams of a plan of the case other fluences: RTPLAN and one RTDOSE per beam in a new
 * folder of the case, then one command that makes the plan refer to them. The plan stays the same
 * object, with its prescription, goals and assessments; undo makes it refer to what it had, whose
 * files are never touched. Immutable; made on the thread of the model, after which {@link #write}
 * may run in the background.
 */
public final class RefilledPlan {

  private static final int LONGEST_LABEL = 16;
  private static final double FULL_PERCENT = 100;

  private final Path folder;
  private final CaseVoxels voxels;
  private final PlanIntoCase writing;
  private final PlanIntoCase.Prescribed prescribed;

  private RefilledPlan(
      Path folder, CaseVoxels voxels, PlanIntoCase writing, PlanIntoCase.Prescribed prescribed) {
    this.folder = folder;
    this.voxels = voxels;
    this.writing = writing;
    this.prescribed = prescribed;
  }

  /** What was written; becomes part of the case by {@link #command}. */
  public static final class Written {

    private final Plan computed;

    private Written(Plan computed) {
      this.computed = computed;
    }

    /** SOP Instance UIDs of the doses of the beams. */
    public List<String> doseUids() {
      return computed.getDoses().stream()
          .filter(dose -> dose.getBeam() != null)
          .map(dose -> dose.getReference().getSopInstanceUid())
          .toList();
    }
  }

  /**
   * Captures what is needed of the case. Call it on the model's thread.
   *
   * @param folder case folder that is written to
   * @param voxels of the case; learn the new doses
   * @throws IllegalArgumentException with a sentence, if the plan has no structures of a DICOM
   *     object, no prescription, or no target
   */
  public static RefilledPlan of(
      Path folder, PatientCase patientCase, Plan plan, CaseVoxels voxels) {
    if (plan.getStructureSet() == null || plan.getPrescription() == null) {
      throw new IllegalArgumentException("The plan has no structures or no prescription.");
    }
    String label =
        plan.getLabel() == null || plan.getLabel().isBlank() ? PlanIntoCase.LABEL : plan.getLabel();
    String shortened = label.substring(0, Math.min(LONGEST_LABEL, label.length())).strip();
    return new RefilledPlan(
        Objects.requireNonNull(folder, "folder"),
        Objects.requireNonNull(voxels, "voxels"),
        new PlanIntoCase(folder, patientCase, plan.getStructureSet(), shortened),
        new PlanIntoCase.Prescribed(
            target(plan),
            plan.getPrescription().getTotalDoseGy(),
            plan.getPrescription().getFractionCount()));
  }

  private static Structure target(Plan plan) {
    return Optional.ofNullable(plan.getPrescription().getTarget())
        .or(
            () ->
                plan.getStructureSet().getStructures().stream()
                    .filter(one -> one.getType() == StructureType.PTV)
                    .findFirst())
        .orElseThrow(
            () -> new IllegalArgumentException("The plan names no target it is prescribed to."));
  }

  /**
   * Writes the objects and reads the doses back, so that the numbers are those of the files.
   *
   * @param outcome what is delivered
   * @param beamNumbers number in the plan of each beam of the outcome
   * @param date of plan and doses
   * @throws org.eclipse.core.runtime.OperationCanceledException if the monitor is cancelled; then
   *     nothing is left
   */
  public Written write(
      PlanOutcome outcome, List<Integer> beamNumbers, LocalDate date, IProgressMonitor monitor)
      throws DicomWriteException, DicomReadException, IOException {
    SubMonitor progress = SubMonitor.convert(monitor, "Writing beam doses", 100);
    Plan computed =
        writing.writeBeside(numbered(outcome, beamNumbers), prescribed, date, progress.split(60));
    SubMonitor each = progress.split(40).setWorkRemaining(computed.getDoses().size());
    for (DoseDistribution dose : computed.getDoses()) {
      voxels.keepDose(
          dose.getReference().getSopInstanceUid(),
          new DicomVoxels().readDose(folder, dose, each.split(1)));
    }
    return new Written(computed);
  }

  private static PlanOutcome numbered(PlanOutcome outcome, List<Integer> beamNumbers) {
    if (beamNumbers.size() != outcome.beams().size()) {
      throw new IllegalArgumentException(
          beamNumbers.size() + " numbers for " + outcome.beams().size() + " beams");
    }
    List<PlanOutcome.OutcomeBeam> beams = new ArrayList<>();
    for (int b = 0; b < beamNumbers.size(); b++) {
      PlanOutcome.OutcomeBeam beam = outcome.beams().get(b);
      beams.add(
          new PlanOutcome.OutcomeBeam(
              beamNumbers.get(b),
              beam.aim(),
              beam.beamlets(),
              beam.segments(),
              beam.monitorUnits(),
              beam.dose()));
    }
    return new PlanOutcome(
        outcome.setup(),
        outcome.fluence(),
        beams,
        outcome.dose(),
        outcome.objective(),
        outcome.sequencedObjective(),
        outcome.deliveredObjective(),
        outcome.penalties(),
        outcome.excessesGy(),
        outcome.path(),
        outcome.end());
  }

  /**
   * Returns the command that makes the plan refer to what was written: one undo step. Call it on
   * the model's thread.
   *
   * @param label of the undo step
   */
  public static Command command(EditingDomain domain, Plan plan, Written written, String label) {
    Plan computed = written.computed;
    Map<Integer, Beam> own =
        plan.getBeams().stream().collect(Collectors.toMap(Beam::getNumber, Function.identity()));
    List<Command> edits = new ArrayList<>();
    List<DoseDistribution> doses = List.copyOf(computed.getDoses());
    for (DoseDistribution dose : doses) {
      if (dose.getBeam() != null) { // null: the dose of the whole plan
        dose.setBeam(own.get(dose.getBeam().getNumber()));
      }
    }
    for (Beam beam : List.copyOf(computed.getBeams())) {
      edits.addAll(refilled(domain, label, own.get(beam.getNumber()), beam));
    }
    edits.add(CaseEditing.set(domain, label, plan, ModelPackage.Literals.PLAN__DOSES, doses));
    edits.add(
        CaseEditing.set(
            domain, label, plan, ModelPackage.Literals.PLAN__REFERENCE, computed.getReference()));
    edits.add(
        CaseEditing.set(
            domain, label, plan, ModelPackage.Literals.PLAN__NORMALISATION_PERCENT, FULL_PERCENT));
    edits.add(
        CaseEditing.set(
            domain,
            label,
            plan,
            ModelPackage.Literals.PLAN__IMPORTED_TOTAL_DOSE_GY,
            computed.getImportedTotalDoseGy()));
    edits.add(
        CaseEditing.set(
            domain,
            label,
            plan,
            ModelPackage.Literals.PLAN__IMPORTED_FRACTION_COUNT,
            computed.getImportedFractionCount()));
    return CaseEditing.compound(label, edits.toArray(Command[]::new));
  }

  private static List<Command> refilled(
      EditingDomain domain, String label, Beam beam, Beam computed) {
    return List.of(
        CaseEditing.set(domain, label, beam, ModelPackage.Literals.BEAM__WEIGHT, 1.0),
        CaseEditing.set(
            domain,
            label,
            beam,
            ModelPackage.Literals.BEAM__MONITOR_UNITS,
            computed.getMonitorUnits()),
        CaseEditing.set(
            domain, label, beam, ModelPackage.Literals.BEAM__ENERGY_MV, computed.getEnergyMv()),
        CaseEditing.set(
            domain,
            label,
            beam,
            ModelPackage.Literals.BEAM__LEAF_BOUNDARIES_MM,
            List.copyOf(computed.getLeafBoundariesMm())),
        CaseEditing.set(
            domain,
            label,
            beam,
            ModelPackage.Literals.BEAM__CONTROL_POINTS,
            List.copyOf(computed.getControlPoints())));
  }
}
