/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.internal.problems;

import java.util.List;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.WorkspaceJob;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;

/** Replaces the case problems of one file, as one change of the workspace. */
final class MarkerJob extends WorkspaceJob {

  private final IFile file;
  private final List<CaseMarker> markers;

  MarkerJob(IFile file, List<CaseMarker> markers) {
    super("Marking problems of " + file.getProject().getName());
    this.file = file;
    this.markers = markers;
    setRule(file.getWorkspace().getRuleFactory().markerRule(file)); // may be null: no rule
    setSystem(true);
  }

  @Override
  public IStatus runInWorkspace(IProgressMonitor monitor) throws CoreException {
    if (file.isAccessible()) {
      file.deleteMarkers(CaseMarker.TYPE, true, IResource.DEPTH_ZERO);
      for (CaseMarker marker : markers) {
        file.createMarker(CaseMarker.TYPE, marker.attributes());
      }
    }
    return Status.OK_STATUS;
  }
}
