/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.assistant.registration;

import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.recourse.dicom.DicomWriteException;
import org.recourse.dicom.registration.DeformationGrid;
import org.recourse.dicom.registration.SpatialMap;
import org.recourse.dicom.write.DeformableRegistrationWriter;
import org.recourse.dicom.write.DicomUid;
import org.recourse.dicom.write.RegistrationWriter;
import org.recourse.dicom.write.WrittenObject;
import org.recourse.dicom.write.WrittenPatient;
import org.recourse.dicom.write.WrittenStudy;
import org.recourse.grid.geometry.AffineTransform;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.model.DicomReference;
import org.recourse.model.FrameOfReference;
import org.recourse.model.ModelFactory;
import org.recourse.model.Patient;
import org.recourse.model.PatientCase;
import org.recourse.model.Registration;
import org.recourse.model.RegistrationSource;
import org.recourse.model.UncertaintySource;
import org.recourse.model.course.RegistrationForm;
import org.recourse.registration.transform.BSplineTransform;
import org.recourse.registration.transform.ComposedTransform;
import org.recourse.registration.transform.DisplacementField;
import org.recourse.registration.transform.SpatialTransform;

/**
 * Writes registrations into a case folder and makes their entries for the model. The ledger moves
 * dose by the deformation if there is one; images and structures are joined by the rigid part.
 */
public final class KeptRegistration {

  private static final int SERIES = 900;
  private static final double FIELD_SPACING_MM = 3;

  private final Path caseFolder;
  private final WrittenStudy study;

  private KeptRegistration(Path caseFolder, WrittenStudy study) {
    this.caseFolder = caseFolder;
    this.study = study;
  }

  /** Takes patient and marks from the model, on its thread. */
  public static KeptRegistration in(Path caseFolder, PatientCase patientCase, LocalDate date) {
    Patient patient = patientCase.getPatient();
    String id = text(patient == null ? "" : patient.getPatientId(), "unknown");
    var written =
        new WrittenPatient(
            id,
            text(patient == null ? "" : patient.getName(), id),
            birthDate(patient),
            patient == null ? org.recourse.model.Sex.UNKNOWN : patient.getSex());
    var study =
        new WrittenStudy(
            written,
            DicomUid.ofName("registration/" + id + "/" + date),
            "REG",
            "Registration",
            date,
            patientCase.isSynthetic());
    return new KeptRegistration(Objects.requireNonNull(caseFolder, "caseFolder"), study);
  }

  private static String text(String value, String otherwise) {
    return value == null || value.isBlank() ? otherwise : value; // EMF: may be unset
  }

  private static Optional<LocalDate> birthDate(Patient patient) {
    if (patient == null || patient.getBirthDate() == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.parse(patient.getBirthDate()));
    } catch (DateTimeParseException e) { // a partial date stays in the images only
      return Optional.empty();
    }
  }

  /**
   * Files of one kept registration.
   *
   * @param rigid the rigid part
   * @param deformable the deformation, if one was found
   * @param rigidPath path of the rigid part within the case folder, with slashes
   * @param deformablePath the same of the deformation
   */
  public record Files(
      WrittenObject rigid,
      Optional<WrittenObject> deformable,
      String rigidPath,
      Optional<String> deformablePath) {}

  /**
   * Returns the rigid registrations of a case between the two frames of a pair, either way round.
   */
  public static List<Registration> between(PatientCase patientCase, ImagePair pair) {
    return joining(patientCase, pair).filter(r -> !RegistrationForm.isDeformable(r)).toList();
  }

  /**
   * Returns the registrations that give way to a new one: the rigid ones between its frames, and
   * deformations that were computed here. An imported deformation stays.
   */
  public static List<Registration> replaced(PatientCase patientCase, ImagePair pair) {
    return joining(patientCase, pair)
        .filter(
            r -> !RegistrationForm.isDeformable(r) || r.getSource() == RegistrationSource.COMPUTED)
        .toList();
  }

  private static Stream<Registration> joining(PatientCase patientCase, ImagePair pair) {
    return patientCase.getRegistrations().stream()
        .filter(
            r ->
                joins(r, pair.fixedFrameUid(), pair.movingFrameUid())
                    || joins(r, pair.movingFrameUid(), pair.fixedFrameUid()));
  }

  private static boolean joins(Registration registration, String from, String to) {
    return registration.getFrom() != null
        && registration.getTo() != null
        && from.equals(registration.getFrom().getUid())
        && to.equals(registration.getTo().getUid());
  }

  /**
   * Writes the DICOM objects of a registration; its report goes beside the rigid one, with {@link
   * #writeReport}.
   */
  public Files write(ImagePair pair, JudgedRegistration judged) throws DicomWriteException {
    int number = nextNumber();
    WrittenObject rigid = writeRigid(pair, judged.rigid().matrix(), number);
    Optional<WrittenObject> deformable = Optional.empty();
    if (judged.deformed().isPresent()) {
      deformable =
          Optional.of(
              writeDeformation(pair, judged.deformed().get(), judged.fixedGeometry(), number));
    }
    return new Files(rigid, deformable, path(rigid), deformable.map(this::path));
  }

  private String path(WrittenObject written) {
    return caseFolder.relativize(written.file()).toString().replace('\\', '/');
  }

  /** Writes the report beside the rigid object, so that it is never without it. */
  public static void writeReport(Files files, String text) throws IOException {
    Path report = files.rigid().file().resolveSibling(RegistrationDocument.FILE_NAME);
    java.nio.file.Files.writeString(report, text + System.lineSeparator());
  }

  private WrittenObject writeRigid(ImagePair pair, AffineTransform fixedToMoving, int number)
      throws DicomWriteException {
    return new RegistrationWriter(study)
        .write(
            file("REG-computed-" + number),
            SERIES + number,
            pair.label(),
            pair.movingFrameUid(),
            pair.fixedFrameUid(),
            fixedToMoving.inverse());
  }

  /** The deformation is sampled every 3 mm over the fixed image. */
  private WrittenObject writeDeformation(
      ImagePair pair, SpatialTransform fixedToMoving, GridGeometry fixed, int number)
      throws DicomWriteException {
    SpatialTransform before = fixedToMoving;
    AffineTransform post = AffineTransform.IDENTITY;
    if (fixedToMoving instanceof ComposedTransform composed
        && composed.steps().size() == 2
        && composed.steps().getFirst() instanceof BSplineTransform deformation
        && composed.steps().getLast().asAffine().isPresent()) {
      before = deformation;
      post = composed.steps().getLast().asAffine().get();
    }
    GridGeometry nodes = nodes(fixed);
    DisplacementField field = DisplacementField.sampled(before, nodes);
    var map =
        new SpatialMap(
            pair.fixedFrameUid(),
            pair.movingFrameUid(),
            AffineTransform.IDENTITY,
            Optional.of(DeformationGrid.of(nodes, field.displacementMm())),
            post);
    return new DeformableRegistrationWriter(study)
        .write(file("REG-deformable-" + number), SERIES + 50 + number, pair.label(), map);
  }

  private static GridGeometry nodes(GridGeometry g) {
    var s = g.spacingMm();
    return new GridGeometry(
        count(g.sizeX(), s.x()),
        count(g.sizeY(), s.y()),
        count(g.sizeZ(), s.z()),
        g.originMm(),
        new org.recourse.grid.geometry.Vector3(
            FIELD_SPACING_MM, FIELD_SPACING_MM, FIELD_SPACING_MM),
        g.axes());
  }

  private static int count(int voxels, double voxelMm) {
    return (int) Math.ceil((voxels - 1) * voxelMm / FIELD_SPACING_MM - 1e-9) + 1;
  }

  private Path file(String name) throws DicomWriteException {
    Path file = caseFolder.resolve("dicom").resolve(name).resolve("REG.dcm");
    try {
      java.nio.file.Files.createDirectories(file.getParent());
    } catch (IOException e) {
      throw new DicomWriteException(file, "The folder cannot be made: " + e.getMessage(), e);
    }
    return file;
  }

  /** Returns a number for which the case folder has no computed registration yet. */
  private int nextNumber() {
    int number = 1;
    while (java.nio.file.Files.exists(
        caseFolder.resolve("dicom").resolve("REG-computed-" + number))) {
      number++;
    }
    return number;
  }

  /**
   * Makes the entries of the model, which are not yet part of the case: the caller adds them by a
   * command. The deformation has an entry of its own without a matrix: its file carries the dose.
   */
  public List<Registration> entries(
      PatientCase patientCase, ImagePair pair, JudgedRegistration judged, Files files)
      throws IOException {
    Registration rigid = entry(patientCase, pair, judged, files.rigid());
    for (double entry : judged.rigid().matrix().inverse().toMatrix4x4()) {
      rigid.getMatrix().add(entry);
    }
    if (files.deformable().isEmpty()) {
      return List.of(rigid);
    }
    Registration deformable = entry(patientCase, pair, judged, files.deformable().get());
    deformable.setLabel(pair.label() + " (deformable)");
    return List.of(rigid, deformable);
  }

  private Registration entry(
      PatientCase patientCase, ImagePair pair, JudgedRegistration judged, WrittenObject written)
      throws IOException {
    Registration registration = ModelFactory.eINSTANCE.createRegistration();
    registration.setLabel(pair.label());
    registration.setFrom(frame(patientCase, pair.movingFrameUid()));
    registration.setTo(frame(patientCase, pair.fixedFrameUid()));
    registration.setSource(RegistrationSource.COMPUTED);
    registration.setUncertaintyMm(judged.uncertaintyMm());
    registration.setUncertaintySource(
        judged.ensemble().isPresent()
            ? UncertaintySource.ENSEMBLE
            : UncertaintySource.QUALITY_ASSURANCE);
    judged
        .ensemble()
        .map(ensemble -> ensemble.ellipsoid().semiAxesMm())
        .ifPresent(
            axes ->
                registration.getUncertaintyAxesMm().addAll(List.of(axes.x(), axes.y(), axes.z())));
    DicomReference reference = ModelFactory.eINSTANCE.createDicomReference();
    reference.setSopClassUid(written.sopClassUid());
    reference.setSopInstanceUid(written.sopInstanceUid());
    reference.setRelativePath(path(written));
    reference.setSha256(sha256(java.nio.file.Files.readAllBytes(written.file())));
    registration.setReference(reference);
    return registration;
  }

  private static FrameOfReference frame(PatientCase patientCase, String uid) {
    return patientCase.getFramesOfReference().stream()
        .filter(frame -> uid.equals(frame.getUid()))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("the case has no frame " + uid));
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
