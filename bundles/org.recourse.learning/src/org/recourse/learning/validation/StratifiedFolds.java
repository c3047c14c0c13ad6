/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.learning.validation;

import java.util.Random;
import java.util.stream.IntStream;

/**
 * Patients dealt into folds so that each holds nearly the same number of both outcomes. Immutable.
 */
public final class StratifiedFolds {

  private final int[] fold;
  private final int foldCount;

  private StratifiedFolds(int[] fold, int foldCount) {
    this.fold = fold;
    this.foldCount = foldCount;
  }

  /**
   * @param event outcome per patient; both outcomes at least {@code foldCount} times
   * @param foldCount at least 2
   * @param seed the same seed deals alike
   */
  public static StratifiedFolds of(boolean[] event, int foldCount, long seed) {
    if (foldCount < 2) {
      throw new IllegalArgumentException("at least two folds: " + foldCount);
    }
    var random = new Random(seed);
    int[] fold = new int[event.length];
    int next = 0;
    for (boolean outcome : new boolean[] {true, false}) {
      int[] patients = IntStream.range(0, event.length).filter(i -> event[i] == outcome).toArray();
      if (patients.length < foldCount) {
        throw new IllegalArgumentException(
            foldCount + " folds, but only " + patients.length + " patients of one outcome");
      }
      shuffle(patients, random);
      for (int patient : patients) {
        fold[patient] = next++ % foldCount; // goes on where the other outcome ended: even sizes
      }
    }
    return new StratifiedFolds(fold, foldCount);
  }

  static void shuffle(int[] values, Random random) {
    for (int i = values.length - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      int kept = values[i];
      values[i] = values[other];
      values[other] = kept;
    }
  }

  public int foldCount() {
    return foldCount;
  }

  /** Fold of each patient, 0 to {@link #foldCount()} − 1. */
  public int[] foldOfPatient() {
    return fold.clone();
  }

  /** Patients to train on when {@code left} is left out. */
  public int[] trainingPatients(int left) {
    return IntStream.range(0, fold.length).filter(i -> fold[i] != left).toArray();
  }

  public int[] testPatients(int left) {
    return IntStream.range(0, fold.length).filter(i -> fold[i] == left).toArray();
  }
}
