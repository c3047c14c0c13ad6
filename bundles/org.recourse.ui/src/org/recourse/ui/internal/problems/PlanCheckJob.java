/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.internal.problems;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.recourse.assistant.check.PlanCheckCatalogue;
import org.recourse.assistant.numbers.PlanNumbers;
import org.recourse.grid.finding.Finding;

/** Makes the plan checks for the newest numbers, off the UI thread. */
final class PlanCheckJob extends Job {

  /** An edit in hand makes new numbers many times a second; checks wait until it rests. */
  private static final int REST_MS = 500;

  private final PlanCheckCatalogue checks;
  private final BiConsumer<PlanNumbers, List<Finding>> whenDone;
  private volatile Optional<PlanNumbers> wanted = Optional.empty();

  /**
   * Makes the job.
   *
   * @param whenDone called on the job's thread
   */
  PlanCheckJob(PlanCheckCatalogue checks, BiConsumer<PlanNumbers, List<Finding>> whenDone) {
    super("Checking the plan");
    this.checks = checks;
    this.whenDone = whenDone;
    setSystem(true);
    setPriority(DECORATE);
  }

  void request(PlanNumbers numbers) {
    cancel();
    wanted = Optional.of(numbers);
    schedule(REST_MS);
  }

  @Override
  protected IStatus run(IProgressMonitor monitor) {
    Optional<PlanNumbers> numbers = wanted;
    if (numbers.isEmpty()) {
      return Status.CANCEL_STATUS;
    }
    try {
      whenDone.accept(numbers.get(), checks.check(numbers.get(), monitor));
      return Status.OK_STATUS;
    } catch (OperationCanceledException e) {
      return Status.CANCEL_STATUS;
    }
  }
}
