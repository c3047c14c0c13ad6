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
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.statushandlers.StatusManager;
import org.recourse.assistant.cases.CaseVoxels;
import org.recourse.assistant.numbers.PlanNumbers;
import org.recourse.audit.AcceptedProposal;
import org.recourse.audit.AuditException;
import org.recourse.audit.CapturedCase;
import org.recourse.audit.FileDigests;
import org.recourse.audit.Recorder;
import org.recourse.model.store.CaseStoreException;
import org.recourse.ui.session.CaseSession;

/**
 * Records what the user was shown: the numbers of every revision at which the plan rested, and
 * every acceptance. Revisions passed through within seconds, as while a slider moves, are not
 * recorded by themselves. UI thread only; files are written in a job.
 */
final class Recording {

  private static final int REST_MS = 4000;

  private final Recorder recorder =
      new Recorder(Services.software(), Clock.systemUTC(), new FileDigests());
  private Optional<CaseSession> session = Optional.empty();
  private Optional<AcceptedProposal> accepted = Optional.empty();
  private long recordedRevision = -1;
  private int rest; // number of the timer that counts; older ones do nothing

  Recorder recorder() {
    return recorder;
  }

  /** Follows another case, or none. */
  void follow(Optional<CaseSession> other) {
    session = other;
    accepted = Optional.empty();
    recordedRevision = -1;
    rest++;
  }

  /** The next numbers are those after an acceptance. */
  void accepted(AcceptedProposal proposal) {
    accepted = Optional.of(proposal);
  }

  /** Numbers are shown; they are recorded when they have stood for some seconds. */
  void numbersShown(PlanNumbers numbers, Display display) {
    int mine = ++rest;
    if (accepted.isPresent()) { // an acceptance does not wait
      record(numbers, accepted);
      accepted = Optional.empty();
      return;
    }
    display.timerExec(
        REST_MS,
        () -> {
          if (mine == rest && numbers.revision() != recordedRevision) {
            record(numbers, Optional.empty());
          }
        });
  }

  private void record(PlanNumbers numbers, Optional<AcceptedProposal> proposal) {
    boolean current =
        session.filter(open -> open.planWatch().revision() == numbers.revision()).isPresent();
    if (!current) {
      return; // the model has moved on: what would be captured is another plan
    }
    CaseSession open = session.orElseThrow();
    try {
      Recorder.Event event = event(open, numbers, proposal);
      recordedRevision = numbers.revision();
      CaseVoxels voxels = open.openCase().voxels();
      Job job = Job.createSystem("Recording", task(event, voxels));
      job.setPriority(Job.DECORATE);
      job.schedule();
    } catch (CaseStoreException e) {
      report(e);
    }
  }

  /** What is recorded of a session as it is; called on the UI thread. */
  static Recorder.Event event(
      CaseSession open, PlanNumbers numbers, Optional<AcceptedProposal> proposal)
      throws CaseStoreException {
    return new Recorder.Event(
        open.caseFolder(),
        CapturedCase.of(open.patientCase()),
        numbers,
        Map.of(),
        List.of(),
        proposal);
  }

  private ICoreRunnable task(Recorder.Event event, CaseVoxels voxels) {
    return monitor -> {
      try {
        voxels.saveContours(event.captured().contourDigests());
        recorder.write(event, monitor);
      } catch (OperationCanceledException e) {
        throw new CoreException(Status.CANCEL_STATUS);
      } catch (AuditException | IOException e) {
        report(e);
      }
    };
  }

  private static void report(Exception e) {
    StatusManager.getManager()
        .handle(Status.warning("The assessment was not recorded. " + e.getMessage(), e));
  }
}
