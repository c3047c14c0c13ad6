/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cohort.multiomics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.recourse.cohort.signature.LassoPath;
import org.recourse.learning.pipeline.ChosenFeatures;
import org.recourse.learning.pipeline.FittedTransform;
import org.recourse.learning.pipeline.NotFittedException;
import org.recourse.learning.pipeline.TrainingSet;
import org.recourse.learning.pipeline.Transform;

/**
 * Keeps exactly so many features: those that a logistic LASSO takes first while its penalty falls,
 * then, if it takes fewer, the others in their order.
 *
 * @param wanted features kept, at least 1
 */
public record LassoEntry(int wanted) implements Transform {

  public LassoEntry {
    if (wanted < 1) {
      throw new IllegalArgumentException("at least one feature: " + wanted);
    }
  }

  @Override
  public String description() {
    return "the first " + wanted + " features on the path of a logistic LASSO";
  }

  @Override
  public FittedTransform fit(TrainingSet training, long seed) throws NotFittedException {
    if (training.featureCount() < wanted) {
      throw new NotFittedException(
          wanted + " features are wanted and there are " + training.featureCount() + ".");
    }
    if (training.eventCount() == 0 || training.eventCount() == training.size()) {
      throw new NotFittedException("All training patients have the same outcome.");
    }
    if (training.featureCount() == wanted) { // nothing to choose
      return new ChosenFeatures(training, IntStream.range(0, wanted).toArray());
    }
    List<Integer> order = new ArrayList<>();
    Arrays.stream(LassoPath.entering(training, wanted)).limit(wanted).forEach(order::add);
    for (int j = 0; order.size() < wanted; j++) {
      if (!order.contains(j)) {
        order.add(j);
      }
    }
    return new ChosenFeatures(training, order.stream().mapToInt(Integer::intValue).toArray());
  }
}
