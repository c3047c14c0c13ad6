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

/** Mean event share of trees. */
record Forest(List<DecisionTree> trees) implements Classifier {

  static final String KIND = "random-forest";

  Forest {
    trees = List.copyOf(trees);
  }

  static Forest of(FittedState state) {
    return new Forest(state.parts().stream().map(DecisionTree::of).toList());
  }

  @Override
  public double score(double[] features) {
    double sum = 0;
    for (DecisionTree tree : trees) {
      sum += tree.eventShare(features);
    }
    return sum / trees.size();
  }

  @Override
  public Optional<FittedState> state() {
    return Optional.of(
        new FittedState(
            KIND, Map.of(), Map.of(), trees.stream().map(DecisionTree::state).toList()));
  }
}
