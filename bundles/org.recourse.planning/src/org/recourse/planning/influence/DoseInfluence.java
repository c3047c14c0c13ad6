/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.planning.influence;

import org.eclipse.core.runtime.IProgressMonitor;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.parallel.SliceExecutor;

/**
 * Dose as a linear function of weights: of beamlets, of segments, or of whole beams.
 * Implementations are immutable, and their results do not depend on the number of threads.
 */
public interface DoseInfluence {

  /** Grid of the dose. */
  GridGeometry geometry();

  int weightCount();

  /**
   * Dose of these weights.
   *
   * @param weight one per column
   * @param doseGy receives one value per voxel
   */
  void dose(double[] weight, double[] doseGy, SliceExecutor executor, IProgressMonitor monitor);

  /**
   * Derivative with respect to the weights from that with respect to the dose.
   *
   * @param doseDerivative one value per voxel
   * @return one value per weight
   */
  double[] weightDerivative(
      double[] doseDerivative, SliceExecutor executor, IProgressMonitor monitor);
}
