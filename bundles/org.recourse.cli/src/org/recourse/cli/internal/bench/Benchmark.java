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
import org.eclipse.core.runtime.IProgressMonitor;
import org.recourse.dicom.DicomReadException;
import org.recourse.phantom.PhantomException;

/** A benchmark of {@code releng/recourse bench NAME}. */
public interface Benchmark {

  /** Its name on the command line. */
  String name();

  /** Returns the engine for trained models that works in it, for the result; none by default. */
  default String engine() {
    return "none";
  }

  /** Returns the devices it computes on, for the result. */
  default String device() {
    return "cpu";
  }

  /** Measures the cases that are wanted. */
  List<BenchFigure> measure(BenchRun run, IProgressMonitor monitor)
      throws DicomReadException, PhantomException, IOException;

  /**
   * Does one cold case once, as the first thing of this process, and returns its time in ms. A
   * fresh process is started for it.
   *
   * @throws IllegalArgumentException if the benchmark has no such cold case
   */
  default double onceMs(String caseName, BenchRun run, IProgressMonitor monitor)
      throws DicomReadException, PhantomException, IOException {
    throw new IllegalArgumentException(name() + " has no cold case " + caseName);
  }
}
