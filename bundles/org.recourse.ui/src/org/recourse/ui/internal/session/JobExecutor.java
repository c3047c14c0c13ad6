/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.internal.session;

import java.util.concurrent.Executor;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;

/** Runs each task as a system job, so that the platform knows of it when it shuts down. */
final class JobExecutor implements Executor {

  private final String title;

  JobExecutor(String title) {
    this.title = title;
  }

  @Override
  public void execute(Runnable task) {
    Job job = Job.createSystem(title, (ICoreRunnable) monitor -> task.run());
    job.setPriority(Job.SHORT);
    job.schedule();
  }
}
