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

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.recourse.cohort.cases.CohortPatient;
import org.recourse.cohort.evaluation.PreparedCohort;
import org.recourse.learning.classifier.NearestNeighbours;
import org.recourse.learning.pipeline.Learner;
import org.recourse.learning.pipeline.NotFittedException;
import org.recourse.learning.pipeline.Standardisation;
import org.recourse.learning.pipeline.TrainingSet;
import org.recourse.learning.sample.ScoredOutcomes;
import org.recourse.learning.validation.StratifiedFolds;

class SharedStepsTest {

  private static final List<Learner> LEARNER = List.of(new NearestNeighbours(3));

  private final SharedSteps steps = new SharedSteps(List.of(new Standardisation()), 0);

  /** With eight patients of a centre, most deals in three folds leave fewer than five in one. */
  @Test
  void aSmallCentreIsKeptInEveryFold() throws Exception {
    PreparedCohort.Sample patients = patients(40, 8);
    int troubled = 0;
    for (long seed = 0; seed < 20; seed++) {
      troubled += leavesTooFew(patients, seed) ? 1 : 0;

      List<ScoredOutcomes> scores =
          steps.outOfFold(patients, LEARNER, 3, seed, new NullProgressMonitor());

      assertEquals(48, scores.getFirst().size());
    }
    assertTrue(troubled > 3, "the test needs deals that leave too few: " + troubled);
  }

  @Test
  void aCentreThatNoDealCanKeepIsNamed() {
    PreparedCohort.Sample patients = patients(40, 5);

    NotFittedException refusal =
        assertThrows(
            NotFittedException.class,
            () -> steps.outOfFold(patients, LEARNER, 3, 1, new NullProgressMonitor()));
    assertTrue(refusal.getMessage().contains("centre B"), refusal.getMessage());
  }

  private static boolean leavesTooFew(PreparedCohort.Sample patients, long seed) {
    StratifiedFolds folds = StratifiedFolds.of(patients.set().events(), 3, seed);
    for (int k = 0; k < 3; k++) {
      int kept = 0;
      for (int i : folds.trainingPatients(k)) {
        kept += patients.centres().get(i).equals("B") ? 1 : 0;
      }
      if (kept < 5) {
        return true;
      }
    }
    return false;
  }

  private static PreparedCohort.Sample patients(int ofA, int ofB) {
    var random = new Random(3);
    List<CohortPatient> patients = new ArrayList<>();
    double[][] rows = new double[ofA + ofB][3];
    boolean[] events = new boolean[ofA + ofB];
    for (int i = 0; i < rows.length; i++) {
      String centre = i < ofA ? "A" : "B";
      patients.add(new CohortPatient("p" + i, centre, "train", "", Map.of(), Map.of()));
      for (int j = 0; j < 3; j++) {
        rows[i][j] = random.nextGaussian();
      }
      events[i] = i % 3 == 0;
    }
    return new PreparedCohort.Sample(
        patients, new TrainingSet(List.of("x", "y", "z"), rows, events));
  }
}
