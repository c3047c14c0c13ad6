/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cli.internal.planning;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.dicom.DicomWriteException;
import org.recourse.dicom.write.DicomUid;
import org.recourse.dicom.write.DoseSpec;
import org.recourse.dicom.write.DoseWriter;
import org.recourse.dicom.write.PlanSpec;
import org.recourse.dicom.write.PlanWriter;
import org.recourse.dicom.write.WrittenObject;
import org.recourse.dicom.write.WrittenPatient;
import org.recourse.dicom.write.WrittenStudy;
import org.recourse.grid.volume.DoseGrid;
import org.recourse.model.Beam;
import org.recourse.model.BeamTechnique;
import org.recourse.model.ControlPoint;
import org.recourse.model.DicomReference;
import org.recourse.model.DoseDistribution;
import org.recourse.model.DoseSummation;
import org.recourse.model.ModelFactory;
import org.recourse.model.PatientCase;
import org.recourse.model.Plan;
import org.recourse.model.Prescription;
import org.recourse.model.Structure;
import org.recourse.model.StructureSet;

/**
 * Puts a computed plan into a case: RTPLAN and RTDOSE in its folder, a plan in its model. Used by
 * one thread.
 *
 * @param folder case folder that is written to
 * @param patientCase model of that folder
 * @param label of the plan, at most 16 characters
 */
public record PlanIntoCase(Path folder, PatientCase patientCase, String label) {

  private static final int PLAN_SERIES = 900;
  private static final int DOSE_SERIES = 901;
  private static final double ENERGY_MV = 6;

  /**
   * Prescription of the new plan.
   *
   * @param target highest target
   * @param doseGy to it
   * @param fractionCount fractions
   */
  public record Prescribed(Structure target, double doseGy, int fractionCount) {}

  /**
   * Writes the objects and returns the plan, which the caller adds to a course.
   *
   * @param date of plan and doses
   */
  public Plan write(
      PlanOutcome outcome,
      Prescribed prescribed,
      StructureSet set,
      LocalDate date,
      IProgressMonitor monitor)
      throws DicomWriteException, IOException {
    SubMonitor progress = SubMonitor.convert(monitor, "Writing", outcome.beams().size() + 1);
    Path place = Files.createDirectories(folder.resolve("dicom").resolve("RTPLAN-" + label));
    WrittenStudy study = study(date);
    WrittenObject structures =
        new WrittenObject(
            folder.resolve(set.getReference().getRelativePath()),
            set.getReference().getSopClassUid(),
            set.getReference().getSopInstanceUid(),
            "",
            set.getFrameOfReference().getUid());
    WrittenObject written =
        new PlanWriter(study)
            .write(place.resolve("plan.dcm"), spec(outcome, prescribed, date), structures);
    Plan plan = plan(outcome, prescribed, set, written);
    var doses = new DoseWriter(study);
    DoseSpec whole = DoseSpec.ofPlan(DOSE_SERIES, 1, "Dose");
    add(
        plan,
        doses.write(
            place.resolve("dose-plan.dcm"), whole, outcome.dose(), written, progress.split(1)),
        Optional.empty());
    for (PlanOutcome.OutcomeBeam beam : outcome.beams()) {
      DoseSpec one = DoseSpec.ofBeam(DOSE_SERIES, beam.number() + 1, "Dose", beam.number());
      DoseGrid dose = beam.dose();
      Path file = place.resolve("dose-beam-" + beam.number() + ".dcm");
      add(
          plan,
          doses.write(file, one, dose, written, progress.split(1)),
          Optional.of(plan.getBeams().get(beam.number() - 1)));
    }
    return plan;
  }

  private WrittenStudy study(LocalDate date) {
    var patient = patientCase.getPatient();
    String id = patient == null ? "unknown" : patient.getPatientId();
    String name = patient == null || patient.getName() == null ? "unknown" : patient.getName();
    return new WrittenStudy(
        new WrittenPatient(id, name, Optional.empty(), org.recourse.model.Sex.UNKNOWN),
        DicomUid.ofName("org.recourse.plan/" + id + "/" + label + "/" + date),
        "RECOURSE",
        "ReCourse plan, research only",
        date,
        patientCase.isSynthetic());
  }

  private PlanSpec spec(PlanOutcome outcome, Prescribed prescribed, LocalDate date) {
    var beams = new ArrayList<PlanSpec.StaticBeam>();
    for (PlanOutcome.OutcomeBeam beam : outcome.beams()) {
      double[] open = beam.opening();
      beams.add(
          new PlanSpec.StaticBeam(
              beam.number(),
              name(beam),
              ENERGY_MV,
              beam.isocentreMm(),
              beam.angles().gantryDeg(),
              beam.angles().collimatorDeg(),
              beam.angles().patientSupportDeg(),
              new PlanSpec.Jaws(open[0], open[1], open[2], open[3]),
              beam.monitorUnits()));
    }
    Structure target = prescribed.target();
    return new PlanSpec(
        PLAN_SERIES,
        label,
        date,
        prescribed.fractionCount(),
        List.of(new PlanSpec.Target(target.getRoiNumber(), target.getName(), prescribed.doseGy())),
        beams);
  }

  private static String name(PlanOutcome.OutcomeBeam beam) {
    return "G%.0f T%.0f".formatted(beam.angles().gantryDeg(), beam.angles().patientSupportDeg());
  }

  private Plan plan(
      PlanOutcome outcome, Prescribed prescribed, StructureSet set, WrittenObject written)
      throws IOException {
    Plan plan = ModelFactory.eINSTANCE.createPlan();
    plan.setLabel(label);
    plan.setReference(reference(written));
    plan.setStructureSet(set);
    plan.setFrameOfReference(set.getFrameOfReference());
    plan.setImportedTotalDoseGy(prescribed.doseGy());
    plan.setImportedFractionCount(prescribed.fractionCount());
    Prescription prescription = ModelFactory.eINSTANCE.createPrescription();
    prescription.setTotalDoseGy(prescribed.doseGy());
    prescription.setFractionCount(prescribed.fractionCount());
    prescription.setTarget(prescribed.target());
    plan.setPrescription(prescription);
    for (PlanOutcome.OutcomeBeam beam : outcome.beams()) {
      plan.getBeams().add(beam(beam));
    }
    return plan;
  }

  private static Beam beam(PlanOutcome.OutcomeBeam from) {
    Beam beam = ModelFactory.eINSTANCE.createBeam();
    beam.setNumber(from.number());
    beam.setName(name(from));
    beam.setTechnique(BeamTechnique.STATIC);
    beam.setRadiationType("PHOTON");
    beam.setEnergyMv(ENERGY_MV);
    beam.setMonitorUnits(from.monitorUnits());
    beam.getIsocentreMm()
        .addAll(List.of(from.isocentreMm().x(), from.isocentreMm().y(), from.isocentreMm().z()));
    ControlPoint point = ModelFactory.eINSTANCE.createControlPoint();
    point.setIndex(0);
    point.setGantryAngleDeg(from.angles().gantryDeg());
    point.setCollimatorAngleDeg(from.angles().collimatorDeg());
    point.setCouchAngleDeg(from.angles().patientSupportDeg());
    double[] open = from.opening();
    point.getJawXMm().addAll(List.of(open[0], open[1]));
    point.getJawYMm().addAll(List.of(open[2], open[3]));
    beam.getControlPoints().add(point);
    return beam;
  }

  private void add(Plan plan, WrittenObject written, Optional<Beam> beam) throws IOException {
    DoseDistribution dose = ModelFactory.eINSTANCE.createDoseDistribution();
    dose.setReference(reference(written));
    dose.setSummation(beam.isPresent() ? DoseSummation.BEAM : DoseSummation.PLAN);
    beam.ifPresent(dose::setBeam);
    dose.setFrameOfReference(plan.getFrameOfReference());
    plan.getDoses().add(dose);
  }

  private DicomReference reference(WrittenObject written) throws IOException {
    DicomReference reference = ModelFactory.eINSTANCE.createDicomReference();
    reference.setSopInstanceUid(written.sopInstanceUid());
    reference.setSopClassUid(written.sopClassUid());
    reference.setRelativePath(
        folder.relativize(written.file()).toString().replace(java.io.File.separatorChar, '/'));
    reference.setSha256(sha256(written.file()));
    return reference;
  }

  private static String sha256(Path file) throws IOException {
    try (InputStream stream = Files.newInputStream(file)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] buffer = new byte[1 << 16];
      for (int n = stream.read(buffer); n >= 0; n = stream.read(buffer)) {
        digest.update(buffer, 0, n);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
