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
import org.recourse.planning.json.PlanningFileException;

/** EQD2 of the previous courses on the dose grid. */
@FunctionalInterface
public interface Background {

  /** Nothing was irradiated before. */
  Background NONE =
      (alphaBetaGy, voxels) -> {
        throw new PlanningFileException("the case has no previous course with a dose");
      };

  /**
   * EQD2 of these voxels for each possible place of the previous courses; one where their place is
   * taken as certain.
   *
   * @throws PlanningFileException if there is none
   */
  List<double[]> eqd2Gy(double alphaBetaGy, int[] voxels) throws PlanningFileException;
}
