/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.internal.editor;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.model.edit.CaseEditing;
import org.recourse.model.store.CaseStore;
import org.recourse.model.store.CaseStoreException;
import org.recourse.ui.session.CaseSession;

/**
 * Saves a case through the {@link CaseStore} and tells the workspace. The model is small (voxels
 * are never in it), so this runs where it is called, on the UI thread, and no edit can come
 * between.
 */
final class CaseSaving {

  private final CaseSession session;

  CaseSaving(CaseSession session) {
    this.session = session;
  }

  IStatus save(IProgressMonitor monitor) {
    SubMonitor progress = SubMonitor.convert(monitor, "Saving the case", 3);
    keepFormerVersion(progress.split(1));
    try {
      session.openCase().saveContours(); // first: the case file names them
      new CaseStore().save(session.patientCase(), session.caseFolder());
      progress.worked(1);
      CaseEditing.markSaved(session.editingDomain());
      session.file().refreshLocal(IResource.DEPTH_ZERO, progress.split(1));
      return Status.OK_STATUS;
    } catch (CaseStoreException e) {
      return Status.error("The case was not saved. " + e.getMessage(), e);
    } catch (IOException e) {
      return Status.error(
          "The case was not saved: its edited contours could not be written ("
              + e
              + "). Check free space and write permission of the case folder and save again.",
          e);
    } catch (CoreException e) {
      return e.getStatus();
    }
  }

  /**
   * Puts the version on disk into the local history of the workspace, which knows only what is
   * written through it: the same bytes are written once more. Should that fail half way, the save
   * that follows replaces the file.
   */
  private void keepFormerVersion(IProgressMonitor monitor) {
    IFile file = session.file();
    try {
      byte[] former = Files.readAllBytes(CaseStore.caseFile(session.caseFolder()));
      file.setContents(
          new ByteArrayInputStream(former), IResource.FORCE | IResource.KEEP_HISTORY, monitor);
    } catch (IOException | CoreException e) {
      // The history of the workspace is a convenience; the case keeps its own former version.
      org.eclipse.core.runtime.Platform.getLog(CaseSaving.class)
          .warn("The former version of the case is not in the local history.", e);
    }
  }
}
