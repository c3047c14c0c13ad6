/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.cohort.internal.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recourse.outcomes.registry.AnsweringModel;
import org.recourse.outcomes.registry.Assessment;
import org.recourse.outcomes.registry.FollowUp;
import org.recourse.outcomes.registry.OutcomeRegistry;
import org.recourse.outcomes.registry.RegistryAddress;
import org.recourse.outcomes.registry.Statement;

class RegistryAnswerTest {

  private static final LocalDate START = LocalDate.of(2024, 5, 1);

  @TempDir Path folder;

  private OutcomeRegistry registry() throws Exception {
    return OutcomeRegistry.open(
        new RegistryAddress.EmbeddedFile(folder.resolve("registry")), Clock.systemUTC());
  }

  @Test
  void anEmptyRegistrySaysWhatToDo() throws Exception {
    RegistryAnswer answer = RegistryAnswer.of(registry(), new RegistryQuestion("", "", 12, 3));

    assertEquals(
        "The registry is empty. Record the assessment of an open case, or a follow-up.",
        answer.sentence());
    assertEquals(List.of(), answer.monitoring().periods());
  }

  @Test
  void aTypedFollowUpMeetsTheAssessmentOfTheSamePatient() throws Exception {
    OutcomeRegistry registry = registry();
    registry.record(
        new Assessment(
            "r1",
            registry.pseudonym("NPC-7"),
            Instant.parse("2024-04-20T00:00:00Z"),
            START,
            "centre",
            new AnsweringModel("m", "1", ""),
            "necrosis",
            new Statement.Probability(0.25),
            true,
            false));
    var typed =
        new TypedFollowUp(
            " NPC-7 ", "necrosis", FollowUp.Status.FREE, START.plusDays(365), "endoscopy");
    registry.record(typed.in(registry));

    RegistryAnswer answer = RegistryAnswer.of(registry, new RegistryQuestion("", "", 12, 3));

    assertEquals("necrosis", answer.question().outcome());
    assertEquals("m", answer.question().modelId());
    assertEquals(1, answer.matching().followed().size());
    assertEquals(0.25, answer.monitoring().periods().get(0).expectedEvents(), 0);
  }

  @Test
  void refusesAFollowUpOfNobody() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new TypedFollowUp(" ", "necrosis", FollowUp.Status.FREE, START, ""));
    assertThrows(
        IllegalArgumentException.class,
        () -> new TypedFollowUp("A", "", FollowUp.Status.FREE, START, ""));
  }
}
