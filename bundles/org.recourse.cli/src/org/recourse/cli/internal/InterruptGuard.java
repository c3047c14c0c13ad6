/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cli.internal;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.core.runtime.IProgressMonitor;

/**
 * Turns an interrupt from the keyboard into a cancelled monitor and gives the command a moment to
 * clear away temporary files; the process then ends with 130 as the shell expects.
 */
final class InterruptGuard implements AutoCloseable {

  private static final long PATIENCE_S = 5;

  private final CountDownLatch ended = new CountDownLatch(1);
  private final Thread hook;

  InterruptGuard(IProgressMonitor monitor) {
    hook = new Thread(() -> cancelAndWait(monitor), "recourse-interrupt");
    Runtime.getRuntime().addShutdownHook(hook);
  }

  private void cancelAndWait(IProgressMonitor monitor) {
    monitor.setCanceled(true);
    try {
      ended.await(PATIENCE_S, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    ended.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process is ending already: the hook is the reason why this command ends.
    }
  }
}
