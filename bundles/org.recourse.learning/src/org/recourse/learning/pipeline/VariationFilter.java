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
import java.util.stream.IntStream;

/** Drops features that are the same for every training patient. */
public final class VariationFilter implements Transform {

  @Override
  public String description() {
    return "features that vary";
  }

  @Override
  public FittedTransform fit(TrainingSet training, long seed) throws NotFittedException {
    int[] varying =
        IntStream.range(0, training.featureCount())
            .filter(j -> Arrays.stream(training.column(j)).distinct().count() > 1)
            .toArray();
    return new ChosenFeatures(training, varying);
  }
}
