/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.dicom.imports;

import java.nio.file.Path;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.dicom.DicomReadException;
import org.recourse.dicom.internal.imports.CaseFiles;
import org.recourse.dicom.internal.imports.CaseImport;
import org.recourse.dicom.internal.imports.FindingList;
import org.recourse.dicom.internal.imports.ImportContext;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.model.ModelFactory;
import org.recourse.model.PatientCase;

/**
 * Imports a folder with any mix of DICOM files into a case folder. Stateless and thread-safe.
 *
 * <p>CT, MR, RTSTRUCT, RTPLAN, RTDOSE and rigid registrations are accepted. Accepted files are
 * copied unchanged to {@code dicom/<modality>-<n>/} in the case folder, all of them or none.
 * Nothing is guessed silently: every repair, doubt and rejected file is a finding, and one bad file
 * never stops the rest. The case is returned, not saved.
 */
public final class DicomImport {

  private static final int SCAN_WORK = 40;
  private static final int MODEL_WORK = 10;
  private static final int COPY_WORK = 50;

  /**
   * Imports all files below a folder.
   *
   * @param source folder that is searched with all its subfolders, or one file
   * @param caseFolder folder of the new case; made if absent, must not hold a case already
   * @param executor threads for reading and copying
   * @param monitor progress and cancellation
   * @throws DicomReadException if the folder cannot be read, holds nothing usable, or the case
   *     folder cannot be written
   */
  public ImportResult importFolder(
      Path source, Path caseFolder, SliceExecutor executor, IProgressMonitor monitor)
      throws DicomReadException {
    SubMonitor progress =
        SubMonitor.convert(monitor, "Importing " + source, SCAN_WORK + MODEL_WORK + COPY_WORK);
    PatientCase patientCase = ModelFactory.eINSTANCE.createPatientCase();
    var files = new CaseFiles(caseFolder);
    files.checkFree();
    var findings = new FindingList();
    var context = new ImportContext(patientCase, files, findings);
    new CaseImport(context).run(source, caseFolder, executor, progress.split(SCAN_WORK));
    progress.worked(MODEL_WORK);
    if (files.isEmpty()) {
      throw new DicomReadException(
          source,
          "",
          "The folder holds no CT, MR, RTSTRUCT, RTPLAN, RTDOSE or registration that can be read"
              + " ("
              + findings.sorted().size()
              + " files were looked at"
              + findings.sorted().stream()
                  .findFirst()
                  .map(f -> "; " + f.affected() + ": " + f.text())
                  .orElse("")
              + ").",
          "Choose the folder with the exported files.");
    }
    files.copy(executor, progress.split(COPY_WORK));
    return new ImportResult(patientCase, findings.sorted());
  }
}
