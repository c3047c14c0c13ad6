/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.phantom;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.dicom.DicomReadException;
import org.recourse.dicom.DicomWriteException;
import org.recourse.dicom.imports.DicomImport;
import org.recourse.dicom.imports.ImportResult;
import org.recourse.grid.finding.Finding;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.model.PatientCase;
import org.recourse.model.store.CaseStore;
import org.recourse.phantom.internal.files.CaseCompletion;
import org.recourse.phantom.internal.files.CaseFiles;
import org.recourse.phantom.internal.files.CaseSampling;
import org.recourse.phantom.internal.files.TemporaryFolder;

/**
 * The synthetic re-irradiation case that comes with ReCourse.
 *
 * <p>A recurrent nasopharyngeal carcinoma: planning CT, T1, T1C and T2 in a frame of their own with
 * a registration, structures, a first course of 70 Gy in 33 fractions whose images and dose lie in
 * their own frame with a registration, a boost that is known from paper only, and a re-irradiation
 * plan of 60 Gy in 27 fractions with nine beams and their doses. It is written as DICOM and read
 * back by the ordinary import. Stateless; the same bytes every time.
 */
public final class BundledCase {

  /** Changes when the content of the case changes; part of the name of the folder it is kept in. */
  public static final String VERSION = "2";

  private BundledCase() {}

  /**
   * Writes the case into {@code caseFolder}, which is made if it is missing and must be empty.
   *
   * @param executor runs the kernels
   * @param monitor progress and cancellation; a cancelled run leaves a half-written folder, so that
   *     {@link #ensure} is the better choice where the folder lasts
   * @return the case as saved
   * @throws PhantomException if a file could not be written or read back
   */
  public static PatientCase create(
      Path caseFolder, SliceExecutor executor, IProgressMonitor monitor) throws PhantomException {
    return create(caseFolder, CaseSampling.standard(), executor, monitor);
  }

  static PatientCase create(
      Path caseFolder, CaseSampling sampling, SliceExecutor executor, IProgressMonitor monitor)
      throws PhantomException {
    SubMonitor progress = SubMonitor.convert(monitor, "Synthetic case", 100);
    try (var dicom = TemporaryFolder.create("recourse-synthetic-")) {
      requireEmpty(caseFolder);
      new CaseFiles(sampling, executor).write(dicom.path(), progress.split(70));
      ImportResult imported =
          new DicomImport().importFolder(dicom.path(), caseFolder, executor, progress.split(25));
      refuseErrors(imported);
      PatientCase patientCase = imported.patientCase();
      new CaseCompletion().complete(patientCase);
      new CaseStore().save(patientCase, caseFolder);
      progress.worked(5);
      return patientCase;
    } catch (IOException | DicomWriteException | DicomReadException e) {
      throw new PhantomException(
          "The synthetic case could not be written to "
              + caseFolder
              + " ("
              + e
              + "). It needs an empty folder, 100 MB of free space and write permission.",
          e);
    }
  }

  private static void requireEmpty(Path caseFolder) throws IOException {
    if (Files.isDirectory(caseFolder)) {
      try (Stream<Path> entries = Files.list(caseFolder)) {
        if (entries.findAny().isPresent()) {
          throw new DirectoryNotEmptyException(caseFolder.toString());
        }
      }
    }
  }

  /** The import must find nothing wrong with what was just written; if it does, it is a defect. */
  private static void refuseErrors(ImportResult imported) {
    for (Finding finding : imported.findings()) {
      if (finding.severity() == Finding.Severity.ERROR) {
        throw new IllegalStateException(
            "the synthetic case was not read back: " + finding.affected() + " " + finding.text());
      }
    }
  }

  /**
   * Returns the folder of the case below {@code parentFolder}, creating the case on the first call.
   * It is written into a temporary folder beside its place and moved there at the end, so that a
   * half-written case is never found. Two callers at once are safe; the first move wins.
   *
   * @return {@code parentFolder/bundled-case-VERSION}
   * @throws PhantomException if a file could not be written or read back
   */
  public static Path ensure(Path parentFolder, SliceExecutor executor, IProgressMonitor monitor)
      throws PhantomException {
    return ensure(parentFolder, CaseSampling.standard(), executor, monitor);
  }

  static Path ensure(
      Path parentFolder, CaseSampling sampling, SliceExecutor executor, IProgressMonitor monitor)
      throws PhantomException {
    Path caseFolder = parentFolder.resolve("bundled-case-" + VERSION);
    if (isComplete(caseFolder)) {
      return caseFolder;
    }
    try {
      Files.createDirectories(parentFolder);
      try (var temporary = TemporaryFolder.createIn(parentFolder, ".bundled-case-")) {
        Path made = temporary.path().resolve("case");
        create(made, sampling, executor, monitor);
        moveOnce(made, caseFolder);
      }
      return caseFolder;
    } catch (IOException e) {
      throw new PhantomException(
          "The synthetic case could not be put into "
              + caseFolder
              + " ("
              + e
              + "). If the folder exists without a case, move it away and try again.",
          e);
    }
  }

  private static void moveOnce(Path made, Path caseFolder) throws IOException {
    try {
      Files.move(made, caseFolder, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      if (!isComplete(caseFolder)) { // otherwise another caller was faster with the same bytes
        throw e;
      }
    }
  }

  private static boolean isComplete(Path caseFolder) {
    return Files.isRegularFile(CaseStore.caseFile(caseFolder));
  }
}
