/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.dicom.internal.imports;

import java.util.List;
import org.aoju.bus.image.Tag;
import org.recourse.dicom.DicomReadException;
import org.recourse.dicom.registration.SpatialMap;
import org.recourse.dicom.registration.SpatialRegistrationFile;
import org.recourse.model.DicomReference;
import org.recourse.model.ModelFactory;
import org.recourse.model.Registration;
import org.recourse.model.RegistrationSource;

/**
 * Takes deformable registrations into a case: as files that the case names, with the frames they
 * join and without a matrix. Dose is carried by the map in the file.
 */
final class DeformableImport {

  private final ImportContext context;

  DeformableImport(ImportContext context) {
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
    List<SpatialMap> maps = SpatialRegistrationFile.read(file.path()).maps();
    DicomReference reference = context.files().accept(file);
    for (SpatialMap map : maps) {
      if (map.fromFrameUid().equals(map.toFrameUid())) {
        continue; // the item of the own frame says nothing
      }
      Registration registration = ModelFactory.eINSTANCE.createRegistration();
      registration.setLabel(
          file.textOr(Tag.ContentDescription, file.textOr(Tag.SeriesDescription, "Registration")));
      // The map pulls: the source lies in the frame it leads to, as with a rigid registration.
      registration.setFrom(context.frame(map.toFrameUid(), "Frame of registration"));
      registration.setTo(context.frame(map.fromFrameUid(), "Frame of registration"));
      registration.setSource(RegistrationSource.DICOM);
      registration.setReference(copy(reference));
      context.patientCase().getRegistrations().add(registration);
      context
          .findings()
          .warning(
              "The deformable registration \""
                  + registration.getLabel()
                  + "\" carries dose between its frames and has had no quality assurance here."
                  + " Check it, or set it aside on the page Registrations; images and structures"
                  + " need a rigid one as well.",
              file.name());
    }
  }

  /** A reference is contained by one registration; a file may hold several. */
  private static DicomReference copy(DicomReference reference) {
    DicomReference copy = ModelFactory.eINSTANCE.createDicomReference();
    copy.setSopClassUid(reference.getSopClassUid());
    copy.setSopInstanceUid(reference.getSopInstanceUid());
    copy.setRelativePath(reference.getRelativePath());
    copy.setSha256(reference.getSha256());
    return copy;
  }
}
