/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiobiology.conversion;

import org.eclipse.core.runtime.IProgressMonitor;
import org.osgi.annotation.versioning.ConsumerType;
import org.recourse.grid.volume.DoseGrid;
import org.recourse.radiobiology.fractionation.AlphaBetaRatio;

/**
 * Converts physical dose to equieffective dose in 2 Gy fractions (EQD2).
 *
 * <p>An implementation is stateless and may be called from several threads at once. It does not
 * touch files, preferences or the user interface.
 *
 * @since 1.0
 */
@ConsumerType
public interface DoseConversion {

  /**
   * Returns the EQD2 of every voxel, in Gy, on the geometry of {@code physical}.
   *
   * @param physical total physical dose of one course
   * @param fractionCount fractions in which {@code physical} was delivered, at least one
   * @param tissue ratio applied to every voxel
   * @param monitor progress and cancellation; one slice of work is done between two checks
   * @throws org.eclipse.core.runtime.OperationCanceledException if the monitor is cancelled
   */
  DoseGrid toEqd2(
      DoseGrid physical, int fractionCount, AlphaBetaRatio tissue, IProgressMonitor monitor);
}
