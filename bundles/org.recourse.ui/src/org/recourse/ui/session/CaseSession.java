/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.session;

import java.nio.file.Path;
import java.util.List;
import org.eclipse.core.resources.IFile;
import org.eclipse.emf.edit.domain.EditingDomain;
import org.recourse.assistant.cases.OpenCase;
import org.recourse.assistant.watch.PlanWatch;
import org.recourse.grid.finding.Finding;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.model.PatientCase;

/**
 * One open case: the model with its editing domain, the voxels, the numbers that follow every edit
 * and what the user is looking at. There is one session per open plan editor; a view obtains it
 * from the active editor with {@code Adapters.adapt(editor, CaseSession.class)}, which gives null
 * until the voxels are loaded. The editor creates and ends it.
 *
 * <p>Model and viewing state are used on the UI thread only. The model is changed by commands of
 * the editing domain only.
 *
 * @param file the case file in the workspace
 * @param openCase the case with its voxels
 * @param editingDomain executes and undoes every edit
 * @param planWatch recomputes the numbers after every edit
 * @param viewing what the user is looking at
 * @param executor runs the slices of long computations; shared, never closed by users
 * @param openingFindings what the import and the opening of the case found
 */
public record CaseSession(
    IFile file,
    OpenCase openCase,
    EditingDomain editingDomain,
    PlanWatch planWatch,
    ViewingState viewing,
    SliceExecutor executor,
    List<Finding> openingFindings) {

  public CaseSession {
    openingFindings = List.copyOf(openingFindings);
  }

  public PatientCase patientCase() {
    return openCase.patientCase();
  }

  public Path caseFolder() {
    return openCase.folder();
  }
}
