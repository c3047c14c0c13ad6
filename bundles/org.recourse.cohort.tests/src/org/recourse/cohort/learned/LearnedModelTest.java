/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cohort.learned;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recourse.cohort.evaluation.Endpoint;
import org.recourse.cohort.evaluation.MadeUpCohort;
import org.recourse.cohort.evaluation.PreparedCohort;
import org.recourse.cohort.evaluation.StudyFacts;
import org.recourse.inference.model.ModelPackageException;
import org.recourse.inference.model.ModelPackageReader;
import org.recourse.learning.classifier.LogisticClassifier;
import org.recourse.learning.classifier.RandomForest;
import org.recourse.learning.performance.Recalibration;
import org.recourse.learning.pipeline.CorrelationFilter;
import org.recourse.learning.pipeline.NotFittedException;
import org.recourse.learning.pipeline.Pipeline;
import org.recourse.learning.pipeline.RecursiveElimination;
import org.recourse.learning.pipeline.Standardisation;
import org.recourse.learning.sample.ScoredOutcomes;
import org.recourse.learning.validation.LeakageAudit;

class LearnedModelTest {

  private static final Endpoint ENDPOINT = Endpoint.ever("necrosis");
  private static final Pipeline FOREST =
      Pipeline.of(
          new RandomForest(15, 3, 3),
          new Standardisation(),
          new CorrelationFilter(0.9),
          new RecursiveElimination(4, 1));

  @TempDir Path folder;

  @Test
  void isTheSameAfterWritingAndReading() throws Exception {
    var made = new MadeUpCohort(8, 1, 1);
    PreparedCohort cohort = made.patients(90, 0, 40, 3);
    PreparedCohort.Sample training = cohort.split("train").sample(made.names(), ENDPOINT);
    LearnedScore score = Procedure.harmonised(FOREST).fit(training, 1);
    LearnedModel model = model(score, training);

    new LearnedModelPackage(model, training.set(), facts(cohort)).write(folder);

    LearnedModel read =
        LearnedModelPackage.read(
            new ModelPackageReader().read(folder.resolve(model.id()), new NullProgressMonitor()));
    assertEquals(model.facts(), read.facts());
    assertEquals(model.threshold(), read.threshold(), 0);
    assertEquals(model.recalibration(), read.recalibration());
    assertEquals(score.inputs(), read.score().inputs());
    PreparedCohort.Sample test = cohort.split("test").sample(made.names(), ENDPOINT);
    assertSame(score.adaptedTo(test).scores(test), read.score().adaptedTo(test).scores(test));
  }

  @Test
  void refusesADamagedModel() {
    assertThrows(IllegalArgumentException.class, () -> LearnedModelJson.of("{}"));
    assertThrows(
        IllegalArgumentException.class,
        () -> LearnedModelJson.of("{\"schema\":\"recourse/learned-model/2\"}"));
    assertThrows(
        ModelPackageException.class,
        () -> new ModelPackageReader().read(folder, new NullProgressMonitor()));
  }

  @Test
  void asksForTheFewFeaturesThatReachTheClassifier() throws NotFittedException {
    var made = new MadeUpCohort(8, 1, 0);
    PreparedCohort.Sample training = made.patients(90, 0, 0, 3).sample(made.names(), ENDPOINT);
    Pipeline.Fitted fitted = FOREST.fit(training.set(), 1);

    LearnedScore slim = SlimPipeline.of(made.names(), fitted);

    assertEquals(4, slim.inputs().size());
    PreparedCohort.Sample few = training.features(slim.inputs());
    for (int i = 0; i < few.set().size(); i++) {
      assertEquals(fitted.score(training.set().row(i)), slim.score(few.set().row(i), ""), 0);
    }
  }

  @Test
  void refusesANewCentreWithFourPatients() throws NotFittedException {
    var made = new MadeUpCohort(8, 1, 1);
    PreparedCohort cohort = made.patients(90, 0, 8, 3); // four of each new centre
    LearnedScore score =
        Procedure.harmonised(Pipeline.of(LogisticClassifier.unpenalised(), new Standardisation()))
            .fit(cohort.split("train").sample(made.names(), ENDPOINT), 1);
    PreparedCohort.Sample test = cohort.split("test").sample(made.names(), ENDPOINT);

    NotFittedException refusal =
        assertThrows(NotFittedException.class, () -> score.adaptedTo(test));
    assertTrue(refusal.getMessage().contains("4"), refusal.getMessage());
  }

  /** A real signal is found, and none is found in permuted outcomes of the same patients. */
  @Test
  void auditsTheWholeProcedure() throws NotFittedException {
    var made = new MadeUpCohort(8, 1.5, 0);
    PreparedCohort.Sample patients = made.patients(150, 0, 0, 4).sample(made.names(), ENDPOINT);

    LeakageAudit audit =
        ProcedureValidation.audit(
            patients, Procedure.of(FOREST), 3, 12, 5, KeptScores.NONE, new NullProgressMonitor());

    assertEquals(12, audit.permutationCount());
    assertTrue(audit.passes(), audit.toString());
  }

  private static void assertSame(ScoredOutcomes first, ScoredOutcomes second) {
    for (int i = 0; i < first.size(); i++) {
      assertEquals(first.score(i), second.score(i), 0);
    }
  }

  private static StudyFacts facts(PreparedCohort cohort) {
    return StudyFacts.of(cohort, "train", true, false, false, false, false);
  }

  private static LearnedModel model(LearnedScore score, PreparedCohort.Sample training) {
    return new LearnedModel(
        "test.model",
        "A model",
        "recurrence",
        score,
        0.25,
        Optional.of(new Recalibration(-1.5, 2, 0.3)),
        new TrainingFacts(
            ENDPOINT,
            training.set().size(),
            training.set().eventCount(),
            List.of("A", "B"),
            true,
            FOREST.description(),
            1,
            List.of("AUC 0.7")));
  }
}
