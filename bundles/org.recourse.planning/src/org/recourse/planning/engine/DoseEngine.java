/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.planning.engine;

import org.eclipse.core.runtime.IProgressMonitor;
import org.osgi.annotation.versioning.ConsumerType;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.planning.influence.DoseInfluence;

/**
 * Computes the dose of every beamlet in every voxel.
 *
 * <p>Vendors add engines through the extension point {@code org.recourse.planning.doseEngines}. An
 * engine is stateless and may be called from several threads at once. It does not touch files,
 * preferences or the user interface, and starts no threads: it splits its work by slices with the
 * executor it is given, and its result does not depend on the number of threads.
 *
 * @since 1.0
 */
@ConsumerType
public interface DoseEngine {

  DoseEngineDescription description();

  /**
   * Returns the influence of all beamlets, beam after beam, Gy per unit fluence.
   *
   * @param monitor progress and cancellation, asked at least once per second
   * @throws org.eclipse.core.runtime.OperationCanceledException if the monitor is cancelled
   */
  DoseInfluence influence(DoseQuestion question, SliceExecutor executor, IProgressMonitor monitor);
}
