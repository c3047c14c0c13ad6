/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.registration.internal;

import org.eclipse.core.runtime.IProgressMonitor;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.registration.transform.BSplineTransform;

/** The smallest Jacobian determinant of a free-form deformation over a grid. */
final class JacobianRows {

  private JacobianRows() {}

  static double least(
      ControlLattice lattice,
      GridGeometry grid,
      double[] coefficients,
      SliceExecutor executor,
      IProgressMonitor monitor) {
    BSplineTransform transform = lattice.transform(coefficients);
    double[] slices = new double[grid.sizeZ()];
    executor.forEachSlice(
        grid.sizeZ(),
        monitor,
        z -> {
          double least = Double.POSITIVE_INFINITY;
          for (int y = 0; y < grid.sizeY(); y++) {
            for (int x = 0; x < grid.sizeX(); x++) {
              least =
                  Math.min(least, transform.jacobianAt(grid.toPatientMm(x, y, z)).determinant());
            }
          }
          slices[z] = least;
        });
    double least = slices[0];
    for (double slice : slices) {
      least = Math.min(least, slice);
    }
    return least;
  }
}
