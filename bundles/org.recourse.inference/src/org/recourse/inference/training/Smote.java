/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.inference.training;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Synthetic minority oversampling (Chawla 2002, doi:10.1613/jair.953), until both classes are equal
 * in number. A new case lies at a random place between the feature vector of a patient of the
 * smaller class and that of one of its nearest neighbours in that class: f = a + u (b − a), u
 * uniform in 0 to 1. Only feature vectors are interpolated. A mixture of two dose volumes would be
 * no dose anybody planned, so the new case keeps the dose of the patient {@code a} it starts from.
 *
 * @param neighbours how many nearest neighbours may be chosen, at least one
 * @param seed decides all choices
 */
public record Smote(int neighbours, long seed) {

  public Smote {
    if (neighbours < 1) {
      throw new IllegalArgumentException("neighbours must be >= 1: " + neighbours);
    }
  }

  /**
   * Returns the cases followed by the new ones. With fewer than two cases in the smaller class
   * nothing can be interpolated and the cases are returned as they are.
   *
   * @param cases training part of one fold, scaled; never validation cases
   */
  public List<TrainingCase> balanced(List<TrainingCase> cases) {
    long events = cases.stream().filter(TrainingCase::event).count();
    boolean fewerEvents = 2 * events < cases.size();
    List<TrainingCase> smaller = cases.stream().filter(one -> one.event() == fewerEvents).toList();
    int missing = cases.size() - 2 * smaller.size();
    if (smaller.size() < 2) {
      return List.copyOf(cases);
    }
    var random = new Random(seed);
    var all = new ArrayList<>(cases);
    for (int i = 0; i < missing; i++) {
      TrainingCase start = smaller.get(random.nextInt(smaller.size()));
      List<TrainingCase> near = nearest(start, smaller);
      TrainingCase end = near.get(random.nextInt(near.size()));
      all.add(between(start, end, random.nextDouble(), i));
    }
    return List.copyOf(all);
  }

  private List<TrainingCase> nearest(TrainingCase start, List<TrainingCase> others) {
    Stream<TrainingCase> sorted =
        others.stream()
            .filter(other -> other != start)
            .sorted(Comparator.comparingDouble(other -> squaredDistance(start, other)));
    return sorted.limit(neighbours).toList();
  }

  private static TrainingCase between(
      TrainingCase start, TrainingCase end, double share, int number) {
    double[] features = start.features();
    double[] other = end.features();
    for (int i = 0; i < features.length; i++) {
      features[i] += share * (other[i] - features[i]);
    }
    return new TrainingCase(
        start.id() + " + " + end.id() + " #" + number, start.dose(), features, start.event());
  }

  private static double squaredDistance(TrainingCase first, TrainingCase second) {
    double[] a = first.features();
    double[] b = second.features();
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (a[i] - b[i]) * (a[i] - b[i]);
    }
    return sum;
  }
}
