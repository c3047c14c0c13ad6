/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.app.internal;

import org.eclipse.core.runtime.IStatus;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;

/** Says why the workbench cannot start. */
final class StartFailure {

  private StartFailure() {}

  static void show(Display display, IStatus status) {
    Shell shell = new Shell(display, SWT.NONE);
    try {
      MessageDialog.openError(shell, "ReCourse cannot start", status.getMessage());
    } finally {
      shell.dispose();
    }
  }
}
