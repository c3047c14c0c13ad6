/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.cohort.internal.report;

import java.nio.file.Path;
import java.time.Instant;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.runtime.Platform;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.handlers.HandlerUtil;
import org.recourse.report.ReportContent;
import org.recourse.ui.cohort.internal.CohortDesk;
import org.recourse.ui.cohort.internal.Services;

/** Writes what the Cohort Lab shows as one HTML or PDF file. */
public final class ReportHandler extends AbstractHandler {

  private static final String TITLE = "Write Report";

  @Override
  public Object execute(ExecutionEvent event) {
    Shell shell = HandlerUtil.getActiveShell(event);
    CohortDesk desk = Services.find(CohortDesk.class);
    if (desk.evaluation().isEmpty()) {
      MessageDialog.openInformation(
          shell, TITLE, "Train or evaluate models first: the report shows how they were judged.");
      return null; // reserved by the platform
    }
    var dialog = new FileDialog(shell, SWT.SAVE);
    dialog.setFilterExtensions(new String[] {"*.pdf", "*.html"});
    dialog.setFileName("cohort-report.pdf");
    dialog.setOverwrite(true);
    String file = dialog.open();
    if (file != null) { // SWT: null when cancelled
      ReportContent content =
          LabReport.of(desk.evaluation().get(), Platform.getProduct().getName(), Instant.now());
      new ReportJob(content, Path.of(file)).schedule();
    }
    return null; // reserved by the platform
  }
}
