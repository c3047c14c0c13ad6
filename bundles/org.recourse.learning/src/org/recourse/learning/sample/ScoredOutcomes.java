/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.learning.sample;

import java.util.Objects;

/**
 * One score and one observed outcome for each patient: what discrimination is measured on.
 * Immutable. The order of the patients is kept, so that two models can be compared patient by
 * patient.
 */
public final class ScoredOutcomes {

  private final double[] score;
  private final boolean[] event;
  private final int eventCount;

  /**
   * @param score any finite number, higher for patients who are expected to have the event
   * @param event whether the patient had the event; as many as scores
   */
  public ScoredOutcomes(double[] score, boolean[] event) {
    if (score.length != event.length) {
      throw new IllegalArgumentException(
          score.length + " scores for " + event.length + " outcomes");
    }
    for (double value : score) {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException("a score is finite: " + value);
      }
    }
    this.score = score.clone();
    this.event = event.clone();
    int events = 0;
    for (boolean happened : event) {
      events += happened ? 1 : 0;
    }
    eventCount = events;
  }

  public int size() {
    return score.length;
  }

  public double score(int patient) {
    return score[patient];
  }

  public boolean event(int patient) {
    return event[patient];
  }

  public int eventCount() {
    return eventCount;
  }

  public int nonEventCount() {
    return score.length - eventCount;
  }

  /** Whether both outcomes occur; without that nothing can be said about discrimination. */
  public boolean hasBothOutcomes() {
    return eventCount > 0 && eventCount < score.length;
  }

  /** Scores of the patients with ({@code true}) or without the event, in the order of patients. */
  public double[] scoresWhere(boolean outcome) {
    double[] chosen = new double[outcome ? eventCount : nonEventCount()];
    int next = 0;
    for (int i = 0; i < score.length; i++) {
      if (event[i] == outcome) {
        chosen[next++] = score[i];
      }
    }
    return chosen;
  }

  /** Whether {@code other} is about the same outcomes in the same order. */
  public boolean sameOutcomesAs(ScoredOutcomes other) {
    return java.util.Arrays.equals(event, Objects.requireNonNull(other).event);
  }

  /** The patients of {@code index}, in that order and as often as they are named. */
  public ScoredOutcomes drawn(int[] index) {
    double[] drawnScore = new double[index.length];
    boolean[] drawnEvent = new boolean[index.length];
    for (int i = 0; i < index.length; i++) {
      drawnScore[i] = score[index[i]];
      drawnEvent[i] = event[index[i]];
    }
    return new ScoredOutcomes(drawnScore, drawnEvent);
  }
}
