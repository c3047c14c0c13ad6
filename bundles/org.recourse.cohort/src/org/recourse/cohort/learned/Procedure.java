/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cohort.learned;

import java.util.Optional;
import org.recourse.cohort.evaluation.PreparedCohort;
import org.recourse.learning.pipeline.NotFittedException;
import org.recourse.learning.pipeline.Pipeline;

/**
 * A whole way from training patients to a score. Whatever is fitted is fitted here, so that running
 * it again on a part of the patients leaks nothing.
 */
public interface Procedure {

  /** Every step in order. */
  String description();

  /**
   * @throws NotFittedException if these patients do not allow it, with the reason
   */
  LearnedScore fit(PreparedCohort.Sample training, long seed) throws NotFittedException;

  /** A pipeline on the features as they are. */
  static Procedure of(Pipeline pipeline) {
    return new Plain(pipeline);
  }

  /** ComBat by centre without covariates, then a pipeline. */
  static Procedure harmonised(Pipeline pipeline) {
    return new Harmonised(pipeline);
  }

  /**
   * A pipeline on the features as they are.
   *
   * @param pipeline steps
   */
  record Plain(Pipeline pipeline) implements Procedure {

    @Override
    public String description() {
      return pipeline.description();
    }

    @Override
    public LearnedScore fit(PreparedCohort.Sample training, long seed) throws NotFittedException {
      return new LearnedScore(
          training.set().featureNames(), Optional.empty(), pipeline.fit(training.set(), seed));
    }
  }

  /**
   * ComBat, then a pipeline on the harmonised features. With patients of one centre there is
   * nothing to harmonise and the features are taken as they are.
   *
   * @param pipeline steps
   */
  record Harmonised(Pipeline pipeline) implements Procedure {

    @Override
    public String description() {
      return "ComBat by centre; " + pipeline.description();
    }

    @Override
    public LearnedScore fit(PreparedCohort.Sample training, long seed) throws NotFittedException {
      var steps = new SharedSteps(pipeline.transforms(), 0);
      return steps.fit(training, seed).with(pipeline.learner(), seed);
    }
  }
}
