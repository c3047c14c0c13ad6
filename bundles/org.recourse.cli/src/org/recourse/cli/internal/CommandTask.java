/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cli.internal;

import java.util.concurrent.Callable;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.recourse.grid.parallel.SliceExecutor;
import picocli.CommandLine.Option;

/** What every command has: progress, an executor, cancellation. */
abstract class CommandTask implements Callable<Integer> {

  @Option(names = "--quiet", description = "No progress on standard error.")
  private boolean quiet;

  private final Surroundings surroundings;

  CommandTask(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  final Surroundings surroundings() {
    return surroundings;
  }

  @Override
  public final Integer call() throws RefusalException {
    var monitor = new StepMonitor(surroundings.err(), surroundings.errIsTerminal(), quiet);
    try (SliceExecutor executor = SliceExecutor.ofAllCores();
        var guard = new InterruptGuard(monitor)) {
      return run(executor, monitor).code();
    } catch (OperationCanceledException e) {
      return ExitCode.CANCELLED.code();
    } finally {
      monitor.done();
    }
  }

  /**
   * Does the work.
   *
   * @throws OperationCanceledException if the user cancelled
   */
  abstract ExitCode run(SliceExecutor executor, IProgressMonitor monitor) throws RefusalException;
}
