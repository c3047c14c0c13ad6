/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.planning.wishes;

import java.util.List;
import org.recourse.grid.geometry.Vector3;
import org.recourse.planning.json.PlanningFileException;

/** EQD2 of the previous courses on the dose grid. */
@FunctionalInterface
public interface Background {

  /** Nothing was irradiated before. */
  Background NONE =
      (alphaBetaGy, voxels, shiftsMm) -> {
        throw new PlanningFileException("the case has no previous course with a dose");
      };

  /**
   * EQD2 of these voxels for each possible place of the previous courses.
   *
   * @param voxels positions on the dose grid
   * @param shiftsMm by how much the previous dose may lie elsewhere, patient mm, at least one; the
   *     dose of a voxel is then the one found at its centre minus the shift
   * @return one array for each shift
   * @throws PlanningFileException if there is no previous dose
   */
  List<double[]> eqd2Gy(double alphaBetaGy, int[] voxels, List<Vector3> shiftsMm)
      throws PlanningFileException;
}
