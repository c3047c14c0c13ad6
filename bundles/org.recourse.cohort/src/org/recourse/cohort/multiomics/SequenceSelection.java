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
import java.util.List;
import java.util.stream.IntStream;
import org.recourse.learning.pipeline.ChosenFeatures;
import org.recourse.learning.pipeline.FittedTransform;
import org.recourse.learning.pipeline.NotFittedException;
import org.recourse.learning.pipeline.Standardisation;
import org.recourse.learning.pipeline.TrainingSet;
import org.recourse.learning.pipeline.Transform;
import org.recourse.learning.pipeline.VariationFilter;

/**
 * Chi-square, then LASSO, in each sequence by itself; the sequences one after the other.
 *
 * @param settings numbers
 */
record SequenceSelection(MultiOmicsSettings settings) implements Transform {

  @Override
  public String description() {
    return "in each sequence "
        + screening().description()
        + "; "
        + new LassoEntry(settings.selection().featuresPerSequence()).description();
  }

  private ChiSquareScreening screening() {
    return new ChiSquareScreening(
        settings.selection().classCount(),
        settings.selection().greatestPValue(),
        settings.selection().featuresPerSequence());
  }

  @Override
  public FittedTransform fit(TrainingSet training, long seed) throws NotFittedException {
    List<String> prefixes =
        training.featureNames().stream()
            .map(name -> name.substring(0, name.indexOf('/') + 1))
            .distinct()
            .toList();
    List<Integer> chosen = new ArrayList<>();
    for (String prefix : prefixes) {
      int[] own =
          IntStream.range(0, training.featureCount())
              .filter(j -> training.featureNames().get(j).startsWith(prefix))
              .toArray();
      TrainingSet sequence = training.transformed(new ChosenFeatures(training, own));
      TrainingSet varying = sequence.transformed(new VariationFilter().fit(sequence, seed));
      TrainingSet scaled = varying.transformed(new Standardisation().fit(varying, seed));
      TrainingSet screened = scaled.transformed(screening().fit(scaled, seed));
      FittedTransform few =
          new LassoEntry(settings.selection().featuresPerSequence()).fit(screened, seed);
      few.outputNames().forEach(name -> chosen.add(training.featureNames().indexOf(name)));
    }
    return new ChosenFeatures(training, chosen.stream().mapToInt(Integer::intValue).toArray());
  }
}
