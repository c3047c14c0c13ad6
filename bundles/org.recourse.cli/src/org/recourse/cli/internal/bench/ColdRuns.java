/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cli.internal.bench;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;

/**
 * A case as the first work of a fresh process, several times: each in a Java virtual machine of its
 * own, started like this one. The start of the machine itself is not part of the time; loading and
 * warming of every class that the case needs is.
 */
final class ColdRuns {

  /** Command under which every benchmark runs. */
  static final String COMMAND = "bench";

  /** Hidden option that makes a fresh process do a case once. */
  static final String OPTION = "--once";

  private static final int RUNS = 5;

  private final FreshProcess process;
  private final String benchmark;

  private ColdRuns(FreshProcess process, String benchmark) {
    this.process = process;
    this.benchmark = benchmark;
  }

  /** Empty where the system does not tell how this process was started. */
  static Optional<ColdRuns> likeThisProcess(String benchmark) {
    return FreshProcess.likeThisOne(COMMAND).map(fresh -> new ColdRuns(fresh, benchmark));
  }

  /** Times a cold case of {@link Benchmark#onceMs}. */
  Measurement run(String caseName, int threads, IProgressMonitor monitor) throws IOException {
    monitor.subTask(caseName);
    List<String> arguments = List.of(COMMAND, benchmark, "--quiet", OPTION, caseName);
    double[] wallMs = new double[RUNS];
    for (int i = 0; i < RUNS; i++) {
      if (monitor.isCanceled()) {
        throw new OperationCanceledException();
      }
      String printed = process.run(arguments);
      try {
        wallMs[i] = Double.parseDouble(printed);
      } catch (NumberFormatException e) {
        throw new IOException("the fresh process printed no time for " + caseName, e);
      }
    }
    return new Measurement(caseName, threads, 0, wallMs);
  }
}
