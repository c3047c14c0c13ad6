/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.assistant.internal;

import java.util.List;
import java.util.Optional;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.Status;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.handlers.HandlerUtil;
import org.eclipse.ui.statushandlers.StatusManager;
import org.recourse.model.Beam;
import org.recourse.model.Course;
import org.recourse.model.CourseKind;
import org.recourse.ui.session.CaseSession;

/**
 * Measures how long edits take until they are painted, in the window as it stands. It edits the
 * weights of the beams; undo takes everything back. In no menu: found by its name.
 */
public final class OnScreenHandler extends AbstractHandler {

  @Override
  public Object execute(ExecutionEvent event) {
    IEditorPart editor = HandlerUtil.getActiveEditor(event);
    Shell shell = HandlerUtil.getActiveShell(event);
    Optional<CaseSession> session = // both are null where there is none
        Optional.ofNullable(editor).map(open -> Adapters.adapt(open, CaseSession.class));
    List<Beam> beams = session.map(OnScreenHandler::beams).orElse(List.of());
    if (beams.isEmpty()) {
      MessageDialog.openInformation(
          shell, "Measure edits on screen", "Open a case whose plan has beams.");
    } else {
      new OnScreenRun(session.get(), editor.getSite().getShell(), beams, text -> tell(editor, text))
          .start();
    }
    return null; // the contract of handlers
  }

  private static List<Beam> beams(CaseSession session) {
    return session.patientCase().getCourses().stream()
        .filter(course -> course.getKind() == CourseKind.PLANNED)
        .map(Course::getPlans)
        .filter(plans -> !plans.isEmpty())
        .findFirst()
        .map(plans -> List.copyOf(plans.get(0).getBeams()))
        .orElse(List.of());
  }

  private static void tell(IEditorPart editor, String text) {
    StatusManager.getManager().handle(Status.info(text), StatusManager.LOG);
    MessageDialog.openInformation(editor.getSite().getShell(), "Measure edits on screen", text);
  }
}
