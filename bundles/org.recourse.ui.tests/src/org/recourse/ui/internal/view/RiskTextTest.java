/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.internal.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.recourse.risk.Evidence;
import org.recourse.risk.Interval;
import org.recourse.risk.Literature;
import org.recourse.risk.RiskAssessment;
import org.recourse.risk.RiskModelDescription;
import org.recourse.risk.RiskModelEntry;
import org.recourse.risk.RiskResult;
import org.recourse.risk.RiskValue;

class RiskTextTest {

  private static final RiskModelDescription MODEL =
      new RiskModelDescription(
          "test.model",
          "1.0",
          "Test model",
          "necrosis",
          false,
          true,
          "nobody",
          "p = 1/3",
          List.of("Not validated."),
          List.of(),
          List.of(new Literature("Somebody 2020", "10.1/x", Evidence.ABSTRACT)));

  @Test
  void aProbabilityHasTwoDecimalsAndItsInterval() {
    RiskAssessment row =
        assessed(
            new RiskValue.Probability(
                1.0 / 3, Optional.of(new Interval(0.18, 0.47)), RiskValue.Bound.VALUE));

    assertEquals("0.33", RiskText.value(row));
    assertEquals("0.18–0.47", RiskText.interval(row));
    assertEquals("0.33 [0.18–0.47]", RiskText.headline(row));
    assertEquals(List.of("⊘ Does not follow the plan."), RiskText.notes(row));
    assertEquals("Somebody 2020, 10.1/x (read in the abstract only)", RiskText.sources(row));
  }

  @Test
  void aScoreIsCalledAScore() {
    RiskAssessment row = assessed(new RiskValue.Score(0.0123, RiskValue.Bound.VALUE));

    assertEquals("score 0.01", RiskText.headline(row));
    assertEquals("◇ A score, not a probability.", RiskText.notes(row).getFirst());
  }

  @Test
  void aScoreIsShownWithItsInterval() {
    RiskAssessment row =
        assessed(
            new RiskValue.Score(
                0.88, Optional.of(new Interval(0.05, 0.88)), RiskValue.Bound.VALUE));

    assertEquals("score 0.88 [0.05–0.88]", RiskText.headline(row));
  }

  @Test
  void anUpperBoundSaysSo() {
    RiskAssessment row =
        assessed(new RiskValue.Category("below the threshold", false, RiskValue.Bound.UPPER_BOUND));

    assertEquals("below the threshold (from an upper bound)", RiskText.value(row));
    assertEquals("–", RiskText.interval(row));
  }

  @Test
  void aModelThatDoesNotApplyShowsTheReasonAndNoNumber() {
    RiskAssessment row =
        row(
            new RiskResult.NotApplicable(
                List.of("No temporal lobe is contoured."), List.of(), List.of()));

    assertEquals("–", RiskText.value(row));
    assertEquals("Does not apply", RiskText.headline(row));
    assertEquals("No temporal lobe is contoured.", RiskText.notes(row).getFirst());
    assertEquals("Does not apply. No temporal lobe is contoured.", RiskText.why(row));
    assertTrue(RiskText.details(row).contains("No temporal lobe is contoured."));
  }

  private static RiskAssessment assessed(RiskValue value) {
    return row(new RiskResult.Assessed(value, List.of(), List.of(), List.of("because"), List.of()));
  }

  private static RiskAssessment row(RiskResult result) {
    return new RiskAssessment(
        new RiskModelEntry("test.model", "Test model", "test"), Optional.of(MODEL), result, 1);
  }
}
