/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cohort.signature;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.recourse.learning.penalised.ElasticNet;
import org.recourse.learning.penalised.Response;
import org.recourse.learning.pipeline.ChosenFeatures;
import org.recourse.learning.pipeline.FittedTransform;
import org.recourse.learning.pipeline.NotFittedException;
import org.recourse.learning.pipeline.TrainingSet;
import org.recourse.learning.pipeline.Transform;

/**
 * Recursive elimination by a logistic regression with a nearly pure ridge penalty: fits it on
 * standardised features, drops the tenth (at least one) with the least coefficients, and goes on
 * until the wanted number is left; best first.
 *
 * @param wantedFeatures features left, at least 1
 */
public record LogisticElimination(int wantedFeatures) implements Transform {

  private static final double RIDGE = 0.02;
  private static final double MIXING = 0.05;

  public LogisticElimination {
    if (wantedFeatures < 1) {
      throw new IllegalArgumentException("at least one feature: " + wantedFeatures);
    }
  }

  @Override
  public String description() {
    return "recursive elimination by penalised logistic regression to " + wantedFeatures;
  }

  @Override
  public FittedTransform fit(TrainingSet training, long seed) throws NotFittedException {
    int[] left = IntStream.range(0, training.featureCount()).toArray();
    while (true) {
      TrainingSet current = training.transformed(new ChosenFeatures(training, left));
      double[] weight =
          ElasticNet.fit(
                  current.rows(),
                  new Response.Binary(current.events()),
                  MIXING,
                  new double[] {RIDGE},
                  LassoPath.PRECISION,
                  new NullProgressMonitor())
              .getFirst()
              .coefficients();
      int[] remaining = left;
      int[] ranked =
          IntStream.range(0, left.length)
              .boxed()
              .sorted(Comparator.comparingDouble(j -> -Math.abs(weight[j])))
              .mapToInt(j -> remaining[j])
              .toArray();
      if (ranked.length <= wantedFeatures) {
        return new ChosenFeatures(training, ranked);
      }
      left =
          Arrays.copyOf(
              ranked, Math.max(wantedFeatures, ranked.length - Math.max(1, ranked.length / 10)));
    }
  }
}
