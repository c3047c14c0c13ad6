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
import org.recourse.assistant.numbers.PatientState;
import org.recourse.assistant.numbers.PlanNumbers;
import org.recourse.assistant.numbers.PlanSnapshot;
import org.recourse.assistant.numbers.ShownNumbers;
import org.recourse.model.Sex;
import org.recourse.risk.RiskAssessment;
import org.recourse.risk.RiskModelEntry;
import org.recourse.risk.RiskResult;
import org.recourse.risk.RiskValue;

/** The risks of the last revisions. */
class RiskHistoryTest {

  /** Differences of two decimal numbers. */
  private static final double TOLERANCE = 1e-12;

  private static PlanNumbers numbers(long revision, double score) {
    var snapshot =
        new PlanSnapshot(
            revision,
            true,
            new PatientState("", "", Sex.UNKNOWN),
            List.of(),
            List.of(),
            Optional.empty(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            false,
            List.of(),
            List.of());
    var risk =
        new RiskAssessment(
            new RiskModelEntry("m", "Model", "org.example"),
            Optional.empty(),
            new RiskResult.Assessed(
                new RiskValue.Score(score, RiskValue.Bound.VALUE),
                List.of(),
                List.of(),
                List.of(),
                List.of()),
            1);
    return new PlanNumbers(
        snapshot, Optional.empty(), List.of(), List.of(), List.of(), List.of(risk), List.of());
  }

  @Test
  void theChangeIsThatOfTheLastEdit() {
    var history = new RiskHistory();
    history.add(ShownNumbers.NONE.with(numbers(1, 0.5)));
    assertEquals(OptionalDouble.empty(), history.change("m"));

    history.add(ShownNumbers.NONE.with(numbers(2, 0.3)));
    history.add(ShownNumbers.NONE.with(numbers(3, 0.4)));

    assertEquals(0.1, history.change("m").orElseThrow(), TOLERANCE);
    assertEquals(0.3, history.before("m").orElseThrow());
    assertEquals(OptionalDouble.empty(), history.change("other"));
  }

  @Test
  void aRevisionIsThereOnce() {
    var history = new RiskHistory();
    history.add(ShownNumbers.NONE.with(numbers(1, 0.5)));
    history.add(ShownNumbers.NONE.with(numbers(2, 0.3)));
    history.add(ShownNumbers.NONE.with(numbers(2, 0.31)));

    assertEquals(2, history.entries().size());
    assertEquals(0.31, history.entries().getLast().numberByModel().get("m"));
  }

  @Test
  void itForgetsTheOldest() {
    var history = new RiskHistory();
    for (int revision = 1; revision <= 100; revision++) {
      history.add(ShownNumbers.NONE.with(numbers(revision, revision / 100.0)));
    }

    assertTrue(history.entries().size() <= 60);
    assertEquals(100, history.entries().getLast().revision());
    assertEquals(List.of("m"), List.copyOf(history.models().keySet()));
  }

  /** Between the parts of an edit the last revision holds what is current, and nothing older. */
  @Test
  void aStaleRiskIsNoPointOfTheNewRevision() {
    var history = new RiskHistory();
    ShownNumbers first = ShownNumbers.NONE.with(numbers(1, 0.5));
    history.add(first);

    history.add(first.after(2)); // nothing of it is current

    assertEquals(1, history.entries().size());
    assertEquals(1, history.entries().getLast().revision());
  }
}
