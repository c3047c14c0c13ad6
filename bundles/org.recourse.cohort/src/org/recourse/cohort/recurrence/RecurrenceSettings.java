/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cohort.recurrence;

import java.util.List;
import org.recourse.cohort.evaluation.ClinicalVariable;
import org.recourse.cohort.evaluation.Endpoint;

/**
 * How the thirty models are made.
 *
 * @param sequences MR sequences, T1C and T2 in the paper
 * @param endpoint what is predicted
 * @param clinical clinical variables of Model III
 * @param leastIcc agreement a handcrafted feature must exceed
 * @param lassoFolds folds inside the LASSO
 * @param foldCount folds of the cross-validation that gives thresholds and recalibration
 * @param treeCount trees of the forests
 * @param permutationCount permutations of the leakage audit of each model; below three none
 * @param mostComponents principal components of the test for differences between centres
 * @param seed decides all choices
 */
public record RecurrenceSettings(
    List<String> sequences,
    Endpoint endpoint,
    List<ClinicalVariable> clinical,
    double leastIcc,
    int lassoFolds,
    int foldCount,
    int treeCount,
    int permutationCount,
    int mostComponents,
    long seed) {

  /** Age, sex, T and N stage, all that the paper had of every patient. */
  private static final List<ClinicalVariable> CLINICAL =
      List.of(
          new ClinicalVariable("ageYears", "age, years"),
          new ClinicalVariable("male", "sex (male)"),
          new ClinicalVariable("recurrentT", "T stage"),
          new ClinicalVariable("nStage", "N stage"));

  public RecurrenceSettings {
    sequences = List.copyOf(sequences);
    clinical = List.copyOf(clinical);
  }

  /** The choices of the paper; trees and permutations are ours. */
  public static RecurrenceSettings paper(long seed) {
    return new RecurrenceSettings(
        List.of("T1C", "T2"), Endpoint.ever("recurrence"), CLINICAL, 0.75, 10, 5, 300, 5, 5, seed);
  }

  /** Another number of permutations of the leakage audit; below 3 none. */
  public RecurrenceSettings withPermutations(int count) {
    return new RecurrenceSettings(
        sequences,
        endpoint,
        clinical,
        leastIcc,
        lassoFolds,
        foldCount,
        treeCount,
        count,
        mostComponents,
        seed);
  }

  /** A small one for tests and for {@code --quick}. */
  public static RecurrenceSettings quick(long seed) {
    return new RecurrenceSettings(
        List.of("T1C", "T2"), Endpoint.ever("recurrence"), CLINICAL, 0.75, 3, 3, 40, 3, 3, seed);
  }
}
