/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.learning.pipeline;

import java.util.List;
import org.recourse.learning.sample.ScoredOutcomes;

/**
 * Features and outcome of the patients a model is fitted on. Immutable by contract: rows are
 * shared, never written.
 */
public final class TrainingSet {

  private final List<String> featureNames;
  private final double[][] features;
  private final boolean[] event;

  /**
   * @param featureNames a name per column, distinct
   * @param features one row per patient, finite
   * @param event outcome per patient
   */
  public TrainingSet(List<String> featureNames, double[][] features, boolean[] event) {
    if (features.length != event.length) {
      throw new IllegalArgumentException(
          features.length + " rows for " + event.length + " outcomes");
    }
    if (featureNames.stream().distinct().count() != featureNames.size()) {
      throw new IllegalArgumentException("a feature name occurs twice");
    }
    for (int i = 0; i < features.length; i++) {
      if (features[i].length != featureNames.size()) {
        throw new IllegalArgumentException(
            "patient " + i + " has " + features[i].length + " of " + featureNames.size());
      }
      for (int j = 0; j < features[i].length; j++) {
        if (!Double.isFinite(features[i][j])) {
          throw new IllegalArgumentException(
              "patient " + i + ": " + featureNames.get(j) + " is not a number");
        }
      }
    }
    this.featureNames = List.copyOf(featureNames);
    this.features = features.clone();
    this.event = event.clone();
  }

  public List<String> featureNames() {
    return featureNames;
  }

  public int size() {
    return features.length;
  }

  public int featureCount() {
    return featureNames.size();
  }

  /** The row of a patient; not to be written to. */
  public double[] row(int patient) {
    return features[patient];
  }

  public boolean event(int patient) {
    return event[patient];
  }

  public double[] column(int feature) {
    double[] column = new double[features.length];
    for (int i = 0; i < column.length; i++) {
      column[i] = features[i][feature];
    }
    return column;
  }

  public double[][] rows() {
    return features.clone();
  }

  public boolean[] events() {
    return event.clone();
  }

  public int eventCount() {
    return new ScoredOutcomes(new double[event.length], event).eventCount();
  }

  /** The patients at {@code index}, in that order. */
  public TrainingSet patients(int[] index) {
    double[][] chosen = new double[index.length][];
    boolean[] chosenEvent = new boolean[index.length];
    for (int i = 0; i < index.length; i++) {
      chosen[i] = features[index[i]];
      chosenEvent[i] = event[index[i]];
    }
    return new TrainingSet(featureNames, chosen, chosenEvent);
  }

  /** The same patients with other outcomes, as a permutation test needs them. */
  public TrainingSet withEvents(boolean[] outcomes) {
    return new TrainingSet(featureNames, features, outcomes);
  }

  /** The same patients and outcomes with each row put through {@code transform}. */
  public TrainingSet transformed(FittedTransform transform) {
    double[][] rows = new double[features.length][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = transform.apply(features[i]);
    }
    return new TrainingSet(transform.outputNames(), rows, event);
  }
}
