/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.junit.jupiter.api.Test;

class NewestRequestJobTest {

  /** Answers in the order given. A rescheduled job may be "joined" before it runs again. */
  private final BlockingQueue<String> answered = new LinkedBlockingQueue<>();

  private final CountDownLatch started = new CountDownLatch(1);
  private final CountDownLatch proceed = new CountDownLatch(1);

  private final NewestRequestJob<String> job =
      new NewestRequestJob<>("Test") {
        @Override
        protected void answer(String request, IProgressMonitor monitor) {
          started.countDown();
          try {
            proceed.await();
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
          if (monitor.isCanceled()) {
            throw new OperationCanceledException();
          }
          answered.add(request);
        }
      };

  private String nextAnswer() throws InterruptedException {
    return answered.poll(1, TimeUnit.MINUTES);
  }

  @Test
  void onlyTheNewestRequestIsAnswered() throws InterruptedException {
    job.request("first");
    started.await();
    job.request("second");
    job.request("third");
    proceed.countDown();

    assertEquals("first", nextAnswer());
    assertEquals("third", nextAnswer());
  }

  @Test
  void aRequestInsteadCancelsTheOneUnderWay() throws InterruptedException {
    job.request("first");
    started.await();
    job.requestInstead("second", 0);
    proceed.countDown();

    assertEquals("second", nextAnswer());
  }

  @Test
  void whatIsDroppedIsNotAnswered() throws InterruptedException {
    job.request("first");
    started.await();
    job.request("second");
    job.drop();
    proceed.countDown();
    job.join();
    job.request("third");

    assertEquals("third", nextAnswer());
  }
}
