/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.cohort.internal.registry;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.jface.dialogs.InputDialog;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.handlers.HandlerUtil;
import org.recourse.assistant.numbers.PlanNumbers;
import org.recourse.assistant.watch.PlanWatch;
import org.recourse.cohort.outcome.AssessmentIntake;
import org.recourse.outcomes.registry.Assessment;
import org.recourse.outcomes.registry.OutcomeRegistry;
import org.recourse.outcomes.registry.RegistryException;
import org.recourse.ui.session.CaseSession;

/** Keeps what the risk models say of the open case, to be judged when the outcome is known. */
public final class RecordAssessmentHandler extends AbstractHandler {

  private static final String TITLE = "Record Assessment";

  @Override
  public Object execute(ExecutionEvent event) {
    Shell shell = HandlerUtil.getActiveShell(event);
    Optional<PlanWatch> watch =
        Optional.ofNullable(HandlerUtil.getActiveEditor(event))
            .map(editor -> Adapters.adapt(editor, CaseSession.class))
            .map(CaseSession::planWatch);
    Optional<PlanNumbers> numbers = watch.filter(one -> !one.isStale()).flatMap(PlanWatch::latest);
    if (numbers.isEmpty()) {
      MessageDialog.openInformation(
          shell,
          TITLE,
          watch.isEmpty()
              ? "Open a case first: its risks are what is recorded."
              : "The numbers are being computed. Try again when they are no longer grey.");
      return null; // reserved by the platform
    }
    var centre =
        new InputDialog(
            shell,
            TITLE,
            "Hospital or department, by which results can be told apart:",
            RegistrySettings.centre(),
            null); // JFace: any text is valid
    if (centre.open() == Window.OK) {
      RegistrySettings.keepCentre(centre.getValue());
      record(shell, numbers.get(), centre.getValue());
    }
    return null; // reserved by the platform
  }

  private static void record(Shell shell, PlanNumbers numbers, String centre) {
    Instant now = Instant.now();
    var circumstances = new AssessmentIntake.Circumstances("window-" + now, now, centre, Map.of());
    Display display = shell.getDisplay();
    new RegistryJob<>(
            "Recording the assessment",
            registry -> kept(registry, AssessmentIntake.of(numbers, registry, circumstances)),
            text -> display.asyncExec(() -> MessageDialog.openInformation(null, TITLE, text)),
            text -> display.asyncExec(() -> MessageDialog.openError(null, TITLE, text)))
        .schedule();
  }

  private static String kept(OutcomeRegistry registry, AssessmentIntake intake)
      throws RegistryException {
    for (Assessment assessment : intake.assessments()) {
      registry.record(assessment);
    }
    List<String> leftOut = intake.leftOut();
    return "%d answers of models were kept under a pseudonym."
            .formatted(intake.assessments().size())
        + (leftOut.isEmpty() ? "" : "\n\nLeft out:\n" + String.join("\n", leftOut));
  }
}
