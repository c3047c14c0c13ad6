/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.clinical.internal.goals;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.recourse.assistant.numbers.GoalNumbers;
import org.recourse.assistant.numbers.GoalOutcome;
import org.recourse.assistant.numbers.GoalState;
import org.recourse.dosimetry.dvh.MetricValue;
import org.recourse.model.DoseQuantity;
import org.recourse.model.EvidenceTag;
import org.recourse.model.GoalComparison;

class GoalTextTest {

  private static final MetricValue.Defined DOSE =
      new MetricValue.Defined(47.26, MetricValue.Unit.GY);

  @Test
  void aMissedLimitHasANegativeMargin() {
    GoalNumbers row = row(GoalComparison.AT_MOST, judged(GoalOutcome.Verdict.FAIL));

    assertEquals("≤ 45.0 Gy", GoalText.limit(row));
    assertEquals("47.3 Gy", GoalText.value(row));
    assertEquals("✕ fail", GoalStanding.of(row).text());
    assertEquals("−2.3 Gy", GoalText.margin(row));
  }

  @Test
  void aLowerLimitIsJudgedTheOtherWayRound() {
    GoalNumbers row = row(GoalComparison.AT_LEAST, judged(GoalOutcome.Verdict.PASS));

    assertEquals("≥ 45.0 Gy", GoalText.limit(row));
    assertEquals("+2.3 Gy", GoalText.margin(row));
  }

  @Test
  void aDraftIsShownButNotJudged() {
    GoalNumbers row =
        row(GoalComparison.AT_MOST, new GoalOutcome.Shown(DOSE, "The limit is a draft."));

    assertEquals("47.3 Gy", GoalText.value(row));
    assertEquals(GoalStanding.DRAFT, GoalStanding.of(row));
    assertFalse(GoalStanding.of(row).isJudged());
    assertEquals("–", GoalText.margin(row));
    assertEquals("The limit is a draft.", GoalText.reason(row));
  }

  @Test
  void whatDoesNotApplyShowsNoNumber() {
    GoalNumbers row =
        row(GoalComparison.AT_MOST, new GoalOutcome.NotApplicable("No cord is contoured."));

    assertEquals("–", GoalText.value(row));
    assertEquals("No cord is contoured.", GoalText.reason(row));
  }

  private static GoalOutcome judged(GoalOutcome.Verdict verdict) {
    return new GoalOutcome.Judged(DOSE, verdict);
  }

  private static GoalNumbers row(GoalComparison comparison, GoalOutcome outcome) {
    return new GoalNumbers(
        new GoalState(
            "SpinalCord",
            "D0.03cc",
            comparison,
            45,
            OptionalDouble.empty(),
            DoseQuantity.PHYSICAL,
            "protocol",
            EvidenceTag.USER),
        outcome);
  }
}
