/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.internal.editor;

import java.util.Optional;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IPropertyListener;
import org.eclipse.ui.part.EditorActionBarContributor;
import org.recourse.ui.session.CaseSession;
import org.recourse.ui.view.EditHistoryActions;

/** Connects the global Undo and Redo with the active plan editor. */
public final class PlanEditorActions extends EditorActionBarContributor {

  private final EditHistoryActions history = new EditHistoryActions();
  private final IPropertyListener sessionListener =
      (source, property) -> {
        if (property == PlanEditor.PROP_SESSION) {
          follow();
        }
      };
  private Optional<IEditorPart> editor = Optional.empty();

  @Override
  public void setActiveEditor(IEditorPart active) {
    editor.ifPresent(former -> former.removePropertyListener(sessionListener));
    editor = Optional.ofNullable(active);
    editor.ifPresent(current -> current.addPropertyListener(sessionListener));
    history.install(getActionBars());
    follow();
  }

  private void follow() {
    history.follow(editor.map(part -> Adapters.adapt(part, CaseSession.class)));
  }

  @Override
  public void dispose() {
    editor.ifPresent(former -> former.removePropertyListener(sessionListener));
    history.follow(Optional.empty());
    super.dispose();
  }
}
