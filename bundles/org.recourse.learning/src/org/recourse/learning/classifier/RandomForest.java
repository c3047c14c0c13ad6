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
import java.util.Random;
import org.recourse.learning.pipeline.Classifier;
import org.recourse.learning.pipeline.Learner;
import org.recourse.learning.pipeline.NotFittedException;
import org.recourse.learning.pipeline.TrainingSet;

/**
 * Mean event share of trees grown on bootstrap samples, √features tried at each split. Source:
 * Breiman 2001 (doi:10.1023/A:1010933404324).
 *
 * @param treeCount at least 1
 * @param greatestDepth at least 1
 * @param leastLeafPatients at least 1
 */
public record RandomForest(int treeCount, int greatestDepth, int leastLeafPatients)
    implements Learner {

  public RandomForest {
    if (Math.min(treeCount, Math.min(greatestDepth, leastLeafPatients)) < 1) {
      throw new IllegalArgumentException(
          treeCount + " trees, depth " + greatestDepth + ", leaves of " + leastLeafPatients);
    }
  }

  @Override
  public String description() {
    return "random forest, %d trees, depth at most %d, leaves of at least %d"
        .formatted(treeCount, greatestDepth, leastLeafPatients);
  }

  @Override
  public Classifier fit(TrainingSet training, long seed) throws NotFittedException {
    if (training.size() == 0) {
      throw new NotFittedException("There is no training patient.");
    }
    int tried = Math.max(1, (int) Math.sqrt(training.featureCount()));
    var growth = new DecisionTree.Growth(greatestDepth, leastLeafPatients, tried);
    DecisionTree[] trees = new DecisionTree[treeCount];
    for (int t = 0; t < treeCount; t++) {
      var random = new Random(seed * 1_000_003 + t); // a tree depends on its number alone
      double[] drawn = new double[training.size()];
      for (int k = 0; k < drawn.length; k++) {
        drawn[random.nextInt(drawn.length)]++;
      }
      trees[t] = DecisionTree.grow(training.rows(), training.events(), drawn, growth, random);
    }
    return new Forest(List.of(trees));
  }
}
