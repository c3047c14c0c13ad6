/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.cohort.internal.patients;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jface.window.Window;
import org.eclipse.ui.handlers.HandlerUtil;

/** Asks for a synthetic cohort and makes it. */
public final class NewCohortHandler extends AbstractHandler {

  @Override
  public Object execute(ExecutionEvent event) {
    var dialog = new NewCohortDialog(HandlerUtil.getActiveShell(event));
    if (dialog.open() == Window.OK) {
      new NewCohortJob(dialog.request()).schedule();
    }
    return null; // reserved by the platform
  }
}
