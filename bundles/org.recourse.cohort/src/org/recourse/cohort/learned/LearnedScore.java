/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cohort.learned;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.recourse.cohort.cases.CohortPatient;
import org.recourse.cohort.evaluation.PreparedCohort;
import org.recourse.learning.harmonisation.ComBat;
import org.recourse.learning.pipeline.Classifier;
import org.recourse.learning.pipeline.NotFittedException;
import org.recourse.learning.sample.ScoredOutcomes;

/**
 * What a procedure fits: features of a patient to a score, harmonised by centre where the procedure
 * does so. Immutable.
 *
 * @param inputs names of the features, in the order of a row
 * @param harmonisation applied first, to as many leading columns as it knows; clinical values stand
 *     behind them
 * @param classifier takes the row
 */
public record LearnedScore(
    List<String> inputs, Optional<ComBat> harmonisation, Classifier classifier) {

  private static final double[] NO_COVARIATES = {};

  public LearnedScore {
    Objects.requireNonNull(harmonisation, "harmonisation");
    Objects.requireNonNull(classifier, "classifier");
    inputs = List.copyOf(inputs);
  }

  /**
   * The score of one patient.
   *
   * @throws NotFittedException if the centre is not known to the harmonisation
   */
  public double score(double[] row, String centre) throws NotFittedException {
    return classifier.score(harmonised(harmonisation, row, centre));
  }

  /** The leading columns of a row harmonised, those that the harmonisation does not know as is. */
  static double[] harmonised(Optional<ComBat> harmonisation, double[] row, String centre)
      throws NotFittedException {
    if (harmonisation.isEmpty()) {
      return row;
    }
    int known = harmonisation.get().featureCount();
    double[] given =
        harmonisation.get().apply(java.util.Arrays.copyOf(row, known), centre, NO_COVARIATES);
    double[] all = java.util.Arrays.copyOf(given, row.length);
    System.arraycopy(row, known, all, known, row.length - known);
    return all;
  }

  /** Scores and outcomes of a sample that has these inputs. */
  public ScoredOutcomes scores(PreparedCohort.Sample sample) throws NotFittedException {
    double[] score = new double[sample.set().size()];
    for (int i = 0; i < score.length; i++) {
      score[i] = score(sample.set().row(i), sample.patients().get(i).centre());
    }
    return new ScoredOutcomes(score, sample.set().events());
  }

  /**
   * The same score for a sample whose centres the harmonisation may not know: each of them is added
   * from its own patients of the sample, without their outcomes.
   *
   * @throws NotFittedException if a new centre has too few patients
   */
  public LearnedScore adaptedTo(PreparedCohort.Sample sample) throws NotFittedException {
    if (harmonisation.isEmpty()) {
      return this;
    }
    ComBat adapted = harmonisation.get();
    Map<String, List<double[]>> rowsOfCentre = new LinkedHashMap<>();
    for (int i = 0; i < sample.set().size(); i++) {
      CohortPatient patient = sample.patients().get(i);
      if (!adapted.centres().contains(patient.centre())) {
        rowsOfCentre
            .computeIfAbsent(patient.centre(), centre -> new ArrayList<>())
            .add(java.util.Arrays.copyOf(sample.set().row(i), adapted.featureCount()));
      }
    }
    for (Map.Entry<String, List<double[]>> centre : rowsOfCentre.entrySet()) {
      double[][] rows = centre.getValue().toArray(double[][]::new);
      adapted = adapted.withCentre(centre.getKey(), rows, new double[rows.length][0]);
    }
    return new LearnedScore(inputs, Optional.of(adapted), classifier);
  }
}
