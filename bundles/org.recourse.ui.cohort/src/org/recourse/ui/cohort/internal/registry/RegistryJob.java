/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.cohort.internal.registry;

import java.time.Clock;
import java.util.Objects;
import java.util.function.Consumer;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.equinox.security.storage.StorageException;
import org.recourse.outcomes.registry.OutcomeRegistry;
import org.recourse.outcomes.registry.RegistryException;

/** Works with the registry off the UI thread. */
final class RegistryJob<T> extends Job {

  /** What is done with the open registry. */
  @FunctionalInterface
  interface Work<T> {
    T with(OutcomeRegistry registry) throws RegistryException;
  }

  private final Work<T> work;
  private final Consumer<T> whenDone;
  private final Consumer<String> whenRefused;

  /**
   * @param whenDone told the result, on the job's thread
   * @param whenRefused told why there is none, on the job's thread
   */
  RegistryJob(String name, Work<T> work, Consumer<T> whenDone, Consumer<String> whenRefused) {
    super(name);
    this.work = Objects.requireNonNull(work, "work");
    this.whenDone = Objects.requireNonNull(whenDone, "whenDone");
    this.whenRefused = Objects.requireNonNull(whenRefused, "whenRefused");
  }

  @Override
  protected IStatus run(IProgressMonitor monitor) {
    try {
      OutcomeRegistry registry =
          OutcomeRegistry.open(RegistrySettings.registry(), Clock.systemUTC());
      T result = work.with(registry);
      if (!monitor.isCanceled()) {
        whenDone.accept(result);
      }
    } catch (RegistryException | IllegalArgumentException e) {
      whenRefused.accept(e.getMessage());
    } catch (StorageException e) {
      whenRefused.accept(
          "The password of the registry could not be read: " + e.getMessage() + " Enter it again.");
    }
    return Status.OK_STATUS; // a refusal is shown in the view, not in a dialog
  }
}
