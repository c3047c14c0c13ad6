/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.learning.pipeline;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hipparchus.stat.descriptive.DescriptiveStatistics;

/** Each feature minus its training mean, over its training standard deviation (divisor n − 1). */
public final class Standardisation implements Transform {

  @Override
  public String description() {
    return "z-scores";
  }

  @Override
  public FittedTransform fit(TrainingSet training, long seed) throws NotFittedException {
    double[] mean = new double[training.featureCount()];
    double[] deviation = new double[mean.length];
    for (int j = 0; j < mean.length; j++) {
      var statistics = new DescriptiveStatistics(training.column(j));
      mean[j] = statistics.getMean();
      deviation[j] = statistics.getStandardDeviation();
      if (!(deviation[j] > 0)) {
        throw new NotFittedException(
            "The feature "
                + training.featureNames().get(j)
                + " is the same for every training patient and has no z-score.");
      }
    }
    return new Fitted(training.featureNames(), mean, deviation);
  }

  static FittedTransform of(FittedState state) {
    return new Fitted(state.texts("features"), state.values("mean"), state.values("deviation"));
  }

  private record Fitted(List<String> outputNames, double[] mean, double[] deviation)
      implements FittedTransform {

    @Override
    public Optional<FittedState> state() {
      return Optional.of(
          new FittedState(
              FittedTransforms.STANDARDISATION,
              Map.of("mean", mean, "deviation", deviation),
              Map.of("features", outputNames),
              List.of()));
    }

    @Override
    public double[] apply(double[] row) {
      double[] z = new double[row.length];
      for (int j = 0; j < z.length; j++) {
        z[j] = (row[j] - mean[j]) / deviation[j];
      }
      return z;
    }
  }
}
