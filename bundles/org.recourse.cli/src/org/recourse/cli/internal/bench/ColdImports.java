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
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;

/**
 * The first import of a fresh process, several times: each in a Java virtual machine of its own,
 * started like this one. The start of the machine itself is not part of the time; loading and
 * warming of every class that an import needs is.
 */
public final class ColdImports {

  private static final int RUNS = 5;

  private final FreshProcess process;

  private ColdImports(FreshProcess process) {
    this.process = process;
  }

  /** Empty where the system does not tell how this process was started. */
  public static Optional<ColdImports> likeThisProcess(String commandName) {
    return FreshProcess.likeThisOne(commandName).map(ColdImports::new);
  }

  /**
   * Times the imports.
   *
   * @param arguments command that makes the fresh process import {@code source} once and print the
   *     time in ms
   */
  public Measurement run(List<String> arguments, Path source, int threads, IProgressMonitor monitor)
      throws IOException {
    monitor.subTask("import/ct200/cold");
    double[] wallMs = new double[RUNS];
    for (int i = 0; i < RUNS; i++) {
      if (monitor.isCanceled()) {
        throw new OperationCanceledException();
      }
      String printed = process.run(arguments);
      try {
        wallMs[i] = Double.parseDouble(printed);
      } catch (NumberFormatException e) {
        throw new IOException("the import of " + source + " printed no time: " + printed, e);
      }
    }
    return new Measurement("import/ct200/cold", threads, 0, wallMs);
  }
}
