/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.internal.explorer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IWorkspaceRoot;
import org.eclipse.jface.viewers.ITreeContentProvider;
import org.recourse.model.Course;
import org.recourse.model.PatientCase;
import org.recourse.model.Plan;
import org.recourse.model.StructureSet;
import org.recourse.ui.project.CaseProjects;
import org.recourse.ui.session.CaseSession;

/** The tree of the Case Explorer. Only the open case has children. UI thread only. */
final class ExplorerContent implements ITreeContentProvider {

  private static final Object[] NOTHING = {};

  private final Supplier<Optional<CaseSession>> session;

  ExplorerContent(Supplier<Optional<CaseSession>> session) {
    this.session = Objects.requireNonNull(session, "session");
  }

  @Override
  public Object[] getElements(Object input) {
    return Arrays.stream(((IWorkspaceRoot) input).getProjects())
        .map(CaseProjects::caseFile)
        .flatMap(Optional::stream)
        .toArray();
  }

  @Override
  public Object[] getChildren(Object parent) {
    return switch (parent) {
      case IFile caseFile -> openCase(caseFile).map(ExplorerContent::groups).orElse(NOTHING);
      case CaseGroup group ->
          session.get().map(CaseSession::patientCase).map(c -> members(c, group)).orElse(NOTHING);
      case Course course -> course.getPlans().toArray();
      case Plan plan -> plan.getBeams().toArray();
      case StructureSet set -> set.getStructures().toArray();
      default -> NOTHING; // an open set of elements: the others are leaves
    };
  }

  private Optional<PatientCase> openCase(IFile caseFile) {
    return session.get().filter(open -> open.file().equals(caseFile)).map(CaseSession::patientCase);
  }

  private static Object[] groups(PatientCase patientCase) {
    List<Object> children = new ArrayList<>();
    if (patientCase.getPatient() != null) { // EMF: not contained
      children.add(patientCase.getPatient());
    }
    children.addAll(List.of(CaseGroup.values()));
    return children.toArray();
  }

  private static Object[] members(PatientCase patientCase, CaseGroup group) {
    return switch (group) {
      case COURSES -> patientCase.getCourses().toArray();
      case IMAGES -> patientCase.getImageSeries().toArray();
      case STRUCTURES ->
          patientCase.getStructureSets().size() == 1
              ? patientCase.getStructureSets().getFirst().getStructures().toArray()
              : patientCase.getStructureSets().toArray();
    };
  }

  @Override
  public Object getParent(Object element) {
    return null; // JFace: unknown; elements are revealed by expanding from the top
  }

  @Override
  public boolean hasChildren(Object element) {
    return getChildren(element).length > 0;
  }
}
