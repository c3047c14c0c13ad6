/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.learning.pipeline;

import java.util.stream.IntStream;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.recourse.learning.penalised.ElasticNet;
import org.recourse.learning.penalised.PenaltyChoice;
import org.recourse.learning.penalised.Response;
import org.recourse.learning.validation.StratifiedFolds;

/**
 * Keeps the features with a coefficient in a logistic LASSO whose penalty is chosen by
 * cross-validation inside the training patients, strongest standardised coefficient first.
 *
 * @param foldCount folds of the inner cross-validation, at least 2
 * @param mostFeatures at most so many are kept, at least 1
 */
public record LassoSelection(int foldCount, int mostFeatures) implements Transform {

  public LassoSelection {
    if (foldCount < 2 || mostFeatures < 1) {
      throw new IllegalArgumentException(foldCount + " folds, " + mostFeatures + " features");
    }
  }

  @Override
  public String description() {
    return "LASSO, penalty by " + foldCount + "-fold cross-validation, at most " + mostFeatures;
  }

  @Override
  public FittedTransform fit(TrainingSet training, long seed) throws NotFittedException {
    int smaller = Math.min(training.eventCount(), training.size() - training.eventCount());
    if (smaller < foldCount) {
      throw new NotFittedException(
          "LASSO with "
              + foldCount
              + " folds needs as many patients of each outcome; one has "
              + smaller
              + ".");
    }
    double[][] x = training.rows();
    var response = new Response.Binary(training.events());
    var monitor = new NullProgressMonitor();
    double[] lambdas = ElasticNet.penalties(x, response, ElasticNet.Path.lasso());
    int[] fold = StratifiedFolds.of(training.events(), foldCount, seed).foldOfPatient();
    PenaltyChoice choice =
        PenaltyChoice.crossValidated(x, response, 1, lambdas, fold, foldCount, monitor);
    double[] path = java.util.Arrays.copyOf(lambdas, choice.leastIndex() + 1);
    double[] coefficients = ElasticNet.fit(x, response, 1, path, monitor).getLast().coefficients();
    int[] chosen =
        IntStream.range(0, coefficients.length)
            .filter(j -> coefficients[j] != 0)
            .boxed()
            .sorted(
                (a, b) ->
                    Double.compare(
                        strength(training, coefficients, b), strength(training, coefficients, a)))
            .limit(mostFeatures)
            .mapToInt(Integer::intValue)
            .toArray();
    return new ChosenFeatures(training, chosen);
  }

  private static double strength(TrainingSet training, double[] coefficients, int feature) {
    double[] column = training.column(feature);
    double mean = java.util.Arrays.stream(column).average().orElseThrow();
    double sum = java.util.Arrays.stream(column).map(v -> (v - mean) * (v - mean)).sum();
    return Math.abs(coefficients[feature]) * Math.sqrt(sum);
  }
}
