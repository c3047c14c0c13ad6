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
import org.recourse.learning.pipeline.Classifier;
import org.recourse.learning.pipeline.FittedState;
import org.recourse.learning.pipeline.FittedTransform;
import org.recourse.learning.pipeline.FittedTransforms;
import org.recourse.learning.pipeline.Pipeline;

/** Restores fitted classifiers and whole pipelines from their state. */
public final class FittedClassifiers {

  private FittedClassifiers() {}

  /**
   * @throws IllegalArgumentException if the state is of no classifier known here, or damaged
   */
  public static Classifier of(FittedState state) {
    return switch (state.kind()) {
      case LinearScore.KIND -> LinearScore.of(state);
      case NeighbourShare.KIND -> NeighbourShare.of(state);
      case GaussianOdds.KIND -> GaussianOdds.of(state);
      case Forest.KIND -> Forest.of(state);
      case WeightedVotes.KIND -> WeightedVotes.of(state);
      case KernelScore.KIND -> KernelScore.of(state);
      case Pipeline.PIPELINE -> pipeline(state);
      default -> throw new IllegalArgumentException("no classifier of the kind " + state.kind());
    };
  }

  private static Classifier pipeline(FittedState state) {
    List<FittedState> parts = state.parts();
    if (parts.isEmpty()) {
      throw new IllegalArgumentException("a pipeline has a classifier");
    }
    List<FittedTransform> transforms =
        parts.subList(0, parts.size() - 1).stream().map(FittedTransforms::of).toList();
    return new Pipeline.Fitted(transforms, of(parts.getLast()));
  }
}
