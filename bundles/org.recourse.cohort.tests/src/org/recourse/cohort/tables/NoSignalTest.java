/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cohort.tables;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.recourse.cohort.evaluation.MadeUpCohort;
import org.recourse.cohort.evaluation.PreparedCohort;
import org.recourse.cohort.recurrence.RecurrenceSettings;
import org.recourse.cohort.recurrence.RecurrenceTraining;
import org.recourse.cohort.signature.SignatureOutcomes;
import org.recourse.cohort.signature.SignatureSettings;
import org.recourse.cohort.signature.SignatureTraining;

class NoSignalTest {

  /** m = n = 50: √(101 / 30000) · 2.575829 = 0.14946. */
  @Test
  void workedExampleOfTheInterval() {
    assertEquals(0.14946, NoSignal.halfWidth(50, 50, 1), 1e-5);
    assertTrue(NoSignal.halfWidth(50, 50, 20) > NoSignal.halfWidth(50, 50, 1));
  }

  /** Signature and recurrence models on cohorts whose strong signal was taken away. */
  @Test
  void nothingIsFoundWhereThereIsNothing() throws Exception {
    int cohorts = Boolean.getBoolean("recourse.full") ? 20 : 2;
    PreparedCohort all = new MadeUpCohort(6, 2, 0).patients(1000, 0, 0, 1);

    NoSignalCampaign.Result result =
        new NoSignalCampaign(cohorts, 120, 80, 1)
            .run(
                all,
                List.of(
                    (cohort, seed, monitor) ->
                        new SignatureTraining(
                                SignatureSettings.quick(seed), SignatureOutcomes.standard())
                            .run(cohort, monitor),
                    (cohort, seed, monitor) ->
                        new RecurrenceTraining(RecurrenceSettings.quick(seed))
                            .run(cohort, monitor)),
                new NullProgressMonitor());

    List<NoSignalCampaign.Row> rows = result.rows();
    assertTrue(rows.size() >= 10 * cohorts, "ten recurrence models and the signature");
    for (NoSignalCampaign.Row row : rows) {
      assertTrue(row.inside(), row.toString());
    }
    assertEquals(
        rows.stream().map(NoSignalCampaign.Row::model).distinct().count(),
        NoSignalCampaign.table(rows).rows().size());
    assertEquals(11, NoSignalCampaign.auditTable(result.audits()).rows().size());
  }

  @Test
  void noiseInThePlaceOfDeepFeaturesLetsAllThirtyModelsRun() throws Exception {
    PreparedCohort all = new MadeUpCohort(6, 2, 0).patients(200, 0, 0, 1);
    var folder = new CohortFolder(all, Optional.empty(), Map.of());

    NoSignalRun.Outcome outcome =
        new NoSignalRun(List.of("recurrence"), 1, 1, Optional.empty())
            .run(folder, new NullProgressMonitor());

    long models =
        outcome.shares().keySet().stream().filter(name -> name.endsWith("/meanAuc")).count();
    assertEquals(30, models);
    assertTrue(outcome.markdown().contains("T2/Model III-Adaboost"), outcome.markdown());
  }

  @Test
  void saysThatThereAreTooFewPatients() {
    PreparedCohort few = new MadeUpCohort(6, 2, 0).patients(150, 0, 0, 1);
    var folder = new CohortFolder(few, Optional.empty(), Map.of());

    IOException refusal =
        assertThrows(
            IOException.class,
            () ->
                new NoSignalRun(List.of("signature"), 1, 1, Optional.empty())
                    .run(folder, new NullProgressMonitor()));

    assertTrue(refusal.getMessage().contains("200 patients"), refusal.getMessage());
  }
}
