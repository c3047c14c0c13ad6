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
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.aoju.bus.image.Tag;
import org.recourse.dicom.internal.toolkit.Tags;
import org.recourse.model.ModelFactory;
import org.recourse.model.Patient;
import org.recourse.model.Sex;

/** Finds the patient and leaves out what belongs to another. */
final class PatientImport {

  private static final String SYNTHETIC = "SYNTHETIC";

  private final ImportContext context;

  PatientImport(ImportContext context) {
    this.context = context;
  }

  /** Fills in the patient and returns the files that belong to this patient. */
  List<SourceFile> run(List<SourceFile> files) {
    Map<String, List<SourceFile>> byPatient = new LinkedHashMap<>();
    files.forEach(f -> byPatient.computeIfAbsent(key(f), k -> new ArrayList<>()).add(f));
    List<SourceFile> chosen =
        byPatient.values().stream().max(Comparator.comparingInt(List::size)).orElse(List.of());
    byPatient.values().stream().filter(other -> other != chosen).forEach(o -> reject(o, chosen));
    if (!chosen.isEmpty()) {
      describe(chosen);
    }
    return chosen;
  }

  private static String key(SourceFile file) {
    return file.data().text(Tag.PatientID).orElseGet(() -> file.textOr(Tag.PatientName, ""));
  }

  private void reject(List<SourceFile> others, List<SourceFile> chosen) {
    for (SourceFile other : others) {
      context
          .findings()
          .error(
              "It belongs to patient '"
                  + key(other)
                  + "'; most files belong to '"
                  + key(chosen.getFirst())
                  + "'. It was not imported. If both are one person, give the files the same"
                  + " Patient ID.",
              FindingList.at(other, Tag.PatientID));
    }
  }

  private void describe(List<SourceFile> files) {
    Patient patient = ModelFactory.eINSTANCE.createPatient();
    patient.setPatientId(same(files, Tag.PatientID));
    String name = same(files, Tag.PatientName);
    patient.setName(name);
    SourceFile.parsed(same(files, Tag.PatientBirthDate))
        .ifPresent(date -> patient.setBirthDate(date.toString()));
    patient.setSex(
        switch (same(files, Tag.PatientSex)) {
          case "F" -> Sex.FEMALE;
          case "M" -> Sex.MALE;
          case "O" -> Sex.OTHER;
          default -> Sex.UNKNOWN;
        });
    if (patient.getPatientId().isEmpty()) {
      context
          .findings()
          .warning(
              "No file has a Patient ID; the patient is known by name only.",
              FindingList.at(files.getFirst(), Tag.PatientID));
    }
    checkCharset(files);
    context.patientCase().setPatient(patient);
    context.patientCase().setTitle(title(patient));
    context.patientCase().setSynthetic(files.stream().anyMatch(PatientImport::isSynthetic));
  }

  /** Returns the first value that is given; differing values are a finding. */
  private String same(List<SourceFile> files, int tag) {
    String first = "";
    for (SourceFile file : files) {
      String value = file.textOr(tag, "");
      if (first.isEmpty()) {
        first = value;
      } else if (!value.isEmpty() && !value.equals(first)) {
        context
            .findings()
            .warning(
                "It says '"
                    + value
                    + "', other files say '"
                    + first
                    + "'; the latter was taken. Check that all files belong to one person.",
                FindingList.at(file, tag));
        return first;
      }
    }
    return first;
  }

  private void checkCharset(List<SourceFile> files) {
    for (SourceFile file : files) {
      if (file.data().hasUndeclaredText(Tag.PatientName, Tag.SpecificCharacterSet)) {
        context
            .findings()
            .warning(
                "The name has letters beyond ASCII but the file states no character set ("
                    + Tags.nameOf(Tag.SpecificCharacterSet)
                    + "); it was read as Latin-1. Check the name.",
                FindingList.at(file, Tag.PatientName));
        return;
      }
    }
  }

  private static String title(Patient patient) {
    String name = patient.getName().split("=")[0].replace('^', ' ').strip();
    return name.isEmpty() ? patient.getPatientId() : name;
  }

  private static boolean isSynthetic(SourceFile file) {
    return file.textOr(Tag.PatientComments, "").contains(SYNTHETIC)
        || file.textOr(Tag.StudyDescription, "").contains(SYNTHETIC)
        || file.textOr(Tag.SeriesDescription, "").contains(SYNTHETIC);
  }
}
