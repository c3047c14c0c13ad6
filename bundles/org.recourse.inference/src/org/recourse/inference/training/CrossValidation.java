/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.inference.training;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * What cross-validation came to. The scores are of patients that the scoring network had not seen,
 * at the natural incidence: SMOTE adds cases to training parts only.
 *
 * @param candidate what was trained
 * @param fits one a fold
 * @param scores out-of-fold scores in the order of the cases
 * @param events whether the outcome occurred, in the same order
 */
public record CrossValidation(
    Candidate candidate, List<FoldFit> fits, List<Double> scores, List<Boolean> events) {

  private static final double CUT_OFF = 0.5;

  public CrossValidation {
    Objects.requireNonNull(candidate, "candidate");
    fits = List.copyOf(fits);
    scores = List.copyOf(scores);
    events = List.copyOf(events);
  }

  /** Returns the area under the ROC curve of all out-of-fold scores. */
  public OptionalDouble auc() {
    return RocCurve.area(scores, events);
  }

  /** Returns the share of cases on the right side of a score of 0.5. */
  public double accuracyFraction() {
    long right =
        IntStream.range(0, scores.size())
            .filter(i -> scores.get(i) >= CUT_OFF == events.get(i))
            .count();
    return (double) right / scores.size();
  }

  /** Returns the mean cross-entropy of the out-of-fold scores. */
  public double loss() {
    double sum = 0;
    for (int i = 0; i < scores.size(); i++) {
      double right = events.get(i) ? scores.get(i) : 1 - scores.get(i);
      sum -= Math.log(Math.max(right, Double.MIN_NORMAL));
    }
    return sum / scores.size();
  }

  /** Returns the rounded mean of the epochs that the folds kept, at least one. */
  public int meanKeptEpoch() {
    double mean = fits.stream().mapToInt(fit -> fit.network().keptEpoch()).average().orElseThrow();
    return (int) Math.max(1, Math.round(mean));
  }

  /** Returns the one with the largest area; of equal ones that with the smaller loss. */
  public static CrossValidation best(List<CrossValidation> results) {
    return results.stream()
        .max(
            Comparator.comparingDouble((CrossValidation one) -> one.auc().orElse(0))
                .thenComparingDouble(one -> -one.loss()))
        .orElseThrow(() -> new IllegalArgumentException("no results"));
  }
}
