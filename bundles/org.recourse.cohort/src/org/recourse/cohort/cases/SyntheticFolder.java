/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cohort.cases;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.phantom.PhantomException;
import org.recourse.phantom.cohort.PatientCaseFolder;
import org.recourse.phantom.cohort.SyntheticCohort;
import org.recourse.phantom.cohort.SyntheticPatient;

/**
 * A synthetic cohort as a folder: {@code cohort.csv} and, below {@code cases}, one case folder per
 * patient with real DICOM, all marked synthetic.
 *
 * @param cohort where the patients come from
 * @param splits names of the splits with their numbers of patients, in order; patients beyond them
 *     are training patients
 * @param readers structure sets of so many readers per patient, at least one
 * @param withCases whether images and doses are written, or the table only
 */
public record SyntheticFolder(
    SyntheticCohort cohort, Map<String, Integer> splits, int readers, boolean withCases) {

  /** The table of a cohort. */
  public static final String TABLE = "cohort.csv";

  private static final String CASES = "cases";
  private static final String TRAINING = "train";

  public SyntheticFolder {
    Objects.requireNonNull(cohort, "cohort");
    splits = Collections.unmodifiableMap(new LinkedHashMap<>(splits));
    if (readers < 1) {
      throw new IllegalArgumentException("at least one reader is needed: " + readers);
    }
  }

  /**
   * What was made.
   *
   * @param table the patients
   * @param truth what is behind their outcomes; not in the folder
   */
  public record Result(CohortTable table, TruthFile truth) {}

  /**
   * Writes the first patients of the cohort. Cases that are there are left as they are, so a run
   * that was interrupted goes on with those that are missing; the table comes last.
   *
   * @throws IOException if a file cannot be written
   * @throws PhantomException if a case cannot be written or read back
   * @throws org.eclipse.core.runtime.OperationCanceledException if the monitor is cancelled; whole
   *     cases are kept
   */
  public Result write(int patients, Path folder, SliceExecutor executor, IProgressMonitor monitor)
      throws IOException, PhantomException {
    SubMonitor progress = SubMonitor.convert(monitor, "Synthetic cohort", patients);
    List<CohortPatient> rows = new ArrayList<>();
    Map<String, TruthFile.Truth> truths = new LinkedHashMap<>();
    Files.createDirectories(folder.resolve(CASES));
    for (int number = 0; number < patients; number++) {
      progress.checkCanceled();
      SyntheticPatient patient = cohort.patient(number);
      progress.subTask("Patient " + (number + 1) + " of " + patients);
      String own = withCases ? CASES + "/" + patient.id() : "";
      if (withCases) {
        new PatientCaseFolder(patient, readers)
            .write(folder.resolve(own), executor, progress.split(1));
      } else {
        progress.worked(1);
      }
      rows.add(SyntheticRows.row(patient, splitOf(number), own));
      truths.put(patient.id(), TruthFile.Truth.of(patient));
    }
    var table = new CohortTable(rows);
    table.write(folder.resolve(TABLE));
    return new Result(table, new TruthFile(truths));
  }

  private String splitOf(int number) {
    int end = 0;
    for (Map.Entry<String, Integer> split : splits.entrySet()) {
      end += split.getValue();
      if (number < end) {
        return split.getKey();
      }
    }
    return TRAINING;
  }
}
