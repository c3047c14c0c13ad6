/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.inference.internal;

import java.util.Objects;
import java.util.function.Consumer;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;

/**
 * Computes something for the page in the background and shows it if the page is still there.
 *
 * @param <R> what is computed
 */
final class PageJob<R> extends Job {

  /** What is computed, off the UI thread. */
  @FunctionalInterface
  interface Work<R> {
    R compute(IProgressMonitor monitor);
  }

  private final Control owner;
  private final Display display;
  private final Work<R> work;
  private final Consumer<R> show;

  private PageJob(String name, Control owner, Work<R> work, Consumer<R> show) {
    super(name);
    this.owner = Objects.requireNonNull(owner, "owner");
    this.display = owner.getDisplay();
    this.work = Objects.requireNonNull(work, "work");
    this.show = Objects.requireNonNull(show, "show");
    setSystem(true);
  }

  /**
   * Starts a computation that ends when its owner is disposed.
   *
   * @param show called on the UI thread, only while {@code owner} lives
   */
  static <R> void start(String name, Control owner, Work<R> work, Consumer<R> show) {
    var job = new PageJob<>(name, owner, work, show);
    owner.addDisposeListener(event -> job.cancel());
    job.schedule();
  }

  @Override
  protected IStatus run(IProgressMonitor monitor) {
    try {
      R result = work.compute(monitor);
      if (!display.isDisposed()) {
        display.asyncExec(() -> showIfAlive(result));
      }
      return Status.OK_STATUS;
    } catch (OperationCanceledException e) {
      return Status.CANCEL_STATUS;
    }
  }

  private void showIfAlive(R result) {
    if (!owner.isDisposed()) {
      show.accept(result);
    }
  }
}
