/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.phantom.cohort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.dicom.DicomReadException;
import org.recourse.dicom.DicomWriteException;
import org.recourse.dicom.imports.DicomImport;
import org.recourse.dicom.imports.ImportResult;
import org.recourse.grid.finding.Finding;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.model.store.CaseStore;
import org.recourse.phantom.PhantomException;
import org.recourse.phantom.internal.cohort.PatientCompletion;
import org.recourse.phantom.internal.cohort.PatientFiles;
import org.recourse.phantom.internal.files.TemporaryFolder;

/**
 * Writes a synthetic patient as a case folder: real DICOM, marked synthetic, imported in the
 * ordinary way. Immutable and thread-safe.
 */
public final class PatientCaseFolder {

  private final SyntheticPatient patient;
  private final int readers;

  /**
   * Prepares a folder.
   *
   * @param readers how many readers' structure sets it gets, at least one
   */
  public PatientCaseFolder(SyntheticPatient patient, int readers) {
    this.patient = Objects.requireNonNull(patient, "patient");
    this.readers = readers;
    if (readers < 1) {
      throw new IllegalArgumentException("at least one reader is needed: " + readers);
    }
  }

  /**
   * Writes the case. It is made beside its place and moved there at the end, so that a half-written
   * case is never found; a folder that holds a case is left as it is.
   *
   * @param caseFolder its parent must exist
   * @throws PhantomException if a file cannot be written or read back
   */
  public void write(Path caseFolder, SliceExecutor executor, IProgressMonitor monitor)
      throws PhantomException {
    if (Files.isRegularFile(CaseStore.caseFile(caseFolder))) {
      return;
    }
    SubMonitor progress = SubMonitor.convert(monitor, patient.id(), 10);
    Path parent = caseFolder.toAbsolutePath().getParent();
    try (var temporary = TemporaryFolder.createIn(parent, ".making-")) {
      Path dicom = Files.createDirectory(temporary.path().resolve("dicom"));
      Path made = temporary.path().resolve("case");
      var files = new PatientFiles(patient, executor);
      files.write(dicom, readers, progress.split(7));
      ImportResult imported =
          new DicomImport().importFolder(dicom, made, executor, progress.split(3));
      refuseErrors(imported);
      new PatientCompletion().complete(imported.patientCase(), patient, files);
      new CaseStore().save(imported.patientCase(), made);
      Files.move(made, caseFolder, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException | DicomWriteException | DicomReadException e) {
      throw new PhantomException(
          "The synthetic patient could not be written to " + caseFolder + " (" + e + ").", e);
    }
  }

  /** The import must find nothing wrong with what was just written; if it does, it is a defect. */
  private static void refuseErrors(ImportResult imported) {
    for (Finding finding : imported.findings()) {
      if (finding.severity() == Finding.Severity.ERROR) {
        throw new IllegalStateException(
            "the synthetic patient was not read back: "
                + finding.affected()
                + " "
                + finding.text());
      }
    }
  }
}
