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
import java.util.Locale;
import java.util.Map;
import org.aoju.bus.image.Tag;
import org.recourse.dicom.DicomReadException;
import org.recourse.dicom.internal.toolkit.Dataset;
import org.recourse.dicom.internal.toolkit.MatrixChain;
import org.recourse.grid.geometry.AffineTransform;
import org.recourse.model.ModelFactory;
import org.recourse.model.Registration;
import org.recourse.model.RegistrationSource;

/**
 * Imports rigid registrations. A matrix of DICOM takes points of the frame it is listed under into
 * the frame of the registration object itself. When no image uses the latter, the listed frames are
 * joined to each other by way of it.
 */
final class RegistrationImport {

  /** Matrices are written with six digits or more. */
  private static final double RIGIDITY_TOLERANCE = 1e-3;

  private static final double IDENTITY_TOLERANCE = 1e-6;

  /** Below this the order of a chain is of no consequence. */
  private static final double ORDER_TOLERANCE_MM = 0.05;

  private final ImportContext context;

  RegistrationImport(ImportContext context) {
    this.context = context;
  }

  void run(List<SourceFile> files) {
    for (SourceFile file : files) {
      try {
        read(file);
      } catch (DicomReadException e) {
        context.findings().rejected(file.name(), e);
      }
    }
  }

  private void read(SourceFile file) throws DicomReadException {
    String ownFrame = file.data().requiredText(Tag.FrameOfReferenceUID);
    Map<String, AffineTransform> toOwn = new LinkedHashMap<>();
    for (Dataset item : file.data().items(Tag.RegistrationSequence)) {
      String frame = item.requiredText(Tag.FrameOfReferenceUID);
      AffineTransform transform = transform(item);
      reportOrder(file, MatrixChain.orderMattersMm(item));
      boolean trivial = frame.equals(ownFrame) && isIdentity(transform);
      if (frame.equals(ownFrame) && !trivial) {
        throw item.problem(
            Tag.FrameOfReferenceTransformationMatrix,
            "The matrix moves the frame of the registration within itself.",
            "Type the registration as a matrix.");
      }
      if (!trivial) {
        toOwn.put(frame, transform);
      }
    }
    if (toOwn.isEmpty()) {
      throw file.data()
          .problem(Tag.RegistrationSequence, "It joins no two frames.", "Export it again.");
    }
    List<Registration> registrations = registrations(file, ownFrame, toOwn);
    registrations.getFirst().setReference(context.files().accept(file));
    context.patientCase().getRegistrations().addAll(registrations);
  }

  private List<Registration> registrations(
      SourceFile file, String ownFrame, Map<String, AffineTransform> toOwn) {
    var made = new ArrayList<Registration>();
    if (context.isKnownFrame(ownFrame) || toOwn.size() == 1) {
      toOwn.forEach((frame, matrix) -> made.add(registration(file, frame, ownFrame, matrix)));
      return made;
    }
    // The last frame listed is taken as the common one, which changes nothing geometrically.
    String common = List.copyOf(toOwn.keySet()).getLast();
    AffineTransform fromOwn = toOwn.get(common).inverse();
    toOwn.forEach(
        (frame, matrix) -> {
          if (!frame.equals(common)) {
            made.add(registration(file, frame, common, fromOwn.after(matrix)));
          }
        });
    context
        .findings()
        .info(
            "No image uses the frame of the registration, so the frames it joins were joined"
                + " directly.",
            FindingList.at(file, Tag.FrameOfReferenceUID));
    return made;
  }

  private Registration registration(
      SourceFile file, String from, String to, AffineTransform transform) {
    for (String uid : List.of(from, to)) {
      if (!context.isKnownFrame(uid)) {
        context
            .findings()
            .warning(
                "The registration joins frame of reference "
                    + uid
                    + ", in which nothing else of this case lies.",
                FindingList.at(file, Tag.FrameOfReferenceUID));
      }
    }
    Registration registration = ModelFactory.eINSTANCE.createRegistration();
    registration.setLabel(
        file.textOr(Tag.ContentDescription, file.textOr(Tag.SeriesDescription, "Registration")));
    registration.setFrom(context.frame(from, "Frame of registration"));
    registration.setTo(context.frame(to, "Frame of registration"));
    registration.setSource(RegistrationSource.DICOM);
    for (double entry : transform.toMatrix4x4()) {
      registration.getMatrix().add(entry);
    }
    return registration;
  }

  private void reportOrder(SourceFile file, double mm) {
    if (mm > ORDER_TOLERANCE_MM) {
      context
          .findings()
          .warning(
              String.format(
                  Locale.ROOT,
                  "It is a chain of matrices, which were multiplied in the order of the file as"
                      + " DICOM says; a program that applies the first one first puts points up to"
                      + " %.1f mm elsewhere. Check it on the page Align images.",
                  mm),
              FindingList.at(file, Tag.MatrixSequence));
    }
  }

  private static AffineTransform transform(Dataset item) throws DicomReadException {
    AffineTransform transform = MatrixChain.of(item);
    if (!transform.isRigid(RIGIDITY_TOLERANCE)) {
      throw item.problem(
          Tag.FrameOfReferenceTransformationMatrix,
          "The matrix scales, shears or mirrors; only rigid registrations are used.",
          "Make a rigid registration.");
    }
    return transform;
  }

  private static boolean isIdentity(AffineTransform transform) {
    double[] matrix = transform.toMatrix4x4();
    double[] identity = AffineTransform.IDENTITY.toMatrix4x4();
    for (int i = 0; i < matrix.length; i++) {
      if (Math.abs(matrix[i] - identity[i]) > IDENTITY_TOLERANCE) {
        return false;
      }
    }
    return true;
  }
}
