/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.planning.medium;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;

class DensityGridTest {

  private static final GridGeometry GRID =
      new GridGeometry(10, 6, 4, new Vector3(1, 2, 3), new Vector3(2, 3, 5));

  private final DensityGrid water = DensityGrid.uniform(GRID, 1);

  /** The grid reaches half a voxel beyond the outer centres. */
  @Test
  void throughTheGridAlongEachAxis() {
    assertEquals(20, water.pathMm(new Vector3(-500, 5, 8), new Vector3(500, 5, 8)), 1e-9);
    assertEquals(18, water.pathMm(new Vector3(5, 500, 8), new Vector3(5, -500, 8)), 1e-9);
    assertEquals(20, water.pathMm(new Vector3(5, 5, -500), new Vector3(5, 5, 500)), 1e-9);
    assertEquals(6, water.pathMm(new Vector3(-500, 5, 8), new Vector3(6, 5, 8)), 1e-9);
  }

  @Test
  void besideTheGridIsNothing() {
    assertEquals(0, water.pathMm(new Vector3(-500, 50, 8), new Vector3(500, 50, 8)));
    assertEquals(0, water.pathMm(new Vector3(-500, 5, 8), new Vector3(-10, 5, 8)));
  }

  @Test
  void densityScalesThePath() {
    assertEquals(
        10,
        DensityGrid.uniform(GRID, 0.5).pathMm(new Vector3(-9, 5, 8), new Vector3(99, 5, 8)),
        1e-9);
  }

  /** Slabs method on the box as an independent definition, for any direction. */
  @RepeatedTest(30)
  void anyRayHasTheLengthInTheBox(RepetitionInfo run) {
    var random = new Random(run.getCurrentRepetition());
    Vector3 from = point(random, 60);
    Vector3 to = point(random, 60);
    double enter = 0;
    double leave = 1;
    double[][] box = {{0, 20}, {0.5, 18.5}, {0.5, 20.5}};
    double[] a = {from.x(), from.y(), from.z()};
    double[] b = {to.x(), to.y(), to.z()};
    for (int k = 0; k < 3; k++) {
      double first = (box[k][0] - a[k]) / (b[k] - a[k]);
      double second = (box[k][1] - a[k]) / (b[k] - a[k]);
      enter = Math.max(enter, Math.min(first, second));
      leave = Math.min(leave, Math.max(first, second));
    }
    assertEquals(Math.max(leave - enter, 0) * from.distanceTo(to), water.pathMm(from, to), 1e-9);
  }

  private static Vector3 point(Random random, double range) {
    return new Vector3(
        (random.nextDouble() - 0.5) * range + 10,
        (random.nextDouble() - 0.5) * range + 9,
        (random.nextDouble() - 0.5) * range + 10);
  }
}
