/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.phantom.internal.dose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.core.runtime.SubMonitor;
import org.junit.jupiter.api.Test;

class FluenceOptimisationTest {

  /** Descent stops after a fixed number of steps. */
  private static final double CONVERGENCE_GY = 0.05;

  @Test
  void twoPointsWithOneElementEachReachTheirBounds() {
    var influence = new InfluenceRows();
    influence.add(0, 0.5);
    influence.endRow();
    influence.add(1, 0.25);
    influence.endRow();
    double[] lowGy = {60, 0};
    double[] highGy = {62, 20};

    double[] weights =
        new FluenceOptimisation(influence, lowGy, highGy, new double[] {1, 1}, 2)
            .weights(SubMonitor.convert(null));
    double[] doseGy = new double[2];
    influence.multiply(weights, doseGy);

    assertEquals(60, doseGy[0], CONVERGENCE_GY);
    assertTrue(doseGy[1] < 20 + CONVERGENCE_GY);
  }

  @Test
  void weightsAreNeverNegative() {
    var influence = new InfluenceRows();
    influence.add(0, 1);
    influence.endRow();
    influence.add(0, 1);
    influence.add(1, 1);
    influence.endRow();

    double[] weights =
        new FluenceOptimisation(
                influence, new double[] {60, 0}, new double[] {60, 10}, new double[] {1, 0.01}, 2)
            .weights(SubMonitor.convert(null));

    assertEquals(0, weights[1]);
  }
}
