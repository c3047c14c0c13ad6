/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.assistant.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.jobs.ISchedulingRule;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.SWTError;
import org.eclipse.swt.widgets.Display;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.recourse.testing.Waiting;

class LatestJobTest {

  /** Held by the test, it keeps a job from beginning. */
  private static final class Turn implements ISchedulingRule {
    @Override
    public boolean contains(ISchedulingRule rule) {
      return rule == this;
    }

    @Override
    public boolean isConflicting(ISchedulingRule rule) {
      return rule == this;
    }
  }

  private final List<String> told = new ArrayList<>();
  private Display display;

  @BeforeEach
  void open() {
    try {
      display = Display.getDefault();
    } catch (SWTError | UnsatisfiedLinkError e) {
      Assumptions.abort("there is no display: " + e.getMessage());
    }
  }

  private LatestJob<String, String> job(LatestJob.Work<String, String> work) {
    return new LatestJob<>(
        "test", display, Job.SHORT, work, (request, answer) -> told.add(request + " " + answer));
  }

  private void untilTold(int count) {
    Waiting.until("it is told", display::readAndDispatch, () -> told.size() == count);
  }

  @Test
  void onlyTheNewestRequestIsAnswered() {
    var job = job((request, monitor) -> "answered");
    job.request("first", 0);
    job.request("second", 0);

    untilTold(1);

    assertEquals(List.of("second answered"), told);
    assertFalse(job.isAwaited());
  }

  @Test
  void oneThatIsStoppedBeforeItBeginsIsToldSo() {
    var job = job((request, monitor) -> "answered");
    var turn = new Turn();
    job.setRule(turn);
    Job.getJobManager().beginRule(turn, null); // the platform takes null for "no progress"
    try {
      job.request("first", 0);
      job.stop(() -> told.add("nothing"));
      untilTold(1);
    } finally {
      Job.getJobManager().endRule(turn);
    }
    assertEquals(List.of("nothing"), told);
    assertFalse(job.isAwaited());

    job.request("second", 0);
    untilTold(2);
    assertEquals("second answered", told.getLast());
  }

  @Test
  void oneThatIsStoppedWhileItRunsIsToldSo() throws InterruptedException {
    var begun = new CountDownLatch(1);
    var job =
        job(
            (request, monitor) -> {
              begun.countDown();
              Waiting.until("it is cancelled", monitor::isCanceled);
              throw new OperationCanceledException();
            });
    job.request("first", 0);
    begun.await();
    job.stop(() -> told.add("nothing"));

    untilTold(1);

    assertEquals(List.of("nothing"), told);
    assertFalse(job.isAwaited());
  }

  @Test
  void anAnswerThatIsThereWhenItIsStoppedIsDelivered() throws InterruptedException {
    var begun = new CountDownLatch(1);
    var job = job((request, monitor) -> answeredAfterCancelling(begun, monitor));
    job.request("first", 0);
    begun.await();
    job.stop(() -> told.add("nothing"));

    untilTold(1);

    assertEquals(List.of("first answered"), told);
  }

  private static String answeredAfterCancelling(CountDownLatch begun, IProgressMonitor monitor) {
    begun.countDown();
    Waiting.until("it is cancelled", monitor::isCanceled);
    return "answered";
  }
}
