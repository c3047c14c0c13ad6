/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.dicom.write;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.Sequence;
import org.aoju.bus.image.galaxy.data.VR;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.dicom.DicomReadException;
import org.recourse.dicom.DicomWriteException;
import org.recourse.dicom.internal.toolkit.DicomFiles;
import org.recourse.dicom.internal.toolkit.SopClass;
import org.recourse.grid.volume.DoseGrid;

/**
 * Writes EQD2 as RTDOSE with Dose Type EFFECTIVE, so that no program takes it for physical dose.
 * Stateless and thread-safe.
 *
 * <p>Dose Summation Type is MULTI_PLAN for two doses or more, else PLAN; the plans referred to are
 * those the doses name, and a dose that names none is counted all the same. The SOP Instance UID follows from the content: the same numbers have the
 * same UID, other numbers another one. Every object says that it is for research only.
 */
public final class EffectiveDoseWriter {

  private static final String EFFECTIVE = "EFFECTIVE";
  private static final String RESEARCH = " (research only)";
  private static final String SYNTHETIC_RESEARCH = " (SYNTHETIC, research only)";
  private static final String RESEARCH_NOTICE = "Research only, not for clinical decisions";
  private static final int LONGEST_SHORT_TEXT = 1024;
  private static final int SERIES_NUMBER = 9000; // beyond what scanners and planning systems use

  /** Rising, as the toolkit wants it. */
  private static final int[] PATIENT_AND_STUDY = {
    Tag.StudyDate,
    Tag.StudyTime,
    Tag.AccessionNumber,
    Tag.ReferringPhysicianName,
    Tag.StudyDescription,
    Tag.PatientName,
    Tag.PatientID,
    Tag.IssuerOfPatientID,
    Tag.PatientBirthDate,
    Tag.PatientSex,
    Tag.PatientIdentityRemoved,
    Tag.DeidentificationMethod,
    Tag.StudyInstanceUID,
    Tag.StudyID,
    Tag.FrameOfReferenceUID,
    Tag.PositionReferenceIndicator
  };

  /**
   * Writes a file.
   *
   * @param eqd2Gy EQD2 in the frame of {@link EffectiveDoseSpec#frameSource()}, not negative
   * @param monitor progress and cancellation, one unit per slice
   * @throws DicomReadException if a dose the result refers to cannot be read
   * @throws org.eclipse.core.runtime.OperationCanceledException if the monitor is cancelled
   */
  public WrittenObject write(
      Path file, EffectiveDoseSpec spec, DoseGrid eqd2Gy, IProgressMonitor monitor)
      throws DicomReadException, DicomWriteException {
    SubMonitor progress =
        SubMonitor.convert(monitor, "Writing " + file, eqd2Gy.geometry().sizeZ());
    Attributes dose = new Attributes();
    Attributes source = DicomFiles.readHeader(spec.frameSource()).attributes();
    dose.addSelected(source, PATIENT_AND_STUDY);
    texts(dose, spec);
    dose.setString(Tag.DoseUnits, VR.CS, "GY");
    dose.setString(Tag.DoseType, VR.CS, EFFECTIVE);
    int plans = referToPlans(dose, spec.summed());
    dose.setString(Tag.DoseSummationType, VR.CS, plans > 1 ? "MULTI_PLAN" : "PLAN");
    DosePixels.set(dose, file, eqd2Gy, progress);
    identify(dose, spec);
    DicomFiles.write(file, dose);
    return ObjectHeader.written(file, dose, dose.getString(Tag.FrameOfReferenceUID));
  }

  private static void texts(Attributes dose, EffectiveDoseSpec spec) {
    String suffix = spec.synthetic() ? SYNTHETIC_RESEARCH : RESEARCH;
    int room = ObjectHeader.LONGEST_LONG_STRING - suffix.length();
    dose.setString(
        Tag.SeriesDescription, VR.LO, shortened(spec.description(), room) + suffix);
    String notice = spec.synthetic() ? WrittenStudy.SYNTHETIC_NOTICE : RESEARCH_NOTICE;
    dose.setString(Tag.DoseComment, VR.LO, notice);
    dose.setString(
        Tag.DerivationDescription,
        VR.ST,
        shortened(notice + ". " + spec.derivation(), LONGEST_SHORT_TEXT));
    if (spec.synthetic()) {
      dose.setString(Tag.QualityControlSubject, VR.CS, "YES");
      dose.setString(Tag.PatientComments, VR.LT, WrittenStudy.SYNTHETIC_NOTICE);
    }
    dose.setString(Tag.ImageType, VR.CS, "DERIVED", "SECONDARY", "DOSE");
    dose.setString(Tag.Modality, VR.CS, SopClass.DOSE.modality());
    dose.setString(Tag.SOPClassUID, VR.UI, SopClass.DOSE.uid());
    dose.setInt(Tag.InstanceNumber, VR.IS, 1);
    dose.setInt(Tag.SeriesNumber, VR.IS, SERIES_NUMBER);
    dose.setNull(Tag.OperatorsName, VR.PN);
    dose.setString(Tag.Manufacturer, VR.LO, "ReCourse");
    dose.setString(Tag.ManufacturerModelName, VR.LO, "ReCourse");
    dose.setString(Tag.SoftwareVersions, VR.LO, "1.0");
    String day = spec.created().format(DateTimeFormatter.BASIC_ISO_DATE);
    String time = spec.created().format(DateTimeFormatter.ofPattern("HHmmss"));
    dose.setString(Tag.InstanceCreationDate, VR.DA, day);
    dose.setString(Tag.InstanceCreationTime, VR.TM, time);
    dose.setString(Tag.SeriesDate, VR.DA, day);
    dose.setString(Tag.SeriesTime, VR.TM, time);
  }

  /** Returns how many different plans are referred to. */
  private static int referToPlans(Attributes dose, List<Path> summed) throws DicomReadException {
    Map<String, String> classByPlan = new LinkedHashMap<>();
    for (Path file : summed) {
      Sequence plans =
          DicomFiles.readHeader(file).attributes().getSequence(Tag.ReferencedRTPlanSequence);
      if (plans != null) { // a dose may name no plan
        for (Attributes plan : plans) {
          classByPlan.put(
              plan.getString(Tag.ReferencedSOPInstanceUID), plan.getString(Tag.ReferencedSOPClassUID));
        }
      }
    }
    var items = new ArrayList<Attributes>();
    classByPlan.forEach((uid, sopClass) -> items.add(ObjectHeader.referenceItem(sopClass, uid)));
    if (!items.isEmpty()) {
      dose.newSequence(Tag.ReferencedRTPlanSequence, items.size()).addAll(items);
    }
    return Math.max(summed.size(), items.size());
  }

  private static void identify(Attributes dose, EffectiveDoseSpec spec) {
    MessageDigest digest = sha256();
    digest.update(dose.getString(Tag.SeriesDescription).getBytes(StandardCharsets.UTF_8));
    digest.update(spec.derivation().getBytes(StandardCharsets.UTF_8));
    for (int tag : new int[] {Tag.ImagePositionPatient, Tag.PixelSpacing, Tag.DoseGridScaling}) {
      digest.update(String.join("\\", dose.getStrings(tag)).getBytes(StandardCharsets.UTF_8));
    }
    digest.update((byte[]) dose.getValue(Tag.PixelData));
    String series = dose.getString(Tag.StudyInstanceUID) + "/" + EFFECTIVE;
    String instance = series + "/" + HexFormat.of().formatHex(digest.digest());
    dose.setString(Tag.SeriesInstanceUID, VR.UI, DicomUid.ofName(instance + "/series"));
    dose.setString(Tag.SOPInstanceUID, VR.UI, DicomUid.ofName(instance));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static String shortened(String text, int longest) {
    return text.length() <= longest ? text : text.substring(0, longest);
  }
}
