/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.internal.imports;

import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.Objects;
import java.util.function.Consumer;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.recourse.dicom.DicomReadException;
import org.recourse.dicom.imports.DicomImport;
import org.recourse.dicom.imports.ImportResult;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.model.store.CaseStore;
import org.recourse.model.store.CaseStoreException;
import org.recourse.ui.project.CaseProjects;

/** Imports a DICOM folder into a new case folder, saves the case and makes it a project. */
final class ImportCaseJob extends Job {

  private static final int IMPORT_WORK = 90;
  private static final int SAVE_WORK = 2;
  private static final int CONNECT_WORK = 8;

  /**
   * What the user asked for.
   *
   * @param source folder with DICOM files
   * @param caseFolder folder of the new case
   * @param title title of the case
   */
  record Request(Path source, Path caseFolder, String title) {}

  private final Request request;
  private final SliceExecutor executor;
  private final Consumer<IFile> whenDone; // called on the job's thread

  ImportCaseJob(Request request, SliceExecutor executor, Consumer<IFile> whenDone) {
    super("Importing " + request.source().getFileName());
    this.request = request;
    this.executor = Objects.requireNonNull(executor, "executor");
    this.whenDone = Objects.requireNonNull(whenDone, "whenDone");
    setUser(true);
  }

  @Override
  protected IStatus run(IProgressMonitor monitor) {
    SubMonitor progress =
        SubMonitor.convert(monitor, getName(), IMPORT_WORK + SAVE_WORK + CONNECT_WORK);
    try {
      ImportResult result =
          new DicomImport()
              .importFolder(
                  request.source(), request.caseFolder(), executor, progress.split(IMPORT_WORK));
      result.patientCase().setTitle(request.title());
      ImportRecord.write(result.patientCase(), result.findings(), ZonedDateTime.now());
      new CaseStore().save(result.patientCase(), request.caseFolder());
      progress.worked(SAVE_WORK);
      whenDone.accept(CaseProjects.connect(request.caseFolder(), progress.split(CONNECT_WORK)));
      return Status.OK_STATUS;
    } catch (OperationCanceledException e) {
      return Status.CANCEL_STATUS;
    } catch (DicomReadException | CaseStoreException e) {
      return Status.error("The folder was not imported. " + e.getMessage(), e);
    } catch (CoreException e) {
      return e.getStatus();
    }
  }
}
