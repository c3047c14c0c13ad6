/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.registration.internal;

import org.recourse.grid.geometry.GridGeometry;

/** A continuous image with its slopes. */
interface SampledVolume {

  /** Length of the array that a sample is put into: four results and working space. */
  int SCRATCH = 28;

  GridGeometry geometry();

  /** Smallest voxel edge, mm. */
  double finestSpacingMm();

  /**
   * Value and its derivatives by index.
   *
   * @param out value, then derivatives along x, y and z; {@link #SCRATCH} long
   * @return false outside of the voxel centres
   */
  boolean sample(double x, double y, double z, double[] out);
}
