/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.planning.engine;

import java.util.List;
import org.eclipse.core.runtime.IProgressMonitor;
import org.recourse.grid.finding.Finding;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.planning.influence.DoseInfluence;

/** The dose engines that are installed. Thread-safe; published as a service. */
public interface DoseEngineCatalogue {

  /** Engines in the order in which they are shown. */
  List<DoseEngineEntry> engines();

  /** What is wrong with contributions, each naming its bundle. */
  List<Finding> findings();

  /** Outcome of a computation by a contributed engine. */
  sealed interface Answer {

    /**
     * The dose.
     *
     * @param engine what computed it
     * @param influence on the grid and for the beamlets of the question
     */
    record Computed(DoseEngineDescription engine, DoseInfluence influence) implements Answer {}

    /**
     * The engine failed.
     *
     * @param finding says how and names the bundle
     */
    record Failed(Finding finding) implements Answer {}
  }

  /**
   * Computes with one engine; a mistake of a vendor becomes {@link Answer.Failed}.
   *
   * @throws IllegalArgumentException if no engine has this id
   * @throws org.eclipse.core.runtime.OperationCanceledException if the monitor is cancelled
   */
  Answer compute(
      String engineId, DoseQuestion question, SliceExecutor executor, IProgressMonitor monitor);
}
