/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cli.internal.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.recourse.grid.finding.Finding;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.risk.RiskCatalogue;

/**
 * What a benchmark is run with.
 *
 * @param cacheFolder where files are kept between runs
 * @param catalogue risk models
 * @param executor runs the kernels
 * @param only beginnings of the names of wanted cases; none wants all
 * @param findings takes reservations
 */
public record BenchRun(
    Path cacheFolder,
    RiskCatalogue catalogue,
    SliceExecutor executor,
    List<String> only,
    Consumer<Finding> findings) {

  public BenchRun {
    only = List.copyOf(only);
  }

  /** Tells whether a case is wanted. */
  public boolean wants(String caseName) {
    return only.isEmpty() || only.stream().anyMatch(caseName::startsWith);
  }

  /**
   * Returns how to run cold cases; empty, with a finding, where the system does not tell how this
   * program was started.
   */
  Optional<ColdRuns> coldRuns(String benchmark, String caseName) {
    Optional<ColdRuns> cold = ColdRuns.likeThisProcess(benchmark);
    if (cold.isEmpty()) {
      findings.accept(
          Finding.warning(
              "The system does not tell how this program was started, so no fresh process was"
                  + " timed.",
              caseName));
    }
    return cold;
  }
}
