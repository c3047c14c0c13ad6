/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.cohort.internal.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.recourse.cohort.cases.CohortPatient;
import org.recourse.cohort.cases.CohortTable;
import org.recourse.cohort.cases.FeatureTable;
import org.recourse.cohort.cases.PatientOutcome;
import org.recourse.cohort.evaluation.PreparedCohort;
import org.recourse.cohort.learned.SystemResult;
import org.recourse.cohort.tables.CohortFolder;
import org.recourse.learning.sample.ScoredOutcomes;
import org.recourse.ui.cohort.internal.EvaluatedModel;
import org.recourse.ui.cohort.internal.Evaluation;
import org.recourse.ui.cohort.internal.OpenCohort;

class SystemEvaluationTest {

  private static final double[] TRAINING = {0.1, 0.9, 0.3, 0.7, 0.2, 0.4, 0.8, 0.6};
  private static final boolean[] TRAINING_EVENT = {
    false, true, false, true, false, true, true, false
  };
  private static final double[] TEST = {0.2, 0.85, 0.65};
  private static final boolean[] TEST_EVENT = {false, true, false};

  private static Evaluation evaluation() {
    List<CohortPatient> patients = new ArrayList<>();
    add(patients, "train", TRAINING_EVENT);
    add(patients, "test", TEST_EVENT);
    var cohort =
        new PreparedCohort(
            new CohortTable(patients),
            new FeatureTable(List.of(), List.of(), new double[0][]),
            List.of(),
            true);
    var result =
        new SystemResult(
            "signature",
            List.of(),
            List.of(scores("train", TRAINING, TRAINING_EVENT), scores("test", TEST, TEST_EVENT)),
            List.of(),
            List.of(),
            List.of(),
            List.of());
    return SystemEvaluation.of(
        result,
        new OpenCohort(
            Path.of("cohort"), new CohortFolder(cohort, Optional.empty(), Map.of()), List.of()),
        "necrosis");
  }

  private static void add(List<CohortPatient> patients, String split, boolean[] event) {
    for (int i = 0; i < event.length; i++) {
      patients.add(
          new CohortPatient(
              split + i,
              "centre",
              split,
              "",
              Map.of(),
              Map.of("necrosis", new PatientOutcome(event[i], i + 1))));
    }
  }

  private static SystemResult.ModelScores scores(String split, double[] score, boolean[] event) {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < score.length; i++) {
      ids.add(split + i);
    }
    return new SystemResult.ModelScores("m", split, ids, new ScoredOutcomes(score, event));
  }

  @Test
  void everySampleIsShownAndNamed() {
    Evaluation evaluation = evaluation();

    assertTrue(evaluation.synthetic());
    assertEquals(
        List.of("m, train (out of fold)", "m, test"),
        evaluation.models().stream().map(model -> model.scores().name()).toList());
  }

  /** The same for every sample; recalibration keeps the order of patients. */
  @Test
  void theThresholdComesFromTrainingPatients() {
    List<EvaluatedModel> models = evaluation().models();

    assertEquals(models.get(0).threshold(), models.get(1).threshold(), 0);
    ScoredOutcomes test = models.get(1).scores().scores();
    assertTrue(models.get(1).scores().probabilities());
    assertTrue(test.score(0) < test.score(2) && test.score(2) < test.score(1));
    for (int i = 0; i < test.size(); i++) {
      assertTrue(test.score(i) > 0 && test.score(i) < 1);
    }
  }

  @Test
  void patientsFallIntoTwoGroupsAtTheThreshold() {
    EvaluatedModel training = evaluation().models().get(0);

    assertEquals(2, training.groups().size());
    assertEquals(
        TRAINING.length,
        training.groups().get(0).followUp().size() + training.groups().get(1).followUp().size());
  }
}
