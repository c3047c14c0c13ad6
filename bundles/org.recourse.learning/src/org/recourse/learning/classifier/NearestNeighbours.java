/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.learning.classifier;

import org.recourse.learning.pipeline.Classifier;
import org.recourse.learning.pipeline.Learner;
import org.recourse.learning.pipeline.NotFittedException;
import org.recourse.learning.pipeline.TrainingSet;

/**
 * Share of events among the nearest training patients (Euclidean; of equally near ones the earlier
 * in the table). The fitted classifier holds the training rows.
 *
 * @param count neighbours, at least 1
 */
public record NearestNeighbours(int count) implements Learner {

  public NearestNeighbours {
    if (count < 1) {
      throw new IllegalArgumentException("at least one neighbour: " + count);
    }
  }

  @Override
  public String description() {
    return count + " nearest neighbours";
  }

  @Override
  public Classifier fit(TrainingSet training, long seed) throws NotFittedException {
    if (training.size() < count) {
      throw new NotFittedException(
          count + " neighbours asked for, but there are " + training.size() + " patients.");
    }
    return new NeighbourShare(count, training.rows(), training.events());
  }
}
