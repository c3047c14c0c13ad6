/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.learning.pipeline;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Synthetic minority over-sampling: new training rows of the rarer outcome, each on the line
 * between a patient and one of its nearest neighbours of the same outcome, until both outcomes are
 * equally frequent.
 *
 * <p>Distances are Euclidean, so features should be standardised before. The natural incidence is
 * lost: scores of a model trained so are no probabilities. Source: Chawla et al. 2002
 * (doi:10.1613/jair.953).
 *
 * @param neighbourCount neighbours to choose from, at least 1
 */
public record Smote(int neighbourCount) implements Resampling {

  public Smote {
    if (neighbourCount < 1) {
      throw new IllegalArgumentException("at least one neighbour: " + neighbourCount);
    }
  }

  @Override
  public String description() {
    return "SMOTE, " + neighbourCount + " neighbours";
  }

  @Override
  public TrainingSet resample(TrainingSet training, long seed) throws NotFittedException {
    int events = training.eventCount();
    boolean rarer = events * 2 <= training.size();
    int[] rare =
        IntStream.range(0, training.size()).filter(i -> training.event(i) == rarer).toArray();
    int missing = training.size() - 2 * rare.length;
    if (missing <= 0) {
      return training;
    }
    if (rare.length <= neighbourCount) {
      throw new NotFittedException(
          "SMOTE with "
              + neighbourCount
              + " neighbours needs more patients of the rarer outcome than "
              + rare.length
              + ".");
    }
    int[][] neighbours = neighbours(training, rare);
    var random = new Random(seed);
    double[][] rows = Arrays.copyOf(training.rows(), training.size() + missing);
    boolean[] event = Arrays.copyOf(training.events(), rows.length);
    for (int k = 0; k < missing; k++) {
      int start = random.nextInt(rare.length);
      double[] from = training.row(rare[start]);
      double[] to = training.row(neighbours[start][random.nextInt(neighbourCount)]);
      double part = random.nextDouble();
      double[] between = new double[from.length];
      for (int j = 0; j < between.length; j++) {
        between[j] = from[j] + part * (to[j] - from[j]);
      }
      rows[training.size() + k] = between;
      event[training.size() + k] = rarer;
    }
    return new TrainingSet(training.featureNames(), rows, event);
  }

  private int[][] neighbours(TrainingSet training, int[] rare) {
    int[][] nearest = new int[rare.length][];
    for (int i = 0; i < rare.length; i++) {
      double[] here = training.row(rare[i]);
      int self = rare[i];
      nearest[i] =
          Arrays.stream(rare)
              .filter(other -> other != self)
              .boxed()
              .sorted(
                  (a, b) ->
                      Double.compare(
                          squaredDistance(here, training.row(a)),
                          squaredDistance(here, training.row(b))))
              .limit(neighbourCount)
              .mapToInt(Integer::intValue)
              .toArray();
    }
    return nearest;
  }

  static double squaredDistance(double[] a, double[] b) {
    double sum = 0;
    for (int j = 0; j < a.length; j++) {
      sum += (a[j] - b[j]) * (a[j] - b[j]);
    }
    return sum;
  }
}
