/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.dicom.voxels;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.aoju.bus.image.Tag;
import org.recourse.dicom.DicomReadException;
import org.recourse.dicom.internal.toolkit.Dataset;
import org.recourse.dicom.internal.toolkit.DicomFiles;
import org.recourse.dicom.write.WrittenPatient;
import org.recourse.dicom.write.WrittenStudy;
import org.recourse.model.Sex;

/** The study of a file, so that new objects join it. Stateless. */
public final class DicomStudies {

  private static final int LONGEST_SHORT_STRING = 16;

  private DicomStudies() {}

  /**
   * Reads patient and study of a file.
   *
   * @param date date of the new objects
   * @param synthetic whether the case was made by a program
   */
  public static WrittenStudy of(Path file, LocalDate date, boolean synthetic)
      throws DicomReadException {
    Dataset header = Dataset.of(DicomFiles.readHeader(file));
    String studyUid = header.requiredText(Tag.StudyInstanceUID);
    String id = header.text(Tag.StudyID).orElse("");
    return new WrittenStudy(
        new WrittenPatient(
            header.text(Tag.PatientID).filter(text -> !text.isBlank()).orElse("unknown"),
            header.text(Tag.PatientName).filter(text -> !text.isBlank()).orElse("unknown"),
            header.text(Tag.PatientBirthDate).flatMap(DicomStudies::date),
            sex(header.text(Tag.PatientSex).orElse(""))),
        studyUid,
        id.substring(0, Math.min(id.length(), LONGEST_SHORT_STRING)),
        header.text(Tag.StudyDescription).orElse(""),
        date,
        synthetic);
  }

  private static Optional<LocalDate> date(String text) {
    try {
      return Optional.of(LocalDate.parse(text.strip(), DateTimeFormatter.BASIC_ISO_DATE));
    } catch (DateTimeParseException e) { // a birth date that is no date is not known
      return Optional.empty();
    }
  }

  private static Sex sex(String code) {
    return switch (code) {
      case "F" -> Sex.FEMALE;
      case "M" -> Sex.MALE;
      case "O" -> Sex.OTHER;
      default -> Sex.UNKNOWN;
    };
  }
}
