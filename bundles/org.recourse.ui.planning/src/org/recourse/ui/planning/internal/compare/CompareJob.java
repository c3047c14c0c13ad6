/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.planning.internal.compare;

import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.recourse.assistant.numbers.NumbersComputation;
import org.recourse.assistant.numbers.PlanNumbers;
import org.recourse.assistant.numbers.PlanSnapshot;

/** Computes the numbers of two plans; only the newest request counts. */
final class CompareJob extends Job {

  /** Two plans, each captured as the one that is assessed. */
  record Request(String firstName, PlanSnapshot first, String secondName, PlanSnapshot second) {}

  /** Their numbers. */
  record Compared(Request request, PlanNumbers first, PlanNumbers second) {}

  private final AtomicReference<Optional<Request>> newest = new AtomicReference<>(Optional.empty());
  private final NumbersComputation computation;
  private final Consumer<Compared> whenDone; // on the job's thread

  CompareJob(NumbersComputation computation, Consumer<Compared> whenDone) {
    super("Comparing plans");
    this.computation = Objects.requireNonNull(computation, "computation");
    this.whenDone = Objects.requireNonNull(whenDone, "whenDone");
    setPriority(SHORT);
    setSystem(true);
  }

  void request(Request request) {
    newest.set(Optional.of(request));
    schedule();
  }

  @Override
  protected IStatus run(IProgressMonitor monitor) {
    Optional<Request> request = newest.getAndSet(Optional.empty());
    if (request.isEmpty()) {
      return Status.OK_STATUS;
    }
    SubMonitor progress = SubMonitor.convert(monitor, 2);
    try {
      PlanNumbers first = computation.compute(request.get().first(), progress.split(1));
      PlanNumbers second = computation.compute(request.get().second(), progress.split(1));
      whenDone.accept(new Compared(request.get(), first, second));
      return Status.OK_STATUS;
    } catch (OperationCanceledException e) {
      return Status.CANCEL_STATUS;
    }
  }
}
