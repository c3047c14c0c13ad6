/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.contouring.internal.write;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Shell;
import org.recourse.assistant.cases.CaseVoxels;
import org.recourse.dicom.DicomReadException;
import org.recourse.dicom.DicomWriteException;
import org.recourse.model.StructureSet;
import org.recourse.ui.contouring.internal.edit.ContourEdits;
import org.recourse.ui.session.CaseSession;

/** Asks for a file and writes the structures of the plan into it as RTSTRUCT. UI thread only. */
public final class StructureWriting {

  private final CaseSession session;
  private final Shell shell;

  public StructureWriting(CaseSession session, Shell shell) {
    this.session = session;
    this.shell = shell;
  }

  public void ask() {
    Optional<StructureSet> set = ContourEdits.target(session.patientCase());
    if (set.isEmpty()) {
      MessageDialog.openInformation(
          shell, "Write RTSTRUCT", "The case has no structures to write. Draw or import some.");
      return;
    }
    try {
      StructureExport export =
          StructureExport.of(session.caseFolder(), set.get(), session.patientCase().isSynthetic());
      var dialog = new FileDialog(shell, SWT.SAVE);
      dialog.setText("Write RTSTRUCT");
      dialog.setFilterExtensions(new String[] {"*.dcm"});
      dialog.setFileName("RTSTRUCT-edited.dcm");
      dialog.setOverwrite(true);
      Optional.ofNullable(dialog.open()).map(Path::of).ifPresent(file -> write(export, file));
    } catch (IllegalArgumentException e) {
      MessageDialog.openInformation(shell, "Write RTSTRUCT", e.getMessage());
    }
  }

  private void write(StructureExport export, Path file) {
    CaseVoxels voxels = session.openCase().voxels();
    Job job =
        Job.create(
            "Writing " + file.getFileName(),
            monitor -> {
              try {
                export.write(file, voxels, Instant.now(), monitor);
                return Status.OK_STATUS;
              } catch (OperationCanceledException e) {
                return Status.CANCEL_STATUS;
              } catch (DicomReadException | DicomWriteException e) {
                return Status.error("The structures were not written. " + e.getMessage(), e);
              }
            });
    job.setUser(true);
    job.schedule();
  }
}
