/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cohort.multiomics;

import java.util.Comparator;
import java.util.stream.IntStream;
import org.recourse.learning.comparison.ContingencyTest;
import org.recourse.learning.pipeline.ChosenFeatures;
import org.recourse.learning.pipeline.FittedTransform;
import org.recourse.learning.pipeline.NotFittedException;
import org.recourse.learning.pipeline.TrainingSet;
import org.recourse.learning.pipeline.Transform;
import org.recourse.learning.sample.Ranks;

/**
 * Keeps features whose classes of equal frequency and the outcome are dependent by Pearson's
 * chi-square test, smallest p first, and at least a stated number.
 *
 * @param classCount classes a feature is cut into by its mid-ranks, at least 2
 * @param greatestPValue limit, above 0
 * @param leastFeatures so many are kept even beyond the limit
 */
public record ChiSquareScreening(int classCount, double greatestPValue, int leastFeatures)
    implements Transform {

  public ChiSquareScreening {
    if (classCount < 2 || !(greatestPValue > 0) || leastFeatures < 1) {
      throw new IllegalArgumentException(
          classCount + " classes, p " + greatestPValue + ", at least " + leastFeatures);
    }
  }

  @Override
  public String description() {
    return "chi-square in "
        + classCount
        + " classes p < "
        + greatestPValue
        + ", at least "
        + leastFeatures;
  }

  @Override
  public FittedTransform fit(TrainingSet training, long seed) throws NotFittedException {
    double[] p = new double[training.featureCount()];
    for (int j = 0; j < p.length; j++) {
      p[j] = pValue(training.column(j), training.events());
    }
    int[] ranked =
        IntStream.range(0, p.length)
            .boxed()
            .sorted(Comparator.comparingDouble(j -> p[j]))
            .mapToInt(Integer::intValue)
            .toArray();
    int kept = (int) IntStream.of(ranked).filter(j -> p[j] < greatestPValue).count();
    return new ChosenFeatures(
        training,
        java.util.Arrays.copyOf(ranked, Math.min(p.length, Math.max(kept, leastFeatures))));
  }

  /** 1 for a feature that does not vary over the classes. */
  double pValue(double[] value, boolean[] event) {
    double[] rank = Ranks.midRanks(value);
    long[][] count = new long[classCount][2];
    for (int i = 0; i < value.length; i++) {
      int own = Math.min(classCount - 1, (int) ((rank[i] - 0.5) / value.length * classCount));
      count[own][event[i] ? 1 : 0]++;
    }
    long[][] filled =
        java.util.Arrays.stream(count).filter(row -> row[0] + row[1] > 0).toArray(long[][]::new);
    long events = java.util.Arrays.stream(filled).mapToLong(row -> row[1]).sum();
    boolean both = events > 0 && events < value.length;
    return filled.length < 2 || !both ? 1 : ContingencyTest.chiSquarePValue(filled);
  }
}
