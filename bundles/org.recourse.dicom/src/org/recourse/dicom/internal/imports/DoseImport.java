/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.dicom.internal.imports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.aoju.bus.image.Tag;
import org.recourse.dicom.DicomReadException;
import org.recourse.dicom.internal.geometry.DoseGeometry;
import org.recourse.dicom.internal.toolkit.Dataset;
import org.recourse.dicom.internal.voxels.DoseReader;
import org.recourse.model.Beam;
import org.recourse.model.DoseDistribution;
import org.recourse.model.DoseSummation;
import org.recourse.model.ModelFactory;
import org.recourse.model.Plan;

/** Checks dose objects and attaches them to their plans and beams. */
final class DoseImport {

  private final ImportContext context;
  private final List<PlanImport.Imported> plans;
  private final Map<String, PlanImport.Imported> planByUid = new LinkedHashMap<>();

  DoseImport(ImportContext context, List<PlanImport.Imported> plans) {
    this.context = context;
    this.plans = new ArrayList<>(plans);
    plans.forEach(p -> planByUid.put(p.file().sopInstanceUid(), p));
  }

  /** Returns the given plans and those that were made up for doses without one. */
  List<PlanImport.Imported> run(List<SourceFile> files) {
    for (SourceFile file : files) {
      try {
        read(file);
      } catch (DicomReadException e) {
        context.findings().rejected(file.name(), e);
      }
    }
    plans.forEach(this::checkSums);
    return plans;
  }

  private void read(SourceFile file) throws DicomReadException {
    Dataset data = file.data();
    String frameUid = data.requiredText(Tag.FrameOfReferenceUID);
    DoseReader.scaling(data);
    DoseGeometry geometry = DoseGeometry.of(data);
    DoseDistribution dose = ModelFactory.eINSTANCE.createDoseDistribution();
    checkGeometry(file, geometry);
    checkUnits(file, dose);
    dose.setSummation(summation(file));
    PlanImport.Imported plan = planOf(file);
    linkBeam(file, plan.plan(), dose);
    checkType(file, dose);
    dose.setFrameOfReference(context.frame(frameUid, "Frame of dose " + file.name()));
    dose.setReference(context.files().accept(file));
    plan.plan().getDoses().add(dose);
  }

  private void checkGeometry(SourceFile file, DoseGeometry geometry) {
    geometry
        .findings(FindingList.at(file, Tag.GridFrameOffsetVector))
        .forEach(found -> context.findings().warning(found.text(), found.affected()));
  }

  private void checkUnits(SourceFile file, DoseDistribution dose) {
    String units = file.textOr(Tag.DoseUnits, "missing");
    if (!units.equals("GY")) {
      dose.setRelative(true);
      context
          .findings()
          .error(
              "The dose units are "
                  + units
                  + ", so the values are not gray: the dose is listed but never used in numbers."
                  + " Export it in GY.",
              FindingList.at(file, Tag.DoseUnits));
    }
  }

  private void checkType(SourceFile file, DoseDistribution dose) {
    String type = file.textOr(Tag.DoseType, "missing");
    switch (type) {
      case "PHYSICAL" -> {
        // as it should be
      }
      case "missing" ->
          context
              .findings()
              .warning(
                  "The kind of dose is not stated; it was taken as physical dose.",
                  FindingList.at(file, Tag.DoseType));
      default -> {
        dose.setSummation(DoseSummation.OTHER);
        context
            .findings()
            .error(
                "The dose is of type "
                    + type
                    + ", not physical dose. It is listed but never summed or converted to EQD2.",
                FindingList.at(file, Tag.DoseType));
      }
    }
  }

  private DoseSummation summation(SourceFile file) {
    String type = file.textOr(Tag.DoseSummationType, "missing");
    return switch (type) {
      case "PLAN" -> DoseSummation.PLAN;
      case "BEAM" -> DoseSummation.BEAM;
      case "FRACTION" -> DoseSummation.FRACTION;
      default -> {
        context
            .findings()
            .error(
                "The dose sums '"
                    + type
                    + "', not a plan, fraction or beam. It is listed but never summed.",
                FindingList.at(file, Tag.DoseSummationType));
        yield DoseSummation.OTHER;
      }
    };
  }

  private PlanImport.Imported planOf(SourceFile file) {
    Optional<String> uid =
        file.data()
            .item(Tag.ReferencedRTPlanSequence)
            .flatMap(item -> item.text(Tag.ReferencedSOPInstanceUID));
    PlanImport.Imported found = planByUid.get(uid.orElse(""));
    if (found != null) {
      return found;
    }
    context
        .findings()
        .warning(
            (uid.isPresent()
                    ? "The plan of this dose (" + uid.get() + ") is not in the folder"
                    : "The dose refers to no plan")
                + ", so no fraction number is known. Type prescription and fractions; until then"
                + " there is no EQD2 of it.",
            FindingList.at(file, Tag.ReferencedRTPlanSequence));
    Plan plan = ModelFactory.eINSTANCE.createPlan();
    plan.setLabel("Dose without plan");
    plan.setPrescription(ModelFactory.eINSTANCE.createPrescription());
    file.data()
        .text(Tag.FrameOfReferenceUID)
        .ifPresent(f -> plan.setFrameOfReference(context.frame(f, "Frame of dose " + file.name())));
    var madeUp = new PlanImport.Imported(plan, file, file.date(Tag.StudyDate));
    plans.add(madeUp);
    planByUid.put(uid.orElse("without plan " + file.name()), madeUp);
    return madeUp;
  }

  private void linkBeam(SourceFile file, Plan plan, DoseDistribution dose)
      throws DicomReadException {
    if (dose.getSummation() != DoseSummation.BEAM) {
      return;
    }
    var numbers = new ArrayList<OptionalInt>();
    for (Dataset item : file.data().items(Tag.ReferencedRTPlanSequence)) {
      for (Dataset group : item.items(Tag.ReferencedFractionGroupSequence)) {
        for (Dataset beam : group.items(Tag.ReferencedBeamSequence)) {
          numbers.add(beam.integer(Tag.ReferencedBeamNumber));
        }
      }
    }
    Optional<Beam> beam =
        numbers.size() == 1 && numbers.getFirst().isPresent()
            ? plan.getBeams().stream()
                .filter(b -> b.getNumber() == numbers.getFirst().getAsInt())
                .findFirst()
            : Optional.empty();
    beam.ifPresent(dose::setBeam);
    if (beam.isEmpty()) {
      dose.setSummation(DoseSummation.OTHER);
      context
          .findings()
          .error(
              "The beam dose refers to "
                  + (numbers.size() == 1
                      ? "a beam that is not in the plan"
                      : numbers.size() + " beams")
                  + ". It is listed but never summed.",
              FindingList.at(file, Tag.ReferencedBeamNumber));
    }
  }

  private void checkSums(PlanImport.Imported imported) {
    List<DoseDistribution> doses = imported.plan().getDoses();
    String name = imported.file().name();
    if (doses.isEmpty()) {
      context.findings().warning("The plan has no dose in the folder.", name);
    }
    long sums = doses.stream().filter(d -> d.getSummation() == DoseSummation.PLAN).count();
    if (sums > 1) {
      context
          .findings()
          .warning(
              "The plan has "
                  + sums
                  + " dose grids that each claim to be its sum; the first is used. Remove those"
                  + " that are out of date.",
              name);
    }
    List<Beam> beamsWithDose =
        doses.stream()
            .filter(d -> d.getSummation() == DoseSummation.BEAM)
            .map(DoseDistribution::getBeam)
            .toList();
    List<String> without =
        imported.plan().getBeams().stream()
            .filter(b -> !beamsWithDose.contains(b))
            .map(Beam::getName)
            .toList();
    if (!beamsWithDose.isEmpty() && !without.isEmpty()) {
      context
          .findings()
          .warning(
              "These beams have no dose of their own, so their weights cannot be changed: "
                  + String.join(", ", without)
                  + ".",
              name);
    }
  }
}
