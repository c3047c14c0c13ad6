/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cohort.extraction;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.recourse.cohort.cases.CohortPatient;
import org.recourse.cohort.cases.CohortTable;
import org.recourse.cohort.cases.TableFormatException;
import org.recourse.model.DicomReference;
import org.recourse.model.ImageSeries;
import org.recourse.model.PatientCase;
import org.recourse.model.store.CaseStore;
import org.recourse.model.store.CaseStoreException;

/** The cases of a cohort on disk. Stateless. */
public final class CohortCases {

  private CohortCases() {}

  /**
   * Returns the table of a cohort folder: its {@code cohort.csv}, or, where there is none, one row
   * per case folder in it.
   *
   * @throws TableFormatException if the table is damaged or the folder holds neither
   */
  public static CohortTable table(Path folder) throws IOException, TableFormatException {
    Path file = folder.resolve("cohort.csv");
    if (Files.isRegularFile(file)) {
      return CohortTable.read(file);
    }
    if (!Files.isDirectory(folder)) {
      throw new TableFormatException(folder + " is no folder.");
    }
    List<CohortPatient> patients = new ArrayList<>();
    try (Stream<Path> entries = Files.list(folder)) {
      for (Path entry : entries.sorted().toList()) {
        if (Files.isRegularFile(CaseStore.caseFile(entry))) {
          String name = entry.getFileName().toString();
          patients.add(new CohortPatient(name, "", "", name, Map.of(), Map.of()));
        }
      }
    }
    if (patients.isEmpty()) {
      throw new TableFormatException(
          folder + " holds neither cohort.csv nor case folders; import the cases first.");
    }
    return new CohortTable(patients);
  }

  /**
   * Returns the digests of the image files of each patient, as far as its case can be read; what
   * cannot be read is said by the extraction.
   */
  public static Map<String, Set<String>> imageDigests(CohortTable cohort, Path folder) {
    var digests = new LinkedHashMap<String, Set<String>>();
    for (CohortPatient patient : cohort.patients()) {
      if (!patient.caseFolder().isEmpty()) {
        try {
          digests
              .computeIfAbsent(patient.id(), id -> new LinkedHashSet<>())
              .addAll(images(new CaseStore().load(folder.resolve(patient.caseFolder()))));
        } catch (CaseStoreException e) {
          digests.putIfAbsent(patient.id(), Set.of()); // the extraction names the case
        }
      }
    }
    return digests;
  }

  private static Set<String> images(PatientCase patientCase) {
    var digests = new LinkedHashSet<String>();
    for (ImageSeries series : patientCase.getImageSeries()) {
      for (DicomReference instance : series.getInstances()) {
        if (instance.getSha256() != null) { // EMF: not set
          digests.add(instance.getSha256());
        }
      }
    }
    return digests;
  }
}
