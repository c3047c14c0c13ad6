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
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.emf.common.command.Command;
import org.eclipse.emf.edit.domain.EditingDomain;
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
import org.recourse.model.Course;
import org.recourse.model.CourseKind;
import org.recourse.model.DicomReference;
import org.recourse.model.DoseDistribution;
import org.recourse.model.DoseSummation;
import org.recourse.model.ModelFactory;
import org.recourse.model.ModelPackage;
import org.recourse.model.PatientCase;
import org.recourse.model.Plan;
import org.recourse.model.Sex;
import org.recourse.model.Structure;
import org.recourse.model.StructureSet;
import org.recourse.model.edit.CaseEditing;
import org.recourse.model.edit.PlanEdits;
import org.recourse.planning.beam.BeamAngles;
import org.recourse.planning.plan.PlanOutcome;
import org.recourse.planning.sequencing.LeafPositions;

/**
 * Puts a computed plan into a case: RTPLAN and RTDOSE in its folder, a plan in its model.
 * Immutable; made on the thread of the model, after which {@link #write} may run in the background.
 * The plan becomes part of the case by one of the commands; the files stay when it is undone, so
 * that it can be redone.
 */
public final class PlanIntoCase {

  /** Usual label of a plan made here. */
  public static final String LABEL = "ReCourse";

  private static final int PLAN_SERIES = 900;
  private static final int DOSE_SERIES = 901;
  private static final int LONGEST_LABEL = 16;
  private static final int UID_DIGITS = 12;

  private final Path folder;
  private final WrittenPatient patient;
  private final boolean synthetic;
  private final StructureSet set;
  private final WrittenObject structures;
  private final String label;

  /**
   * Captures what is needed of the case. Call it on the model's thread.
   *
   * @param folder case folder that is written to
   * @param patientCase model of that folder
   * @param set structures the plan was made on, from a DICOM object
   * @param label of the plan, 1 to 16 characters
   */
  public PlanIntoCase(Path folder, PatientCase patientCase, StructureSet set, String label) {
    this.folder = Objects.requireNonNull(folder, "folder");
    this.set = Objects.requireNonNull(set, "set");
    if (label.isBlank() || label.length() > LONGEST_LABEL) {
      throw new IllegalArgumentException("a plan label has 1 to 16 characters: '" + label + "'");
    }
    this.label = label;
    var who = patientCase.getPatient();
    String id = who == null ? "unknown" : who.getPatientId();
    String name = who == null || who.getName() == null ? "unknown" : who.getName();
    patient = new WrittenPatient(id, name, Optional.empty(), Sex.UNKNOWN);
    synthetic = patientCase.isSynthetic();
    if (set.getReference() == null || set.getFrameOfReference() == null) {
      throw new IllegalArgumentException(
          "The structures come from no DICOM object, so a plan cannot refer to them.");
    }
    structures =
        new WrittenObject(
            folder.resolve(set.getReference().getRelativePath()),
            set.getReference().getSopClassUid(),
            set.getReference().getSopInstanceUid(),
            "",
            set.getFrameOfReference().getUid());
  }

  /** The first of {@code ReCourse}, {@code ReCourse 2}, … that no plan of the case has. */
  public static String freeLabel(PatientCase patientCase) {
    Set<String> taken =
        patientCase.getCourses().stream()
            .flatMap(course -> course.getPlans().stream())
            .map(Plan::getLabel)
            .collect(Collectors.toSet());
    String free = LABEL;
    for (int n = 2; taken.contains(free); n++) {
      free = LABEL + " " + n;
    }
    return free;
  }

  /** Adds a planned course with this plan; as the last planned one it is the one assessed. */
  public static Command asNewCourse(EditingDomain domain, PatientCase patientCase, Plan plan) {
    Course course = ModelFactory.eINSTANCE.createCourse();
    course.setLabel(plan.getLabel());
    course.setKind(CourseKind.PLANNED);
    course.getPlans().add(plan);
    return CaseEditing.add(
        domain,
        "Add plan " + plan.getLabel(),
        patientCase,
        ModelPackage.Literals.PATIENT_CASE__COURSES,
        course);
  }

  /** Puts the plan in the place of the plans of a course. */
  public static Command replacing(EditingDomain domain, Course course, Plan plan) {
    String step = "Replace plan of " + course.getLabel();
    List<Command> edits = new ArrayList<>();
    for (Plan before : course.getPlans()) {
      edits.add(CaseEditing.delete(domain, step, before));
    }
    edits.add(CaseEditing.add(domain, step, course, ModelPackage.Literals.COURSE__PLANS, plan));
    return CaseEditing.compound(step, edits.toArray(Command[]::new));
  }

  /**
   * Gives beams other weights.
   *
   * @param weights by beam number; beams without one keep theirs
   */
  public static Command weights(EditingDomain domain, Plan plan, Map<Integer, Double> weights) {
    Command[] edits =
        plan.getBeams().stream()
            .filter(beam -> weights.containsKey(beam.getNumber()))
            .map(beam -> PlanEdits.setBeamWeight(domain, beam, weights.get(beam.getNumber())))
            .toArray(Command[]::new);
    return CaseEditing.compound("Optimise beam weights", edits);
  }

  /**
   * Prescription of the new plan.
   *
   * @param target highest target
   * @param doseGy to it
   * @param fractionCount fractions
   */
  public record Prescribed(Structure target, double doseGy, int fractionCount) {}

  /**
   * Writes the objects and returns the plan, which is not yet part of the case.
   *
   * @param date of plan and doses
   */
  public Plan write(
      PlanOutcome outcome, Prescribed prescribed, LocalDate date, IProgressMonitor monitor)
      throws DicomWriteException, IOException {
    return write(dicom().resolve(folderName()), outcome, prescribed, date, monitor);
  }

  /**
   * Writes the objects into a folder of their own, which is there with all of its files or not at
   * all, and returns the plan, which is not yet part of the case. Nothing that was written before
   * is touched, so an undone edit finds its files.
   *
   * @param date of plan and doses
   * @throws org.eclipse.core.runtime.OperationCanceledException if the monitor is cancelled; then
   *     nothing is left
   */
  public Plan writeBeside(
      PlanOutcome outcome, Prescribed prescribed, LocalDate date, IProgressMonitor monitor)
      throws DicomWriteException, IOException {
    String uid = study(outcome, date).uid();
    String name = folderName() + "-" + uid.substring(Math.max(0, uid.length() - UID_DIGITS));
    String hidden = "." + name + "." + ProcessHandle.current().pid() + ".part";
    Path part = dicom().resolve(hidden);
    try {
      Plan plan = write(part, outcome, prescribed, date, monitor);
      Path place = dicom().resolve(name);
      if (!Files.exists(place)) { // otherwise the same plan was written before
        Files.move(part, place, StandardCopyOption.ATOMIC_MOVE);
      }
      moved(plan.getReference(), hidden, name);
      plan.getDoses().forEach(dose -> moved(dose.getReference(), hidden, name));
      return plan;
    } finally {
      delete(part);
    }
  }

  private Path dicom() {
    return folder.resolve("dicom");
  }

  private String folderName() {
    return "RTPLAN-" + label.replaceAll("[^A-Za-z0-9_.-]", "-");
  }

  private static void moved(DicomReference reference, String from, String to) {
    reference.setRelativePath(
        reference.getRelativePath().replace("/" + from + "/", "/" + to + "/"));
  }

  private static void delete(Path part) throws IOException {
    if (Files.exists(part)) {
      try (DirectoryStream<Path> files = Files.newDirectoryStream(part)) {
        for (Path file : files) {
          Files.delete(file);
        }
      }
      Files.delete(part);
    }
  }

  private Plan write(
      Path place,
      PlanOutcome outcome,
      Prescribed prescribed,
      LocalDate date,
      IProgressMonitor monitor)
      throws DicomWriteException, IOException {
    SubMonitor progress = SubMonitor.convert(monitor, "Writing", outcome.beams().size() + 1);
    WrittenStudy study = study(outcome, date);
    Files.createDirectories(place);
    WrittenObject written =
        new PlanWriter(study)
            .write(place.resolve("plan.dcm"), spec(outcome, prescribed, date), structures);
    Plan plan = PlanOfOutcome.plan(outcome, prescribed, label, set, reference(written));
    var doses = new DoseWriter(study);
    DoseSpec whole = DoseSpec.ofPlan(DOSE_SERIES, 1, "Dose");
    add(
        plan,
        doses.write(
            place.resolve("dose-plan.dcm"), whole, outcome.dose(), written, progress.split(1)),
        Optional.empty());
    for (int b = 0; b < outcome.beams().size(); b++) {
      PlanOutcome.OutcomeBeam beam = outcome.beams().get(b);
      DoseSpec one = DoseSpec.ofBeam(DOSE_SERIES, beam.number() + 1, "Dose", beam.number());
      DoseGrid dose = beam.dose();
      Path file = place.resolve("dose-beam-" + beam.number() + ".dcm");
      add(
          plan,
          doses.write(file, one, dose, written, progress.split(1)),
          Optional.of(plan.getBeams().get(b)));
    }
    return plan;
  }

  /** Another dose is another object: the UIDs follow from what is written. */
  private WrittenStudy study(PlanOutcome outcome, LocalDate date) {
    MessageDigest digest = sha256();
    float[] slice = new float[outcome.dose().geometry().sliceVoxelCount()];
    ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * slice.length);
    for (int z = 0; z < outcome.dose().geometry().sizeZ(); z++) {
      outcome.dose().copySlice(z, slice);
      bytes.clear();
      bytes.asFloatBuffer().put(slice);
      digest.update(bytes);
    }
    String content = HexFormat.of().formatHex(digest.digest());
    return new WrittenStudy(
        patient,
        DicomUid.ofName(
            "org.recourse.plan/" + patient.id() + "/" + label + "/" + date + "/" + content),
        "RECOURSE",
        "ReCourse plan, research only",
        date,
        synthetic);
  }

  private PlanSpec spec(PlanOutcome outcome, Prescribed prescribed, LocalDate date) {
    var beams = new ArrayList<PlanSpec.StaticBeam>();
    for (PlanOutcome.OutcomeBeam beam : outcome.beams()) {
      double[] open = beam.openingMm();
      BeamAngles angles = beam.aim().angles();
      beams.add(
          new PlanSpec.StaticBeam(
              beam.number(),
              beam.aim().name(),
              outcome.setup().machine().energyMv(),
              beam.aim().isocentreMm(),
              angles.gantryDeg(),
              angles.collimatorDeg(),
              angles.patientSupportDeg(),
              new PlanSpec.Jaws(open[0], open[1], open[2], open[3]),
              beam.monitorUnits(),
              shapes(beam)));
    }
    Structure target = prescribed.target();
    return new PlanSpec(
        PLAN_SERIES,
        label,
        date,
        prescribed.fractionCount(),
        List.of(new PlanSpec.Target(target.getRoiNumber(), target.getName(), prescribed.doseGy())),
        beams,
        outcome.setup().position().code());
  }

  private static Optional<PlanSpec.LeafShapes> shapes(PlanOutcome.OutcomeBeam beam) {
    if (beam.segments().isEmpty()) {
      return Optional.empty();
    }
    LeafPositions leaves = LeafPositions.of(beam.beamlets(), beam.segments());
    return Optional.of(
        new PlanSpec.LeafShapes(
            leaves.boundariesMm(),
            leaves.shapes().stream()
                .map(one -> new PlanSpec.LeafShape(one.fluence(), one.fromMm(), one.toMm()))
                .toList()));
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
      MessageDigest digest = sha256();
      byte[] buffer = new byte[1 << 16];
      for (int n = stream.read(buffer); n >= 0; n = stream.read(buffer)) {
        digest.update(buffer, 0, n);
      }
      return HexFormat.of().formatHex(digest.digest());
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
