/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cohort.learned;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.recourse.learning.pipeline.FittedState;
import org.recourse.learning.pipeline.FittedTransform;
import org.recourse.learning.pipeline.FittedTransforms;
import org.recourse.learning.pipeline.Pipeline;

/**
 * Takes from a fitted pipeline the columns that never reach its classifier, so that a signature of
 * six features asks for six features. Scores stay the same to the last bit.
 */
public final class SlimPipeline {

  private static final String MEAN = "mean";
  private static final String DEVIATION = "deviation";
  private static final String FEATURES = "features";

  private SlimPipeline() {}

  /**
   * The same score from fewer inputs. A pipeline whose transforms do more than choose columns and
   * scale them once is returned as it is.
   *
   * @param inputs names of the columns of a row of the pipeline
   */
  public static LearnedScore of(List<String> inputs, Pipeline.Fitted pipeline) {
    Map<String, double[]> scaling = new LinkedHashMap<>();
    FittedState scaler = null;
    for (FittedTransform transform : pipeline.transforms()) {
      FittedState state = transform.state().orElse(FittedState.ofNumbers("unknown", Map.of()));
      boolean scales = state.kind().equals("standardisation");
      if (scales ? scaler != null : !state.kind().equals("chosen-features")) {
        return new LearnedScore(inputs, Optional.empty(), pipeline);
      }
      scaler = scales ? state : scaler;
    }
    if (scaler == null) {
      return new LearnedScore(inputs, Optional.empty(), pipeline);
    }
    List<String> scaled = scaler.texts(FEATURES);
    double[] mean = scaler.values(MEAN);
    double[] deviation = scaler.values(DEVIATION);
    for (int j = 0; j < mean.length; j++) {
      scaling.put(scaled.get(j), new double[] {mean[j], deviation[j]});
    }
    List<String> kept = pipeline.classifierFeatures();
    FittedState few =
        new FittedState(
            scaler.kind(),
            Map.of(
                MEAN,
                kept.stream().mapToDouble(name -> scaling.get(name)[0]).toArray(),
                DEVIATION,
                kept.stream().mapToDouble(name -> scaling.get(name)[1]).toArray()),
            Map.of(FEATURES, kept),
            List.of());
    return new LearnedScore(
        kept,
        Optional.empty(),
        new Pipeline.Fitted(List.of(FittedTransforms.of(few)), pipeline.classifier()));
  }
}
