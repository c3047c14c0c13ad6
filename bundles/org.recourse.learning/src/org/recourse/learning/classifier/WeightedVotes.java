/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.learning.classifier;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.recourse.learning.pipeline.Classifier;
import org.recourse.learning.pipeline.FittedState;

/** Weighted vote of trees, in −1 … 1. */
record WeightedVotes(List<DecisionTree> trees, double[] weight) implements Classifier {

  static final String KIND = "weighted-votes";

  WeightedVotes {
    trees = List.copyOf(trees);
  }

  static WeightedVotes of(FittedState state) {
    return new WeightedVotes(
        state.parts().stream().map(DecisionTree::of).toList(), state.values("weights"));
  }

  @Override
  public double score(double[] features) {
    double sum = 0;
    double total = 0;
    for (int t = 0; t < weight.length; t++) {
      sum += trees.get(t).eventShare(features) > 0.5 ? weight[t] : -weight[t];
      total += weight[t];
    }
    return sum / total;
  }

  @Override
  public Optional<FittedState> state() {
    return Optional.of(
        new FittedState(
            KIND,
            Map.of("weights", weight.clone()),
            Map.of(),
            trees.stream().map(DecisionTree::state).toList()));
  }
}
