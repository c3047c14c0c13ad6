/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.dicom.write;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.Sequence;
import org.aoju.bus.image.galaxy.data.VR;
import org.recourse.dicom.internal.toolkit.SopClass;
import org.recourse.model.Sex;

/** The attributes every object of a study starts with. Stateless. */
final class ObjectHeader {

  static final int LONGEST_LONG_STRING = 64;

  private static final String NOON = "120000";
  private static final String SERIES_NOTICE = " (SYNTHETIC, research only)";

  private ObjectHeader() {}

  /**
   * Makes patient, study, series, equipment and SOP common attributes.
   *
   * @param instanceName names the instance in its series; the UIDs follow from it
   */
  static Attributes of(
      WrittenStudy study,
      SopClass sopClass,
      int seriesNumber,
      String seriesDescription,
      String instanceName) {
    Attributes header = new Attributes();
    patient(header, study);
    String seriesUid = seriesUid(study, sopClass, seriesNumber);
    header.setString(Tag.SOPClassUID, VR.UI, sopClass.uid());
    header.setString(Tag.SOPInstanceUID, VR.UI, DicomUid.ofName(seriesUid + "/" + instanceName));
    header.setString(Tag.StudyInstanceUID, VR.UI, study.uid());
    header.setString(Tag.StudyDate, VR.DA, date(study.date()));
    header.setString(Tag.StudyTime, VR.TM, NOON);
    header.setString(Tag.StudyID, VR.SH, study.id());
    header.setString(Tag.StudyDescription, VR.LO, studyDescription(study));
    header.setNull(Tag.AccessionNumber, VR.SH);
    header.setNull(Tag.ReferringPhysicianName, VR.PN);
    header.setString(Tag.SeriesInstanceUID, VR.UI, seriesUid);
    header.setInt(Tag.SeriesNumber, VR.IS, seriesNumber);
    header.setString(Tag.SeriesDate, VR.DA, date(study.date()));
    header.setString(Tag.SeriesTime, VR.TM, NOON);
    header.setString(Tag.SeriesDescription, VR.LO, seriesDescription(study, seriesDescription));
    header.setString(Tag.Modality, VR.CS, sopClass.modality());
    header.setString(Tag.InstanceCreationDate, VR.DA, date(study.date()));
    header.setString(Tag.InstanceCreationTime, VR.TM, NOON);
    header.setNull(Tag.OperatorsName, VR.PN);
    header.setString(Tag.Manufacturer, VR.LO, "ReCourse");
    header.setString(Tag.ManufacturerModelName, VR.LO, "ReCourse");
    header.setString(Tag.SoftwareVersions, VR.LO, "1.0");
    return header;
  }

  static String seriesUid(WrittenStudy study, SopClass sopClass, int seriesNumber) {
    return DicomUid.ofName(study.uid() + "/" + sopClass.modality() + "/" + seriesNumber);
  }

  /** Adds the frame of reference of the coordinates. */
  static void frame(Attributes header, String frameOfReferenceUid) {
    header.setString(Tag.FrameOfReferenceUID, VR.UI, frameOfReferenceUid);
    header.setNull(Tag.PositionReferenceIndicator, VR.LO);
  }

  /** Adds the notice of a synthetic study to the attribute that fits the object. */
  static void notice(Attributes header, WrittenStudy study, int tag, VR vr) {
    if (study.synthetic()) {
      header.setString(tag, vr, WrittenStudy.SYNTHETIC_NOTICE);
    }
  }

  static WrittenObject written(java.nio.file.Path file, Attributes object, String frameUid) {
    return new WrittenObject(
        file,
        object.getString(Tag.SOPClassUID),
        object.getString(Tag.SOPInstanceUID),
        object.getString(Tag.SeriesInstanceUID),
        frameUid);
  }

  /** Adds a sequence with one item that refers to another object, and returns the item. */
  static Attributes reference(Attributes owner, int sequenceTag, WrittenObject target) {
    Attributes item = referenceItem(target.sopClassUid(), target.sopInstanceUid());
    owner.newSequence(sequenceTag, 1).add(item);
    return item;
  }

  static Attributes referenceItem(String sopClassUid, String sopInstanceUid) {
    Attributes item = new Attributes();
    item.setString(Tag.ReferencedSOPClassUID, VR.UI, sopClassUid);
    item.setString(Tag.ReferencedSOPInstanceUID, VR.UI, sopInstanceUid);
    return item;
  }

  static Attributes newItem(Sequence sequence) {
    Attributes item = new Attributes();
    sequence.add(item);
    return item;
  }

  static String date(LocalDate date) {
    return date.format(DateTimeFormatter.BASIC_ISO_DATE);
  }

  static String noon() {
    return NOON;
  }

  private static void patient(Attributes header, WrittenStudy study) {
    WrittenPatient patient = study.patient();
    header.setString(Tag.PatientName, VR.PN, patient.name());
    header.setString(Tag.PatientID, VR.LO, patient.id());
    patient
        .birthDate()
        .ifPresentOrElse(
            day -> header.setString(Tag.PatientBirthDate, VR.DA, date(day)),
            () -> header.setNull(Tag.PatientBirthDate, VR.DA));
    String sex = code(patient.sex());
    if (sex.isEmpty()) {
      header.setNull(Tag.PatientSex, VR.CS);
    } else {
      header.setString(Tag.PatientSex, VR.CS, sex);
    }
    if (study.synthetic()) {
      header.setString(Tag.QualityControlSubject, VR.CS, "YES");
      header.setString(Tag.PatientComments, VR.LT, WrittenStudy.SYNTHETIC_NOTICE);
    }
  }

  private static String code(Sex sex) {
    return switch (sex) {
      case FEMALE -> "F";
      case MALE -> "M";
      case OTHER -> "O";
      case UNKNOWN -> "";
    };
  }

  private static String studyDescription(WrittenStudy study) {
    if (!study.synthetic()) {
      return shortened(study.description(), LONGEST_LONG_STRING);
    }
    int room = LONGEST_LONG_STRING - WrittenStudy.SYNTHETIC_NOTICE.length() - 2;
    return study.description().isBlank() || study.description().length() > room
        ? WrittenStudy.SYNTHETIC_NOTICE
        : study.description() + ": " + WrittenStudy.SYNTHETIC_NOTICE;
  }

  private static String seriesDescription(WrittenStudy study, String description) {
    String notice = study.synthetic() ? SERIES_NOTICE : "";
    return shortened(description, LONGEST_LONG_STRING - notice.length()) + notice;
  }

  private static String shortened(String text, int longest) {
    return text.length() <= longest ? text : text.substring(0, longest);
  }
}
