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
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.recourse.cohort.evaluation.MadeUpCohort;
import org.recourse.cohort.evaluation.PreparedCohort;
import org.recourse.cohort.evaluation.ProbabilityQuality;
import org.recourse.cohort.multiomics.DoseVolumes;
import org.recourse.cohort.multiomics.LinearTrainer;
import org.recourse.cohort.multiomics.MultiOmicsSettings;
import org.recourse.cohort.multiomics.MultiOmicsTraining;
import org.recourse.cohort.multiomics.NetworkKind;
import org.recourse.inference.training.TrainingListener;
import org.recourse.inference.training.TrainingRequest;
import org.recourse.learning.performance.Recalibration;
import org.recourse.learning.sample.ScoredOutcomes;

class NecrosisCampaignTest {

  private static final int LEARNED = 100;
  private static final int KEPT = 70;
  private static final int TEST = 60;
  private static final int FOLDS = 3;

  private final PreparedCohort cohort =
      new MadeUpCohort(36, 1.5, 0).patients(LEARNED + KEPT + TEST, 0, 0, 31);
  private final LinearTrainer trainer = new LinearTrainer();
  private final MultiOmicsTraining training =
      new MultiOmicsTraining(
          MultiOmicsSettings.coarse(4, 1).withValidation(FOLDS, 0),
          trainer,
          DoseVolumes.NONE,
          Optional.empty(),
          TrainingListener.NONE);

  /** Both slopes against the plain definition, from scores that are made here once more. */
  @Test
  void recalibratesOnKeptPatientsAndOutOfFold() throws Exception {
    NecrosisCampaign.Point point = campaign(true).points().getFirst();

    PreparedCohort.Sample all =
        cohort.sample(cohort.sequenceFeatures("T1"), training.settings().endpoint());
    PreparedCohort.Sample learned = part(all, 0, LEARNED);
    ScoredOutcomes kept = scored(learned, part(all, LEARNED, LEARNED + KEPT));
    ScoredOutcomes test = scored(learned, part(all, LEARNED + KEPT, LEARNED + KEPT + TEST));
    ScoredOutcomes outOfFold = training.outOfFold(NetworkKind.T1, learned, "again", null);
    assertEquals(KEPT, point.slopes().keptCount());
    assertEquals(slope(kept, test), point.slopes().kept().asOptional().orElseThrow(), 1e-9);
    assertEquals(
        slope(outOfFold, test), point.slopes().outOfFold().asOptional().orElseThrow(), 1e-9);
  }

  @Test
  void trainsInEachFoldOnlyWhereItIsAskedFor() throws Exception {
    NecrosisCampaign.Point point = campaign(false).points().getFirst();

    assertEquals(1, trainer.requests.size());
    assertTrue(point.slopes().outOfFold().asOptional().isEmpty());
    campaign(true);
    assertEquals(1 + 1 + FOLDS, trainer.requests.size());
  }

  @Test
  void noKeptOrTestPatientComesToTheTrainer() throws Exception {
    campaign(true);

    Set<String> learned =
        IntStream.range(0, LEARNED).mapToObj(i -> "p" + i).collect(Collectors.toSet());
    for (TrainingRequest request : trainer.requests) {
      request
          .training()
          .forEach(c -> assertTrue(patients(c.id()).allMatch(learned::contains), c.id()));
      request.validation().forEach(c -> assertTrue(learned.contains(c.id()), c.id()));
    }
  }

  /** The patient, or those between whom SMOTE has placed it. */
  private static Stream<String> patients(String id) {
    return Pattern.compile("p\\d+").matcher(id).results().map(MatchResult::group);
  }

  private NecrosisCampaign.Result campaign(boolean outOfFold) throws Exception {
    var step = new NecrosisCampaign.Step(NetworkKind.T1, LEARNED, outOfFold);
    return new NecrosisCampaign(
            training, List.of(step), KEPT, TEST, "reirradiationEqd2Gy", Optional.empty())
        .run(cohort, new NullProgressMonitor());
  }

  private ScoredOutcomes scored(PreparedCohort.Sample learned, PreparedCohort.Sample others)
      throws Exception {
    return training.trainAndScore(NetworkKind.T1, learned, others, "again", null);
  }

  private static double slope(ScoredOutcomes recalibration, ScoredOutcomes test) throws Exception {
    return ProbabilityQuality.of(
            ProbabilityQuality.probabilities(test, Recalibration.of(recalibration)))
        .slope()
        .asOptional()
        .orElseThrow();
  }

  private static PreparedCohort.Sample part(PreparedCohort.Sample all, int from, int to) {
    return all.chosen(IntStream.range(from, to).toArray());
  }
}
