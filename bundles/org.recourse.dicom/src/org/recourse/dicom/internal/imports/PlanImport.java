/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.dicom.internal.imports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.aoju.bus.image.Tag;
import org.recourse.dicom.DicomReadException;
import org.recourse.dicom.internal.toolkit.Dataset;
import org.recourse.model.ModelFactory;
import org.recourse.model.Plan;
import org.recourse.model.Prescription;
import org.recourse.model.Structure;
import org.recourse.model.StructureSet;

/** Imports photon and electron plans: prescription, fractions and beams. */
final class PlanImport {

  private static final double LEAST_USUAL_FRACTION_GY = 0.5;
  private static final double LARGEST_USUAL_FRACTION_GY = 30;

  private final ImportContext context;
  private final Map<String, StructureSet> structureSets;

  PlanImport(ImportContext context, Map<String, StructureSet> structureSets) {
    this.context = context;
    this.structureSets = structureSets;
  }

  /**
   * A plan with what its course is made from.
   *
   * @param file its file; for a plan made up for doses without a plan, the first of these
   * @param date plan date, or else study date; empty if neither is given
   */
  record Imported(Plan plan, SourceFile file, Optional<LocalDate> date) {

    String studyUid() {
      return file.textOr(Tag.StudyInstanceUID, "");
    }
  }

  List<Imported> run(List<SourceFile> files) {
    var plans = new ArrayList<Imported>();
    for (SourceFile file : files) {
      try {
        plans.add(read(file));
      } catch (DicomReadException e) {
        context.findings().rejected(file.name(), e);
      }
    }
    return plans;
  }

  private Imported read(SourceFile file) throws DicomReadException {
    Dataset data = file.data();
    if (!data.items(Tag.ApplicationSetupSequence).isEmpty()) {
      throw data.problem(
          Tag.ApplicationSetupSequence, "Brachytherapy plans are not read.", "Enter it as paper.");
    }
    Plan plan = ModelFactory.eINSTANCE.createPlan();
    plan.setLabel(file.textOr(Tag.RTPlanLabel, file.textOr(Tag.RTPlanName, "Plan")));
    plan.setPrescription(ModelFactory.eINSTANCE.createPrescription());
    structureSet(file, plan);
    fractions(file, plan);
    prescribed(file, plan);
    checkDosePerFraction(file, plan);
    plan.getBeams().addAll(new BeamImport(context.findings(), file).run());
    frame(file, plan);
    plan.setReference(context.files().accept(file));
    if (file.textOr(Tag.ApprovalStatus, "").equals("REJECTED")) {
      context
          .findings()
          .warning(
              "The plan was rejected by its reviewer; delete it if it was not used.",
              FindingList.at(file, Tag.ApprovalStatus));
    }
    return new Imported(plan, file, file.date(Tag.RTPlanDate).or(() -> file.date(Tag.StudyDate)));
  }

  private void structureSet(SourceFile file, Plan plan) {
    Optional<String> uid =
        file.data()
            .item(Tag.ReferencedStructureSetSequence)
            .flatMap(item -> item.text(Tag.ReferencedSOPInstanceUID));
    Optional<StructureSet> set = uid.map(structureSets::get);
    set.ifPresent(plan::setStructureSet);
    if (set.isEmpty()) {
      context
          .findings()
          .warning(
              "The structure set of the plan is not in the folder, so no structures are linked to"
                  + " it.",
              FindingList.at(file, Tag.ReferencedStructureSetSequence));
    }
  }

  private void fractions(SourceFile file, Plan plan) throws DicomReadException {
    List<Dataset> groups = file.data().items(Tag.FractionGroupSequence);
    if (groups.size() > 1) {
      context
          .findings()
          .warning(
              "The plan has " + groups.size() + " fraction groups; the first was used.",
              FindingList.at(file, Tag.FractionGroupSequence));
    }
    OptionalInt count =
        groups.isEmpty()
            ? OptionalInt.empty()
            : groups.getFirst().integer(Tag.NumberOfFractionsPlanned);
    if (count.isEmpty() || count.getAsInt() < 1) {
      context
          .findings()
          .warning(
              "The plan states no number of fractions; no EQD2 is computed until it is typed.",
              FindingList.at(file, Tag.NumberOfFractionsPlanned));
      return;
    }
    plan.getPrescription().setFractionCount(count.getAsInt());
    plan.setImportedFractionCount(count.getAsInt());
  }

  /** A prescribed target. */
  private record Target(double doseGy, String name, OptionalInt roiNumber) {}

  private void prescribed(SourceFile file, Plan plan) throws DicomReadException {
    var targets = new ArrayList<Target>();
    for (Dataset item : file.data().items(Tag.DoseReferenceSequence)) {
      double doseGy = item.number(Tag.TargetPrescriptionDose).orElse(0);
      if (doseGy > 0 && !item.text(Tag.DoseReferenceType).orElse("").equals("ORGAN_AT_RISK")) {
        OptionalInt roi = item.integer(Tag.ReferencedROINumber);
        String name =
            structure(plan, roi)
                .map(Structure::getName)
                .or(() -> item.text(Tag.DoseReferenceDescription))
                .orElse("unnamed target");
        targets.add(new Target(doseGy, name, roi));
      }
    }
    if (targets.isEmpty()) {
      context
          .findings()
          .warning(
              "The plan states no prescribed dose to a target; type the prescription.",
              FindingList.at(file, Tag.TargetPrescriptionDose));
      return;
    }
    targets.sort(Comparator.comparingDouble(Target::doseGy).reversed());
    Target highest = targets.getFirst();
    Prescription prescription = plan.getPrescription();
    prescription.setTotalDoseGy(highest.doseGy());
    plan.setImportedTotalDoseGy(highest.doseGy());
    structure(plan, highest.roiNumber()).ifPresent(prescription::setTarget);
    if (targets.size() > 1) {
      reportLower(file, highest, targets.subList(1, targets.size()));
    }
  }

  private void reportLower(SourceFile file, Target highest, List<Target> lower) {
    context
        .findings()
        .info(
            "The highest prescription, "
                + highest.doseGy()
                + " Gy to "
                + highest.name()
                + ", is the prescription of the plan. The others: "
                + String.join(
                    ", ", lower.stream().map(t -> t.doseGy() + " Gy to " + t.name()).toList())
                + ".",
            FindingList.at(file, Tag.TargetPrescriptionDose));
  }

  private static Optional<Structure> structure(Plan plan, OptionalInt roiNumber) {
    if (roiNumber.isEmpty() || plan.getStructureSet() == null) {
      return Optional.empty();
    }
    return plan.getStructureSet().getStructures().stream()
        .filter(s -> s.getRoiNumber() == roiNumber.getAsInt())
        .findFirst();
  }

  private void checkDosePerFraction(SourceFile file, Plan plan) {
    Double dosePerFractionGy = plan.getPrescription().getDosePerFractionGy();
    if (dosePerFractionGy != null
        && (dosePerFractionGy < LEAST_USUAL_FRACTION_GY
            || dosePerFractionGy > LARGEST_USUAL_FRACTION_GY)) {
      context
          .findings()
          .warning(
              "The prescription gives "
                  + dosePerFractionGy
                  + " Gy per fraction, which is unusual. Some systems write the dose of one"
                  + " fraction, or cGy, here; check it.",
              FindingList.at(file, Tag.TargetPrescriptionDose));
    }
  }

  private void frame(SourceFile file, Plan plan) {
    Optional<String> own = file.data().text(Tag.FrameOfReferenceUID);
    if (own.isPresent()) {
      plan.setFrameOfReference(context.frame(own.get(), "Frame of plan " + plan.getLabel()));
    } else if (plan.getStructureSet() != null) {
      plan.setFrameOfReference(plan.getStructureSet().getFrameOfReference());
    }
  }
}
