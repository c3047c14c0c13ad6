/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.learning.pipeline;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.stat.correlation.PearsonsCorrelation;

/**
 * Walks through the features in their order (so best first, after a ranking) and drops each whose
 * |r| with a kept one reaches a limit.
 *
 * @param greatestCorrelation limit of Pearson's |r|, above 0, at most 1; a feature at or above it
 *     is dropped
 */
public record CorrelationFilter(double greatestCorrelation) implements Transform {

  public CorrelationFilter {
    if (!(greatestCorrelation > 0 && greatestCorrelation <= 1)) {
      throw new IllegalArgumentException("a limit of |r| is in (0, 1]: " + greatestCorrelation);
    }
  }

  @Override
  public String description() {
    return "|r| < " + greatestCorrelation;
  }

  @Override
  public FittedTransform fit(TrainingSet training, long seed) throws NotFittedException {
    var correlation = new PearsonsCorrelation();
    List<double[]> columns = new ArrayList<>();
    List<Integer> kept = new ArrayList<>();
    for (int j = 0; j < training.featureCount(); j++) {
      double[] column = training.column(j);
      boolean free =
          columns.stream()
              .noneMatch(
                  other -> Math.abs(correlation.correlation(column, other)) >= greatestCorrelation);
      if (free) {
        columns.add(column);
        kept.add(j);
      }
    }
    return new ChosenFeatures(training, kept.stream().mapToInt(Integer::intValue).toArray());
  }
}
