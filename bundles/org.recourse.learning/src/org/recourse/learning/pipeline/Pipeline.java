/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.learning.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Transforms, then resampling where wanted, then a classifier; fitted as one. Immutable.
 *
 * @param transforms applied in order, in training and in prediction
 * @param resampling applied to the transformed training patients alone
 * @param learner fits the classifier
 */
public record Pipeline(
    List<Transform> transforms, Optional<Resampling> resampling, Learner learner) {

  /** Kind of the state of a fitted pipeline. */
  public static final String PIPELINE = "pipeline";

  public Pipeline {
    transforms = List.copyOf(transforms);
    Objects.requireNonNull(resampling, "resampling");
    Objects.requireNonNull(learner, "learner");
  }

  public static Pipeline of(Learner learner, Transform... transforms) {
    return new Pipeline(List.of(transforms), Optional.empty(), learner);
  }

  public Pipeline with(Resampling chosen) {
    return new Pipeline(transforms, Optional.of(chosen), learner);
  }

  /** Every step in order, for report and model card. */
  public String description() {
    var words = new ArrayList<String>();
    transforms.forEach(transform -> words.add(transform.description()));
    resampling.ifPresent(step -> words.add(step.description()));
    words.add(learner.description());
    return String.join("; ", words);
  }

  /**
   * A fitted chain.
   *
   * @param transforms fitted transforms in order
   * @param classifier takes what the last transform gives
   */
  public record Fitted(List<FittedTransform> transforms, Classifier classifier)
      implements Classifier {

    public Fitted {
      transforms = List.copyOf(transforms);
      Objects.requireNonNull(classifier, "classifier");
    }

    @Override
    public double score(double[] features) {
      double[] row = features;
      for (FittedTransform transform : transforms) {
        row = transform.apply(row);
      }
      return classifier.score(row);
    }

    /** Kind {@code pipeline}: the transforms in order, then the classifier. */
    @Override
    public Optional<FittedState> state() {
      var parts = new ArrayList<FittedState>();
      for (FittedTransform transform : transforms) {
        transform.state().ifPresent(parts::add);
      }
      classifier.state().ifPresent(parts::add);
      return parts.size() == transforms.size() + 1
          ? Optional.of(new FittedState(PIPELINE, Map.of(), Map.of(), parts))
          : Optional.empty();
    }

    /** Names of the features that reach the classifier; empty without a transform. */
    public List<String> classifierFeatures() {
      return transforms.isEmpty() ? List.of() : transforms.getLast().outputNames();
    }
  }

  /**
   * @throws NotFittedException if a step cannot be fitted, with its reason
   */
  public Fitted fit(TrainingSet training, long seed) throws NotFittedException {
    TrainingSet current = training;
    var fitted = new ArrayList<FittedTransform>();
    for (Transform transform : transforms) {
      FittedTransform step = transform.fit(current, seed + fitted.size());
      fitted.add(step);
      current = current.transformed(step);
    }
    if (resampling.isPresent()) {
      current = resampling.get().resample(current, seed);
    }
    return new Fitted(fitted, learner.fit(current, seed));
  }
}
