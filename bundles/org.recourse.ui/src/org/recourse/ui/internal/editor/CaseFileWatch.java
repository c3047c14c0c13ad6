/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.internal.editor;

import java.util.function.Supplier;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResourceChangeEvent;
import org.eclipse.core.resources.IResourceChangeListener;
import org.eclipse.core.resources.IResourceDelta;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;

/**
 * Notices that the case file of an open editor was changed or removed by somebody else: the command
 * line, a replace from the local history, a deleted project.
 */
final class CaseFileWatch implements IResourceChangeListener {

  private final PlanEditor editor;

  CaseFileWatch(PlanEditor editor) {
    this.editor = editor;
  }

  void start() {
    ResourcesPlugin.getWorkspace()
        .addResourceChangeListener(this, IResourceChangeEvent.POST_CHANGE);
  }

  void stop() {
    ResourcesPlugin.getWorkspace().removeResourceChangeListener(this);
  }

  /** Runs a save whose changes are not reported. */
  IStatus withOwnChange(Supplier<IStatus> save) {
    ResourcesPlugin.getWorkspace().removeResourceChangeListener(this);
    try {
      return save.get();
    } finally {
      start();
    }
  }

  @Override
  public void resourceChanged(IResourceChangeEvent event) {
    IFile file = editor.file();
    IResourceDelta delta =
        event.getDelta() == null ? null : event.getDelta().findMember(file.getFullPath());
    if (delta == null) {
      return;
    }
    boolean removed = delta.getKind() == IResourceDelta.REMOVED;
    boolean changed =
        delta.getKind() == IResourceDelta.CHANGED
            && (delta.getFlags() & IResourceDelta.CONTENT) != 0;
    Display display = PlatformUI.getWorkbench().getDisplay();
    if (removed && !display.isDisposed()) {
      display.asyncExec(() -> editor.getSite().getPage().closeEditor(editor, false));
    } else if (changed && !display.isDisposed()) {
      display.asyncExec(this::reloadIfWanted);
    }
  }

  private void reloadIfWanted() {
    if (editor.getSite().getPage().findEditor(editor.getEditorInput()) != editor) {
      return; // closed in the meantime
    }
    boolean wanted =
        !editor.isDirty()
            || MessageDialog.openQuestion(
                editor.getSite().getShell(),
                "Case changed on disk",
                "The case "
                    + editor.getPartName()
                    + " was changed outside this editor. Reload it and drop your own unsaved"
                    + " edits?");
    if (wanted) {
      editor.reload();
    }
  }
}
