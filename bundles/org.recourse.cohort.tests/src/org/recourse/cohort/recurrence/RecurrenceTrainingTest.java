/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cohort.recurrence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.recourse.cohort.evaluation.CellMetric;
import org.recourse.cohort.evaluation.MadeUpCohort;
import org.recourse.cohort.evaluation.PreparedCohort;
import org.recourse.cohort.evaluation.ReportTable;
import org.recourse.cohort.evaluation.TableCell;
import org.recourse.cohort.learned.SystemResult;

class RecurrenceTrainingTest {

  private static final RecurrenceTraining QUICK =
      new RecurrenceTraining(RecurrenceSettings.quick(3));

  private final MadeUpCohort made = new MadeUpCohort(8, 2, 2);
  private final PreparedCohort cohort = made.patients(150, 60, 0, 21);

  @Test
  void makesThirtyModelsAndBothTables() throws Exception {
    SystemResult result = QUICK.run(made.withDeepFeatures(cohort, 6, 5), new NullProgressMonitor());

    assertEquals(30, result.models().size());
    assertEquals(30, result.models().stream().map(m -> m.id()).distinct().count());
    assertEquals(30, result.audits().size());
    List<TableCell> validation =
        result.cells().stream()
            .filter(c -> c.sample().equals("validation") && c.metric() == CellMetric.AUC)
            .toList();
    assertEquals(30, validation.size());
    assertTrue(validation.stream().allMatch(c -> c.published().isPresent()));
    TableCell best =
        validation.stream()
            .filter(c -> c.table().equals("hu2025/table4") && c.row().equals("Model II-RF"))
            .findFirst()
            .orElseThrow();
    assertEquals(0.87, best.published().getAsDouble(), 0); // table 4 of the paper
    assertTrue(best.measured().asOptional().orElseThrow() > 0.6, best.toString());
  }

  @Test
  void takesOutWhatCentresDiffer() throws Exception {
    SystemResult result = QUICK.run(cohort, new NullProgressMonitor());

    ReportTable test =
        result.tables().stream()
            .filter(t -> t.title().startsWith("T2: differences"))
            .findFirst()
            .orElseThrow();
    assertEquals("< 0.001", test.rows().get(0).get(3));
    assertTrue(Double.parseDouble(test.rows().get(1).get(3)) > 0.5, test.rows().toString());
  }

  @Test
  void leavesOutACentreThatIsTooSmallToHarmonise() throws Exception {
    var patients = new java.util.ArrayList<>(cohort.patients().patients());
    for (int i = 0; i < 4; i++) {
      var p = patients.get(i);
      patients.set(
          i,
          new org.recourse.cohort.cases.CohortPatient(
              p.id(), "small", p.split(), p.caseFolder(), p.clinical(), p.outcomes()));
    }
    var withSmall =
        new PreparedCohort(
            new org.recourse.cohort.cases.CohortTable(patients),
            cohort.features(),
            cohort.readings(),
            true);

    SystemResult result = QUICK.run(withSmall, new NullProgressMonitor());

    assertEquals(10, result.models().size());
    assertTrue(
        result.findings().stream().anyMatch(f -> f.text().contains("The centre small has 4")));
    assertEquals(146, result.scores().getFirst().scores().size());
  }

  @Test
  void saysThatThereAreNoDeepFeatures() throws Exception {
    SystemResult result = QUICK.run(cohort, new NullProgressMonitor());

    assertEquals(10, result.models().size());
    assertTrue(result.findings().stream().anyMatch(f -> f.text().contains("supply a network")));
    assertFalse(result.cells().stream().anyMatch(c -> c.row().contains("Model II")));
  }
}
