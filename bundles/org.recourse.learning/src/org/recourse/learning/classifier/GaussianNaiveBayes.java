/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.learning.classifier;

import org.recourse.learning.pipeline.Classifier;
import org.recourse.learning.pipeline.Learner;
import org.recourse.learning.pipeline.NotFittedException;
import org.recourse.learning.pipeline.TrainingSet;

/**
 * Naive Bayes with a normal distribution per feature and outcome; the score is the log odds.
 *
 * <p>Variances have divisor n and are widened by 1e-9 of the greatest variance of any feature, as
 * in scikit-learn, so that a feature without variation within an outcome stays usable.
 */
public record GaussianNaiveBayes() implements Learner {

  private static final double WIDENING = 1e-9;

  @Override
  public String description() {
    return "Gaussian naive Bayes";
  }

  @Override
  public Classifier fit(TrainingSet training, long seed) throws NotFittedException {
    int events = training.eventCount();
    if (events == 0 || events == training.size()) {
      throw new NotFittedException("All training patients have the same outcome.");
    }
    int features = training.featureCount();
    double widest = 0;
    for (int j = 0; j < features; j++) {
      widest = Math.max(widest, variance(training.column(j)));
    }
    if (widest == 0) {
      throw new NotFittedException("The training patients do not differ in any feature.");
    }
    double[][] mean = new double[2][features];
    double[][] variance = new double[2][features];
    for (int j = 0; j < features; j++) {
      for (int outcome = 0; outcome < 2; outcome++) {
        double[] values = valuesOf(training, j, outcome == 1);
        mean[outcome][j] = java.util.Arrays.stream(values).average().orElseThrow();
        variance[outcome][j] = variance(values) + WIDENING * widest;
      }
    }
    double prior = Math.log(events / (double) (training.size() - events));
    return new GaussianOdds(prior, mean, variance);
  }

  private static double[] valuesOf(TrainingSet training, int feature, boolean outcome) {
    double[] column = training.column(feature);
    return java.util.stream.IntStream.range(0, column.length)
        .filter(i -> training.event(i) == outcome)
        .mapToDouble(i -> column[i])
        .toArray();
  }

  private static double variance(double[] values) {
    double mean = java.util.Arrays.stream(values).average().orElse(0);
    return java.util.Arrays.stream(values).map(v -> (v - mean) * (v - mean)).average().orElse(0);
  }
}
