/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.learning.pipeline;

import java.util.Comparator;
import java.util.stream.IntStream;
import org.recourse.learning.sample.Ranks;

/**
 * Keeps the features that share most information with the outcome, most first.
 *
 * <p>A feature is cut into bins of equal frequency by its mid-ranks; mutual information is Σ p(b,
 * y) ln(p(b, y) / (p(b) p(y))), in nat, the plain plug-in estimate, which is too large by about
 * (bins − 1) / (2 n) for independent features; it serves for ranking only. Source: Cover and Thomas
 * 2006 (doi:10.1002/047174882X).
 *
 * @param binCount bins, at least 2
 * @param wantedFeatures features kept, at least 1
 */
public record MutualInformationRanking(int binCount, int wantedFeatures) implements Transform {

  public MutualInformationRanking {
    if (binCount < 2 || wantedFeatures < 1) {
      throw new IllegalArgumentException(binCount + " bins, " + wantedFeatures + " features");
    }
  }

  @Override
  public String description() {
    return wantedFeatures + " features of most mutual information, " + binCount + " bins";
  }

  @Override
  public FittedTransform fit(TrainingSet training, long seed) throws NotFittedException {
    double[] information = new double[training.featureCount()];
    for (int j = 0; j < information.length; j++) {
      information[j] = nats(training.column(j), training.events());
    }
    int[] ranked =
        IntStream.range(0, information.length)
            .boxed()
            .sorted(Comparator.comparingDouble(j -> -information[j]))
            .limit(wantedFeatures)
            .mapToInt(Integer::intValue)
            .toArray();
    return new ChosenFeatures(training, ranked);
  }

  /** Mutual information of one feature with the outcome, nat. */
  double nats(double[] value, boolean[] event) {
    double n = value.length;
    double[] rank = Ranks.midRanks(value);
    double[][] count = new double[binCount][2];
    double events = 0;
    for (int i = 0; i < value.length; i++) {
      int bin = Math.min(binCount - 1, (int) ((rank[i] - 0.5) / n * binCount));
      count[bin][event[i] ? 1 : 0]++;
      events += event[i] ? 1 : 0;
    }
    double[] outcome = {n - events, events};
    double sum = 0;
    for (double[] bin : count) {
      for (int y = 0; y < 2; y++) {
        if (bin[y] > 0) {
          sum += bin[y] / n * Math.log(bin[y] * n / ((bin[0] + bin[1]) * outcome[y]));
        }
      }
    }
    return sum;
  }
}
