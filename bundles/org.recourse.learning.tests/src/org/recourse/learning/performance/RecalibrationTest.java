/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.learning.performance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.recourse.learning.pipeline.NotFittedException;
import org.recourse.learning.sample.ReferencePatients;
import org.recourse.learning.sample.ScoredOutcomes;

class RecalibrationTest {

  /** After recalibration on the same patients slope and intercept are perfect by construction. */
  @Test
  void recalibratedProbabilitiesAreCalibrated() throws NotFittedException {
    var scores = new ScoredOutcomes(ReferencePatients.firstScore(), ReferencePatients.event());
    Recalibration recalibration = Recalibration.of(scores);
    double[] p = new double[scores.size()];
    double sum = 0;
    for (int i = 0; i < p.length; i++) {
      p[i] = recalibration.probability(scores.score(i));
      sum += p[i];
    }
    var calibrated = new ScoredOutcomes(p, ReferencePatients.event());
    assertEquals(1, Calibration.slope(calibrated).asOptional().orElseThrow(), 1e-6);
    assertEquals(0, Calibration.intercept(calibrated).asOptional().orElseThrow(), 1e-6);
    assertEquals(scores.eventCount(), sum, 1e-6, "expected events are the observed ones");
  }

  @Test
  void aScoreThatRanksTheWrongWayGivesNoProbability() {
    double[] reversed = ReferencePatients.firstScore();
    for (int i = 0; i < reversed.length; i++) {
      reversed[i] = -reversed[i];
    }
    var scores = new ScoredOutcomes(reversed, ReferencePatients.event());
    assertThrows(NotFittedException.class, () -> Recalibration.of(scores));
  }

  @Test
  void aNomogramGivesTheLinearPredictorBack() {
    Nomogram nomogram =
        Nomogram.of(
            -1,
            List.of(
                new Nomogram.Variable("dose", 0.04, 60, 150),
                new Nomogram.Variable("interval", -0.5, 1, 4)));
    assertEquals(100, nomogram.axes().get(0).points(150), 1e-9);
    assertEquals(100 * 1.5 / 3.6, nomogram.axes().get(1).points(1), 1e-9);
    assertEquals(-1 + 0.04 * 110 - 0.5 * 2, nomogram.linearPredictor(new double[] {110, 2}), 1e-9);
  }
}
