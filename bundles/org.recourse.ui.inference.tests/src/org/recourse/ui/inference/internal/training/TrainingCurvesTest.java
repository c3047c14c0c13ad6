/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.inference.internal.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.recourse.inference.training.TrainingEpoch;

class TrainingCurvesTest {

  private static TrainingEpoch epoch(int number, double loss, OptionalDouble auc) {
    return new TrainingEpoch(number, loss, OptionalDouble.of(loss + 0.1), auc);
  }

  @Test
  void epochsOfAStageBecomeLines() {
    TrainingCurves curves =
        TrainingCurves.NONE
            .with("fold 1", epoch(4, 0.7, OptionalDouble.empty()))
            .with("fold 1", epoch(5, 0.6, OptionalDouble.of(0.75)));

    assertArrayEquals(new double[] {4, 5}, curves.trainingLoss().epoch());
    assertArrayEquals(new double[] {0.7, 0.6}, curves.trainingLoss().value());
    assertArrayEquals(new double[] {5}, curves.validationAuc().epoch());
    assertEquals("fold 1, epoch 5: loss 0.600, left-out patients 0.700, AUC 0.75", curves.text());
  }

  @Test
  void anotherStageStartsAnew() {
    TrainingCurves curves =
        TrainingCurves.NONE
            .with("fold 1", epoch(1, 0.7, OptionalDouble.empty()))
            .with(
                "final", new TrainingEpoch(1, 0.5, OptionalDouble.empty(), OptionalDouble.empty()));

    assertEquals(1, curves.epochs().size());
    assertEquals(0, curves.validationLoss().epoch().length);
    assertEquals("final, epoch 1: loss 0.500", curves.text());
    assertEquals("", TrainingCurves.NONE.text());
  }
}
