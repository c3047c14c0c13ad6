/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.assistant.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.recourse.risk.Interval;
import org.recourse.risk.RiskAssessment;
import org.recourse.risk.RiskModelDescription;
import org.recourse.risk.RiskModelEntry;
import org.recourse.risk.RiskResult;
import org.recourse.risk.RiskValue;

/** Signs, sentences and disagreement of risks. */
class RiskSignsTest {

  static RiskAssessment risk(String id, RiskResult result, boolean planDependent) {
    return new RiskAssessment(
        new RiskModelEntry(id, "Model " + id, "org.example"),
        Optional.of(
            new RiskModelDescription(
                id,
                "1",
                "Model " + id,
                "injury",
                planDependent,
                true,
                "synthetic patients",
                "a formula",
                List.of(),
                List.of(),
                List.of())),
        result,
        1);
  }

  static RiskResult probability(double fraction, double lower, double upper) {
    return new RiskResult.Assessed(
        new RiskValue.Probability(
            fraction, Optional.of(new Interval(lower, upper)), RiskValue.Bound.VALUE),
        List.of(),
        List.of(),
        List.of("Because."),
        List.of());
  }

  @Test
  void everyReservationHasItsSign() {
    RiskResult none =
        new RiskResult.NotApplicable(
            List.of("The dose is missing."), List.of("A child."), List.of());

    assertEquals("△ ◇ ⊘", RiskSigns.signs(risk("a", none, false)));
    assertEquals("◇", RiskSigns.signs(risk("a", probability(0.2, 0.1, 0.3), true)));
  }

  @Test
  void whatAModelLacksStandsBesideIt() {
    RiskResult none =
        new RiskResult.NotApplicable(List.of("The dose is missing."), List.of(), List.of());

    String note = RiskSigns.note(risk("a", none, true));

    assertTrue(note.startsWith("The dose is missing."), note);
    assertTrue(note.contains("Trained on synthetic patients."), note);
  }

  @Test
  void modelsDisagreeWhereIntervalsDoNotOverlap() {
    RiskAssessment low = risk("low", probability(0.05, 0.03, 0.10), true);
    RiskAssessment high = risk("high", probability(0.40, 0.30, 0.50), true);
    RiskAssessment wide = risk("wide", probability(0.40, 0.08, 0.70), true);

    List<String> sentences = RiskSigns.disagreements(List.of(low, high, wide));

    assertEquals(1, sentences.size());
    assertTrue(sentences.getFirst().contains("0.05 (Model low) and 0.40 (Model high)"));
  }

  @Test
  void theChangeOfAnEditHasASign() {
    assertEquals("+0.03 by this edit", RiskLine.changeText(OptionalDouble.of(0.03)));
    assertEquals("−0.10 by this edit", RiskLine.changeText(OptionalDouble.of(-0.1)));
    assertEquals("unchanged by this edit", RiskLine.changeText(OptionalDouble.of(-0.001)));
    assertEquals("", RiskLine.changeText(OptionalDouble.empty()));
  }

  @Test
  void smallChangesOfProposalsKeepThreeDecimals() {
    assertEquals("−0.087", ProposalWords.signed(-0.0871));
    assertEquals("0.000", ProposalWords.signed(-0.0001));
  }
}
