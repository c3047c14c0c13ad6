/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.cohort.internal.training;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.handlers.HandlerUtil;
import org.recourse.inference.training.NetworkTrainer;
import org.recourse.ui.cohort.internal.CohortDesk;
import org.recourse.ui.cohort.internal.OpenCohort;
import org.recourse.ui.cohort.internal.Services;

/** Asks what is to be trained on the open cohort and starts it. */
public final class TrainHandler extends AbstractHandler {

  private static final int THREADS = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);

  @Override
  public Object execute(ExecutionEvent event) {
    Shell shell = HandlerUtil.getActiveShell(event);
    CohortDesk desk = Services.find(CohortDesk.class);
    if (desk.cohort().isEmpty()) {
      MessageDialog.openInformation(
          shell, "Train Models", "Open a cohort first: models are trained on its patients.");
      return null; // reserved by the platform
    }
    OpenCohort cohort = desk.cohort().get();
    var dialog = new TrainDialog(shell, cohort.path().getFileName().toString());
    if (dialog.open() == Window.OK) {
      start(desk, cohort, dialog.request(), shell.getDisplay());
    }
    return null; // reserved by the platform
  }

  private static void start(
      CohortDesk desk, OpenCohort cohort, TrainRequest request, Display display) {
    desk.curves().begin(request.system().title());
    var network =
        new TrainedSystem.Network(
            Services.optional(NetworkTrainer.class),
            THREADS,
            (stage, epoch) -> display.asyncExec(() -> desk.curves().add(stage, epoch)));
    new TrainingJob(
            cohort, request, network, evaluation -> display.asyncExec(() -> desk.show(evaluation)))
        .schedule();
  }
}
