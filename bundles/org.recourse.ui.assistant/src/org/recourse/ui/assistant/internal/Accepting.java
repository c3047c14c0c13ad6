/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.assistant.internal;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Display;
import org.recourse.assistant.planning.RefilledPlan;
import org.recourse.dicom.DicomReadException;
import org.recourse.dicom.DicomWriteException;
import org.recourse.tuning.accept.BeamDoseWriting;
import org.recourse.tuning.accept.ProposalAcceptance;
import org.recourse.tuning.proposal.Proposal;
import org.recourse.ui.session.CaseSession;

/**
 * Accepts one proposal: at once, or after its beam doses were written in the background. Begins and
 * ends on the UI thread.
 */
final class Accepting {

  private final CaseSession session;
  private final Proposal proposal;
  private final Recording recording;
  private final ProposalPanel panel;
  private final ProposalAcceptance acceptance;
  private final Display display = Display.getCurrent();

  Accepting(CaseSession session, Proposal proposal, Recording recording, ProposalPanel panel) {
    this.session = Objects.requireNonNull(session, "session");
    this.proposal = Objects.requireNonNull(proposal, "proposal");
    this.recording = recording;
    this.panel = panel;
    acceptance = new ProposalAcceptance(session.openCase(), session.editingDomain());
  }

  void start() {
    session.viewing().showPreview(Optional.empty());
    go(acceptance.prepare(proposal, session.planWatch().revision()));
  }

  private void go(ProposalAcceptance.Readiness readiness) {
    switch (readiness) {
      case ProposalAcceptance.Readiness.Ready(var command) -> {
        recording.accepted(ProposalWords.accepted(proposal));
        panel.mark(proposal, "accepted");
        session.editingDomain().getCommandStack().execute(command);
        panel.say("Accepted: " + proposal.edit().text() + " Undo takes it back.");
      }
      case ProposalAcceptance.Readiness.ToWrite(BeamDoseWriting writing) -> {
        panel.say("Writing the doses of the beams into the case.");
        write(writing);
      }
      case ProposalAcceptance.Readiness.Refused(String sentence) -> panel.say(sentence);
    }
  }

  private void write(BeamDoseWriting writing) {
    Job job =
        Job.create(
            "Writing beam doses",
            monitor -> {
              try {
                RefilledPlan.Written written = writing.write(LocalDate.now(), monitor);
                onUi(
                    () ->
                        go(acceptance.prepared(proposal, written, session.planWatch().revision())));
                return Status.OK_STATUS;
              } catch (OperationCanceledException e) {
                onUi(() -> panel.say("Nothing was accepted: the writing was cancelled."));
                return Status.CANCEL_STATUS;
              } catch (DicomWriteException | DicomReadException | IOException e) {
                onUi(() -> panel.say("Nothing was accepted."));
                return failed(e);
              }
            });
    job.setUser(true);
    job.schedule();
  }

  private static IStatus failed(Exception e) {
    return Status.error("The beam doses could not be written: " + e.getMessage(), e);
  }

  private void onUi(Runnable what) {
    if (!display.isDisposed()) {
      display.asyncExec(
          () -> {
            if (!panel.control().isDisposed()) {
              what.run();
            }
          });
    }
  }
}
