/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cohort.outcome;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recourse.cohort.cases.CohortTable;
import org.recourse.cohort.figure.Figure;
import org.recourse.outcomes.monitoring.FollowUpMatching;
import org.recourse.outcomes.monitoring.ProspectiveMonitoring;
import org.recourse.outcomes.registry.AnsweringModel;
import org.recourse.outcomes.registry.Assessment;
import org.recourse.outcomes.registry.FollowUp;
import org.recourse.outcomes.registry.OutcomeRegistry;
import org.recourse.outcomes.registry.RegistryAddress;
import org.recourse.outcomes.registry.Statement;

class RegistryCohortTest {

  private static final String NECROSIS = "nasopharyngeal necrosis";
  private static final LocalDate START = LocalDate.of(2024, 1, 1);
  private static final LocalDate TODAY = LocalDate.of(2026, 1, 1);

  @TempDir Path folder;

  private OutcomeRegistry registry() throws Exception {
    OutcomeRegistry registry =
        OutcomeRegistry.open(
            new RegistryAddress.EmbeddedFile(folder.resolve("registry")),
            Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC));
    say(registry, "a", "P1", 0.25);
    say(registry, "b", "P1", 0.75);
    say(registry, "c", "P2", 0.5);
    see(registry, "P1", FollowUp.Status.FREE, 100);
    see(registry, "P1", FollowUp.Status.OCCURRED, 487); // 16 months of 30.4375 days
    see(registry, "P2", FollowUp.Status.FREE, 30);
    see(registry, "P2", FollowUp.Status.DIED_WITHOUT, 400);
    return registry;
  }

  private static void say(OutcomeRegistry registry, String record, String patient, double fraction)
      throws Exception {
    registry.record(
        new Assessment(
            record,
            registry.pseudonym(patient),
            Instant.parse("2023-12-2" + (record.charAt(0) - 'a') + "T00:00:00Z"),
            START,
            "centre",
            new AnsweringModel("network", "1", "00"),
            NECROSIS,
            new Statement.Probability(fraction),
            true,
            false));
  }

  private static void see(
      OutcomeRegistry registry, String patient, FollowUp.Status status, int days) throws Exception {
    registry.record(
        FollowUp.of(registry.pseudonym(patient), NECROSIS, status, START.plusDays(days), "visit"));
  }

  @Test
  void aCohortHoldsTheLastStatementAndWhatCame() throws Exception {
    CohortTable table = RegistryCohort.of(registry(), NECROSIS, TODAY);

    assertEquals(2, table.size());
    assertEquals(Optional.of("0.75"), table.patient(0).clinicalText("said.network"));
    assertTrue(table.patient(0).outcome(NECROSIS).orElseThrow().event());
    assertEquals(16, table.patient(0).outcome(NECROSIS).orElseThrow().followUpMonths(), 1e-12);
    assertEquals(
        400 / 30.4375, table.patient(1).outcome(NECROSIS).orElseThrow().followUpMonths(), 1e-12);
  }

  @Test
  void anExportOfAFormerDayKnowsWhatWasKnownThen() throws Exception {
    CohortTable table = RegistryCohort.of(registry(), NECROSIS, START.plusDays(200));

    assertEquals(
        100 / 30.4375, table.patient(0).outcome(NECROSIS).orElseThrow().followUpMonths(), 1e-12);
    assertEquals(false, table.patient(0).outcome(NECROSIS).orElseThrow().event());
  }

  @Test
  void theExportIsReadBackAsACohort() throws Exception {
    CohortTable table = RegistryCohort.of(registry(), NECROSIS, TODAY);
    Path file = folder.resolve("cohort-2026-01-01.csv");
    table.write(file);

    assertEquals(table, CohortTable.read(file));
  }

  @Test
  void figuresShowObservedAndExpected() throws Exception {
    OutcomeRegistry registry = registry();
    FollowUpMatching matching =
        FollowUpMatching.of(
            registry.assessments(NECROSIS, Optional.of("network")),
            registry.followUps(NECROSIS),
            500);
    ProspectiveMonitoring monitoring = ProspectiveMonitoring.of(matching.followed(), 12);

    Figure calibration = RegistryFigures.calibration(monitoring);

    assertEquals(1, matching.diedBefore(), "P2 died before the horizon");
    assertEquals(0.75, calibration.curves().get(2).points().get(0).y(), 1e-15);
    assertEquals(1.0, calibration.curves().get(3).points().get(0).y(), 0);
    assertEquals(
        0.25, RegistryFigures.cumulative(monitoring).curves().get(2).points().get(0).y(), 1e-15);
    assertEquals(List.of(), RegistryFigures.discrimination(monitoring).curves().get(2).points());
    assertEquals(2024.0, calibration.x().lower(), 1e-12);
  }
}
