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
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keeps some features in a given order. Immutable. */
public final class ChosenFeatures implements FittedTransform {

  private final List<String> names;
  private final int[] index;

  /**
   * @param training whose columns are chosen from
   * @param index columns to keep, at least one
   * @throws NotFittedException if nothing is chosen
   */
  public ChosenFeatures(TrainingSet training, int[] index) throws NotFittedException {
    if (index.length == 0) {
      throw new NotFittedException("No feature passes the selection.");
    }
    this.index = index.clone();
    names = Arrays.stream(index).mapToObj(training.featureNames()::get).toList();
  }

  private ChosenFeatures(List<String> names, int[] index) {
    if (names.size() != index.length) {
      throw new IllegalArgumentException(names.size() + " names for " + index.length + " columns");
    }
    this.names = names;
    this.index = index;
  }

  static ChosenFeatures of(FittedState state) {
    return new ChosenFeatures(
        state.texts("features"),
        Arrays.stream(state.values("index")).mapToInt(column -> (int) column).toArray());
  }

  @Override
  public Optional<FittedState> state() {
    return Optional.of(
        new FittedState(
            FittedTransforms.CHOSEN,
            Map.of("index", Arrays.stream(index).asDoubleStream().toArray()),
            Map.of("features", names),
            List.of()));
  }

  @Override
  public List<String> outputNames() {
    return names;
  }

  @Override
  public double[] apply(double[] row) {
    double[] chosen = new double[index.length];
    for (int i = 0; i < index.length; i++) {
      chosen[i] = row[index[i]];
    }
    return chosen;
  }
}
