/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.cohort.internal.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.recourse.cohort.figure.NamedScores;
import org.recourse.learning.sample.Estimate;
import org.recourse.learning.sample.ScoredOutcomes;
import org.recourse.ui.cohort.internal.EvaluatedModel;

class ModelRowTest {

  private static EvaluatedModel model(boolean probabilities) {
    var scores =
        new ScoredOutcomes(
            new double[] {0.9, 0.4, 0.6, 0.1}, new boolean[] {true, true, false, false});
    return new EvaluatedModel(new NamedScores("network", scores, probabilities), 0.5, List.of());
  }

  @Test
  void theConfusionMatrixCountsAtTheThreshold() {
    String text = ComparisonView.confusion(ModelRow.of(model(true)));

    assertTrue(text.contains("with the event\t1\t\t1"), text);
    assertTrue(text.contains("without it\t1\t\t1"), text);
  }

  @Test
  void aScoreHasNoBrierScore() {
    assertEquals("–", ModelRow.text(ModelRow.of(model(false)).brier()));
    // (0.01 + 0.36 + 0.36 + 0.01) / 4
    assertEquals("0.185", ModelRow.text(ModelRow.of(model(true)).brier()));
  }

  @Test
  void undefinedSortsBelowEveryNumber() {
    assertTrue(ModelRow.compare(Estimate.undefined("none"), Estimate.of(-1)) < 0);
  }
}
