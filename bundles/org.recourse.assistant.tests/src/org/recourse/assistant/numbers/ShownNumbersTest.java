/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.assistant.numbers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.recourse.assistant.numbers.DerivedNumber.CLOSED_FORM_RISKS;
import static org.recourse.assistant.numbers.DerivedNumber.DOSE;
import static org.recourse.assistant.numbers.DerivedNumber.GEOMETRY;
import static org.recourse.assistant.numbers.DerivedNumber.GOALS;
import static org.recourse.assistant.numbers.DerivedNumber.GRADIENTS;
import static org.recourse.assistant.numbers.DerivedNumber.HISTOGRAMS;
import static org.recourse.assistant.numbers.DerivedNumber.NETWORK_RISKS;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.recourse.risk.RiskAssessment;
import org.recourse.risk.RiskModelEntry;
import org.recourse.risk.RiskResult;
import org.recourse.risk.VoxelAttribution;

/** Values of several revisions in one view: nothing stale is ever current. */
class ShownNumbersTest {

  private final TwoCourseCase twoCourses = new TwoCourseCase();

  private PlanNumbers numbers(long revision, String... models) {
    PlanSnapshot snapshot = PlanSnapshot.of(twoCourses.patientCase(), revision);
    return new PlanNumbers(
        snapshot,
        Optional.empty(),
        List.of(),
        List.of(),
        List.of(),
        List.of(models).stream().map(ShownNumbersTest::risk).toList(),
        List.of());
  }

  private static RiskAssessment risk(String id) {
    return new RiskAssessment(
        new RiskModelEntry(id, id, "test"),
        Optional.empty(),
        new RiskResult.NotApplicable(List.of("A test asks."), List.of(), List.of()),
        0);
  }

  private static NumbersSoFar part(PlanNumbers numbers, DerivedNumber... known) {
    return new NumbersSoFar(numbers, Set.of(known), Optional.empty());
  }

  @Test
  void anEditMakesEverythingStale() {
    ShownNumbers shown = ShownNumbers.NONE.after(1).with(numbers(1, "formula", "network"));
    assertTrue(shown.areCurrent(EnumSet.range(DOSE, NETWORK_RISKS)));

    ShownNumbers edited = shown.after(2);

    for (DerivedNumber number : DerivedNumber.values()) {
      assertFalse(edited.isCurrent(number), number.name());
    }
    assertEquals(1, edited.of(GOALS).orElseThrow().revision()); // still there, to be shown grey
    assertTrue(edited.risks().stream().noneMatch(edited::isCurrent));
  }

  @Test
  void aPartIsCurrentWhileTheRestIsNot() {
    ShownNumbers shown =
        ShownNumbers.NONE
            .after(1)
            .with(numbers(1, "formula", "network"))
            .after(2)
            .with(part(numbers(2), DOSE, GEOMETRY, HISTOGRAMS, GOALS));
    assertTrue(shown.areCurrent(Set.of(HISTOGRAMS, GOALS)));
    assertFalse(shown.isCurrent(CLOSED_FORM_RISKS));
    assertEquals(1, shown.of(CLOSED_FORM_RISKS).orElseThrow().revision());

    shown = shown.with(part(numbers(2, "formula"), CLOSED_FORM_RISKS));

    assertEquals(List.of(2L, 1L), shown.risks().stream().map(r -> r.revision()).toList());
    assertTrue(shown.isCurrent(shown.risks().get(0)));
    assertFalse(shown.isCurrent(shown.risks().get(1)));
  }

  /** A part that was on its way when the next edit came is shown, and stays grey. */
  @Test
  void aPartOfASupersededRevisionIsNeverCurrent() {
    ShownNumbers shown =
        ShownNumbers.NONE.after(1).with(numbers(1)).after(2).after(3).with(part(numbers(2), GOALS));

    assertFalse(shown.isCurrent(GOALS));
    assertEquals(2, shown.of(GOALS).orElseThrow().revision());
  }

  @Test
  void anOlderValueNeverReplacesANewerOne() {
    ShownNumbers shown =
        ShownNumbers.NONE.after(3).with(numbers(3, "network")).with(numbers(2, "network"));

    assertEquals(3, shown.of(GOALS).orElseThrow().revision());
    assertEquals(3, shown.risks().getFirst().revision());
    assertTrue(shown.isCurrent(GOALS));
  }

  @Test
  void aModelThatIsGoneIsGone() {
    ShownNumbers shown =
        ShownNumbers.NONE.with(numbers(1, "formula", "network")).with(numbers(2, "formula"));

    assertEquals(1, shown.risks().size());
  }

  @Test
  void aGradientBelongsToItsRevision() {
    var none = new VoxelAttribution.NotAvailable("A test.");
    var slope = Optional.of(new RiskGradient(1, "network", "Network", none));
    ShownNumbers shown =
        ShownNumbers.NONE
            .with(numbers(1))
            .with(new NumbersSoFar(numbers(1), Set.of(GRADIENTS), slope));
    assertTrue(shown.isCurrent(GRADIENTS));

    assertFalse(shown.after(2).isCurrent(GRADIENTS));
    assertFalse(shown.after(2).with(numbers(2)).isCurrent(GRADIENTS));
  }

  /** Edits, parts and whole numbers in any order: what is current is of the plan's revision. */
  @Test
  void randomHistoriesNeverShowAStaleNumberAsCurrent() {
    var random = new Random(9);
    for (int history = 0; history < 50; history++) {
      ShownNumbers shown = ShownNumbers.NONE;
      long revision = 0;
      for (int step = 0; step < 30; step++) {
        long of = Math.max(1, revision - random.nextInt(3));
        switch (random.nextInt(3)) {
          case 0 -> shown = shown.after(++revision);
          case 1 -> {
            DerivedNumber[] all = DerivedNumber.values();
            shown = shown.with(part(numbers(of, "network"), all[random.nextInt(8)]));
          }
          default -> shown = shown.with(numbers(of, "network"));
        }
        revision = Math.max(revision, shown.planRevision());
        for (DerivedNumber number : DerivedNumber.values()) {
          if (shown.isCurrent(number)) {
            assertEquals(revision, shown.of(number).orElseThrow().revision());
          }
        }
        for (ShownNumbers.ShownRisk risk : shown.risks()) {
          assertEquals(risk.revision() == revision, shown.isCurrent(risk));
        }
      }
    }
  }
}
