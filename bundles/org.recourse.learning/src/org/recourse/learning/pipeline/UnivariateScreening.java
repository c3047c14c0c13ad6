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
import org.recourse.learning.regression.LogisticRegression;

/**
 * Keeps features whose univariate logistic regression has a Wald p-value below a limit, smallest
 * first. A feature that alone separates the outcomes has no finite estimate; it is kept first,
 * since no feature tells more on these patients.
 *
 * @param greatestPValue limit, above 0, at most 1
 */
public record UnivariateScreening(double greatestPValue) implements Transform {

  public UnivariateScreening {
    if (!(greatestPValue > 0 && greatestPValue <= 1)) {
      throw new IllegalArgumentException("a p-value limit is in (0, 1]: " + greatestPValue);
    }
  }

  @Override
  public String description() {
    return "univariate logistic p < " + greatestPValue;
  }

  @Override
  public FittedTransform fit(TrainingSet training, long seed) throws NotFittedException {
    double[] pValue = new double[training.featureCount()];
    for (int j = 0; j < pValue.length; j++) {
      pValue[j] = pValue(training, j);
    }
    int[] chosen =
        IntStream.range(0, pValue.length)
            .filter(j -> pValue[j] < greatestPValue)
            .boxed()
            .sorted((a, b) -> Double.compare(pValue[a], pValue[b]))
            .mapToInt(Integer::intValue)
            .toArray();
    return new ChosenFeatures(training, chosen);
  }

  private static double pValue(TrainingSet training, int feature) {
    double[] column = training.column(feature);
    double least = java.util.Arrays.stream(column).min().orElseThrow();
    double greatest = java.util.Arrays.stream(column).max().orElseThrow();
    if (least == greatest) {
      return 1;
    }
    double[][] x = new double[column.length][1];
    for (int i = 0; i < x.length; i++) {
      x[i][0] =
          (column[i] - least) / (greatest - least); // the p-value does not depend on the scale
    }
    return switch (LogisticRegression.fit(x, training.events())) {
      case LogisticRegression.Converged fit -> fit.waldPValue(1);
      case LogisticRegression.NotConverged separated -> 0;
    };
  }
}
