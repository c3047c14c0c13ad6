/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.editor;

import org.eclipse.emf.common.command.Command;
import org.eclipse.emf.common.command.CommandStack;
import org.eclipse.emf.common.command.CommandStackListener;
import org.eclipse.swt.widgets.Control;
import org.recourse.ui.session.CaseSession;
import org.recourse.ui.widget.ShownRefresh;

/**
 * Keeps a page in step with the model: every edit, undo and redo refreshes it, at once or, while it
 * is hidden, before it is seen again. UI thread only.
 */
public final class ModelRefresh {

  private final CommandStack stack;

  public ModelRefresh(CaseSession session) {
    stack = session.editingDomain().getCommandStack();
  }

  /**
   * Calls {@code refresh} after changes of the history until {@code owner} is disposed; changes
   * that come while it is hidden are one refresh when it is shown.
   */
  public void keep(Control owner, Runnable refresh) {
    var shown = new ShownRefresh(owner, refresh);
    CommandStackListener listener = event -> shown.request();
    stack.addCommandStackListener(listener);
    owner.addDisposeListener(e -> stack.removeCommandStackListener(listener));
  }

  /** Executes one undo step; a command that would change nothing is ignored. */
  public void execute(Command command) {
    if (command.canExecute()) {
      stack.execute(command);
    }
  }
}
