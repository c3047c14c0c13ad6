/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.internal.imports;

import java.nio.file.Path;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.HandlerUtil;

/** Asks for a case folder and opens it. */
public final class OpenCaseHandler extends AbstractHandler {

  @Override
  public Object execute(ExecutionEvent event) throws ExecutionException {
    var dialog = new DirectoryDialog(HandlerUtil.getActiveShellChecked(event));
    dialog.setText("Open Case");
    dialog.setMessage("Choose a case folder: one that holds a file case.recourse.");
    String chosen = dialog.open();
    if (chosen != null) {
      var opened = new OpenedCase(PlatformUI.getWorkbench());
      new OpenCaseJob(Path.of(chosen), opened::show).schedule();
    }
    return null; // required by the platform
  }
}
