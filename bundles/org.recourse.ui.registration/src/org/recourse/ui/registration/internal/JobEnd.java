/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.registration.internal;

import java.util.Objects;
import org.eclipse.core.runtime.jobs.IJobChangeEvent;
import org.eclipse.core.runtime.jobs.JobChangeAdapter;

/** Calls back when a job ended in any way, after its own result; on the job's thread. */
final class JobEnd extends JobChangeAdapter {

  private final Runnable whenEnded;

  JobEnd(Runnable whenEnded) {
    this.whenEnded = Objects.requireNonNull(whenEnded, "whenEnded");
  }

  @Override
  public void done(IJobChangeEvent event) {
    whenEnded.run();
  }
}
