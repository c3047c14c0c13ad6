/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cohort.extraction;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;

/** Reports nothing, since it is used by many threads, and is cancelled when another one is. */
final class WatchedMonitor extends NullProgressMonitor {

  private final IProgressMonitor watched;

  WatchedMonitor(IProgressMonitor watched) {
    this.watched = watched;
  }

  @Override
  public boolean isCanceled() {
    return watched.isCanceled() || super.isCanceled();
  }
}
