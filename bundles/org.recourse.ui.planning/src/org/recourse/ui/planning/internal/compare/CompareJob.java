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
import java.util.function.Consumer;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.assistant.numbers.NumbersComputation;
import org.recourse.assistant.numbers.PlanNumbers;
import org.recourse.assistant.numbers.PlanSnapshot;
import org.recourse.ui.session.NewestRequestJob;

/** Computes the numbers of two plans; only the newest request counts. */
final class CompareJob extends NewestRequestJob<CompareJob.Request> {

  /** Two plans, each captured as the one that is assessed. */
  record Request(String firstName, PlanSnapshot first, String secondName, PlanSnapshot second) {}

  /** Their numbers. */
  record Compared(Request request, PlanNumbers first, PlanNumbers second) {}

  private final NumbersComputation computation;
  private final Consumer<Compared> whenDone; // on the job's thread

  CompareJob(NumbersComputation computation, Consumer<Compared> whenDone) {
    super("Comparing plans");
    this.computation = Objects.requireNonNull(computation, "computation");
    this.whenDone = Objects.requireNonNull(whenDone, "whenDone");
    setPriority(SHORT);
    setSystem(true);
  }

  @Override
  protected void answer(Request request, IProgressMonitor monitor) {
    SubMonitor progress = SubMonitor.convert(monitor, 2);
    PlanNumbers first = computation.compute(request.first(), progress.split(1));
    PlanNumbers second = computation.compute(request.second(), progress.split(1));
    whenDone.accept(new Compared(request, first, second));
  }
}
