/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.outcomes.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What must hold with every database. Each test uses an outcome of its own. */
abstract class RegistryContract {

  static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-01T10:00:00Z"), ZoneOffset.UTC);
  private static final int WRITERS = 4;
  private static final int EACH = 25;

  abstract RegistryAddress address();

  OutcomeRegistry open() throws RegistryException {
    return OutcomeRegistry.open(address(), CLOCK);
  }

  static Assessment assessment(
      OutcomeRegistry registry, String recordId, String patient, String outcome, Statement said) {
    return new Assessment(
        recordId,
        registry.pseudonym(patient),
        Instant.parse("2025-01-02T08:30:00.123Z"),
        LocalDate.of(2025, 1, 10),
        "王医院",
        new AnsweringModel("logistic", "1.0", "sha256:00"),
        outcome,
        said,
        true,
        false);
  }

  @Test
  void givesBackWhatWasKept() throws Exception {
    String outcome = "kept";
    List<Assessment> kept = new ArrayList<>();
    OutcomeRegistry registry = open();
    kept.add(assessment(registry, "a", "P1", outcome, new Statement.Probability(0.1 + 0.2)));
    kept.add(assessment(registry, "b", "P1", outcome, new Statement.Score(-1.5)));
    kept.add(assessment(registry, "c", "P2", outcome, new Statement.Category("high")));
    for (Assessment one : kept) {
      assertTrue(registry.record(one));
    }

    OutcomeRegistry later = open();

    assertEquals(kept, later.assessments(outcome, Optional.empty()));
    assertEquals(kept, later.assessments(outcome, Optional.of("logistic")));
    assertEquals(List.of(), later.assessments(outcome, Optional.of("other")));
    assertTrue(later.outcomes().contains(outcome));
    assertEquals(registry.pseudonym("P1"), later.pseudonym(" P1 "), "the secret is kept");
  }

  @Test
  void keepsARecordOnce() throws Exception {
    OutcomeRegistry registry = open();
    var said = new Statement.Probability(0.3);

    assertTrue(registry.record(assessment(registry, "twice", "P1", "once", said)));
    assertFalse(registry.record(assessment(registry, "twice", "P1", "once", said)));

    assertEquals(1, registry.assessments("once", Optional.empty()).size());
  }

  @Test
  void aCorrectionReplacesAndNothingIsLost() throws Exception {
    OutcomeRegistry registry = open();
    FollowUp first =
        FollowUp.of(
            registry.pseudonym("P1"),
            "corrected",
            FollowUp.Status.FREE,
            LocalDate.of(2025, 6, 1),
            "letter");
    FollowUp second =
        first.corrected(FollowUp.Status.OCCURRED, LocalDate.of(2025, 5, 20), "endoscopy");
    registry.record(first);
    registry.record(second);

    assertEquals(List.of(second), registry.followUps("corrected"));
    assertEquals(2, registry.history("corrected").size());
    RegistryException refused =
        assertThrows(
            RegistryException.class,
            () ->
                registry.record(
                    first.corrected(
                        FollowUp.Status.DIED_WITHOUT, LocalDate.of(2025, 5, 1), "register")));
    assertTrue(refused.getMessage().contains("corrected by somebody else"), refused.getMessage());
  }

  @Test
  void aCorrectionOfNothingIsRefused() throws Exception {
    OutcomeRegistry registry = open();
    FollowUp unknown =
        FollowUp.of(
            registry.pseudonym("P1"),
            "nothing",
            FollowUp.Status.FREE,
            LocalDate.of(2025, 6, 1),
            "letter");
    FollowUp known =
        FollowUp.of(
            registry.pseudonym("P1"),
            "elsewhere",
            FollowUp.Status.FREE,
            LocalDate.of(2025, 6, 1),
            "letter");
    registry.record(known);
    var moved =
        new FollowUp(
            unknown.id(),
            registry.pseudonym("P2"),
            "elsewhere",
            FollowUp.Status.FREE,
            LocalDate.of(2025, 6, 1),
            "letter",
            Optional.of(known.id()));

    assertThrows(
        RegistryException.class,
        () -> registry.record(unknown.corrected(FollowUp.Status.FREE, unknown.day(), "letter")));
    assertThrows(RegistryException.class, () -> registry.record(moved));
    assertEquals(List.of(), registry.followUps("nothing"));
  }

  @Test
  void severalWritersLoseNothing() throws Exception {
    OutcomeRegistry registry = open();
    ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
    try {
      List<Callable<Integer>> work = new ArrayList<>();
      for (int writer = 0; writer < WRITERS; writer++) {
        int number = writer;
        work.add(() -> written(registry, number));
      }
      int added = 0;
      for (Future<Integer> one : writers.invokeAll(work)) {
        added += one.get();
      }
      assertEquals(WRITERS * EACH + EACH, added, "the shared records are kept once");
    } finally {
      writers.shutdown();
    }
    assertEquals(WRITERS * EACH + EACH, registry.assessments("crowd", Optional.empty()).size());
  }

  /** Records of its own, and records that every writer tries to keep. */
  private static int written(OutcomeRegistry registry, int writer) throws RegistryException {
    int added = 0;
    for (int i = 0; i < EACH; i++) {
      var said = new Statement.Score(i);
      added +=
          registry.record(assessment(registry, writer + "-" + i, "P" + i, "crowd", said)) ? 1 : 0;
      added += registry.record(assessment(registry, "shared-" + i, "P", "crowd", said)) ? 1 : 0;
    }
    return added;
  }
}
