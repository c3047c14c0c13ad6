/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.risk;

import org.eclipse.core.runtime.IProgressMonitor;
import org.recourse.radiobiology.fractionation.AlphaBetaRatio;

/**
 * Doses of one structure, computed when asked for. Given to models by the caller, who keeps results
 * so that several models may ask for the same. Thread-safe.
 */
@FunctionalInterface
public interface StructureDoses {

  /**
   * Returns the EQD2 of the structure summed voxel by voxel over all courses that have a dose grid,
   * without recovery.
   *
   * @param tissue alpha/beta applied to every voxel
   * @param monitor cancellation
   */
  StructureDose cumulativeEqd2(AlphaBetaRatio tissue, IProgressMonitor monitor);
}
