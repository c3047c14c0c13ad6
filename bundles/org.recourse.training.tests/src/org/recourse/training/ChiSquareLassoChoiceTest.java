/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.recourse.inference.training.FeaturePreparation;
import org.recourse.inference.training.TrainingCase;
import org.recourse.training.cohort.TrainingCohort;

class ChiSquareLassoChoiceTest {

  @Test
  void takes32OfEverySequenceAndWhatGoesWithTheOutcomeIsAmongThem() {
    TrainingCohort cohort = TestCohort.of(90, 50, true);
    List<TrainingCase> scaled = FeaturePreparation.fit(cohort.cases()).scaled(cohort.cases());

    List<Integer> chosen = ChiSquareLassoChoice.ofNames(cohort.featureNames()).of(scaled);

    assertEquals(96, chosen.size());
    assertEquals(chosen.stream().sorted().distinct().toList(), chosen);
    for (int sequence = 0; sequence < 3; sequence++) {
      int from = sequence * 50;
      assertTrue(chosen.contains(from), "the first of sequence " + sequence);
      assertEquals(32, chosen.stream().filter(i -> i >= from && i < from + 50).count());
    }
  }

  @Test
  void asManyAsTheNetworkTakesAreAllTaken() {
    TrainingCohort cohort = TestCohort.of(30, 32, true);

    assertEquals(
        IntStream.range(0, 96).boxed().toList(),
        ChiSquareLassoChoice.ofNames(cohort.featureNames()).of(cohort.cases()));
  }

  /** Without both outcomes there is nothing to go by; the answer is still one. */
  @Test
  void oneOutcomeOnlyIsNoFailure() {
    TrainingCohort cohort = TestCohort.of(40, 40, true);
    List<TrainingCase> without = cohort.cases().stream().filter(one -> !one.event()).toList();

    assertEquals(96, ChiSquareLassoChoice.ofNames(cohort.featureNames()).of(without).size());
  }

  /** Quarters of 8 patients with 2 each, events in the upper half: chi-square 8, 3 degrees. */
  @Test
  void screeningFollowsItsWorkedExample() {
    double[] values = {1, 2, 3, 4, 5, 6, 7, 8};
    boolean[] events = {false, false, false, false, true, true, true, true};

    assertEquals(0.0460117057, ChiSquareLassoChoice.pValue(values, events), 1e-9);
    assertEquals(1, ChiSquareLassoChoice.pValue(new double[8], events));
  }
}
