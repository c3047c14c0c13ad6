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
import org.recourse.learning.classifier.SupportVectorMachine;

/**
 * Recursive feature elimination: fits a linear support-vector machine on standardised features,
 * drops the tenth (at least one) with the least squared weight, and goes on until the wanted number
 * is left; best first. Source: Guyon et al. 2002 (doi:10.1023/A:1012487302797).
 *
 * @param wantedFeatures features left, at least 1
 * @param cost C of the machine
 */
public record RecursiveElimination(int wantedFeatures, double cost) implements Transform {

  public RecursiveElimination {
    if (wantedFeatures < 1) {
      throw new IllegalArgumentException("at least one feature: " + wantedFeatures);
    }
  }

  @Override
  public String description() {
    return "recursive elimination by linear SVM (C " + cost + ") to " + wantedFeatures;
  }

  @Override
  public FittedTransform fit(TrainingSet training, long seed) throws NotFittedException {
    TrainingSet standardised = training.transformed(new Standardisation().fit(training, seed));
    var machine = new SupportVectorMachine(new SupportVectorMachine.Kernel.Linear(), cost, 1);
    int[] left = IntStream.range(0, training.featureCount()).toArray();
    while (true) {
      TrainingSet current = standardised.transformed(new ChosenFeatures(standardised, left));
      double[] weight = machine.featureWeights(current);
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
      int next = Math.max(wantedFeatures, ranked.length - Math.max(1, ranked.length / 10));
      left = java.util.Arrays.copyOf(ranked, next);
    }
  }
}
