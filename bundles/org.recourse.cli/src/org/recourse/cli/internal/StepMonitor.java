/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cli.internal;

import java.io.PrintWriter;
import org.eclipse.core.runtime.IProgressMonitor;

/**
 * Progress on standard error: one line per step, and a bar where that is a terminal. May be
 * cancelled from another thread; everything else belongs to one thread.
 */
final class StepMonitor implements IProgressMonitor {

  private static final int BAR_WIDTH = 30;
  private static final int PERCENT = 100;

  private final PrintWriter err;
  private final boolean bar;
  private final boolean quiet;
  private volatile boolean cancelled;
  private String step = "";
  private int totalWork = 1;
  private double worked;
  private int drawnPercent = -1;

  StepMonitor(PrintWriter err, boolean bar, boolean quiet) {
    this.err = err;
    this.bar = bar;
    this.quiet = quiet;
  }

  @Override
  public synchronized void beginTask(String name, int total) {
    totalWork = Math.max(1, total);
    worked = 0;
    step(name);
  }

  /** Ends the bar, so that what follows starts on a line of its own. */
  @Override
  public synchronized void done() {
    if (bar && !quiet && drawnPercent >= 0) {
      err.println();
      err.flush();
      drawnPercent = -1;
    }
  }

  @Override
  public synchronized void internalWorked(double work) {
    worked += work;
    drawBar();
  }

  @Override
  public synchronized void worked(int work) {
    internalWorked(work);
  }

  @Override
  public boolean isCanceled() {
    return cancelled;
  }

  @Override
  public void setCanceled(boolean value) {
    cancelled = value;
  }

  @Override
  public synchronized void setTaskName(String name) {
    step(name);
  }

  @Override
  public synchronized void subTask(String name) {
    step(name);
  }

  private synchronized void step(String name) {
    if (quiet || name.isBlank() || name.equals(step)) {
      return;
    }
    done();
    step = name;
    err.println(name);
    err.flush();
  }

  private synchronized void drawBar() {
    int percent = (int) Math.min(PERCENT, Math.round(PERCENT * worked / totalWork));
    if (!bar || quiet || percent == drawnPercent) {
      return;
    }
    drawnPercent = percent;
    int filled = BAR_WIDTH * percent / PERCENT;
    err.print("\r[" + "#".repeat(filled) + " ".repeat(BAR_WIDTH - filled) + "] " + percent + " %");
    err.flush();
  }
}
