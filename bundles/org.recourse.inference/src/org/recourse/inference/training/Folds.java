/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.inference.training;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Stratified folds: every fold has nearly the same share of events. Immutable.
 *
 * @param validation positions of the cases of each fold, ascending
 */
public record Folds(List<List<Integer>> validation) {

  public Folds {
    validation = validation.stream().map(List::copyOf).toList();
  }

  /**
   * Deals the events and then the other cases to the folds in turn, each in an order that the seed
   * decides.
   *
   * @param count folds, at least two and at most the number of cases
   */
  public static Folds stratified(List<TrainingCase> cases, int count, long seed) {
    if (count < 2 || count > cases.size()) {
      throw new IllegalArgumentException(count + " folds of " + cases.size() + " cases");
    }
    var random = new Random(seed);
    var dealt = new ArrayList<Integer>();
    for (boolean event : new boolean[] {true, false}) {
      var positions =
          new ArrayList<>(
              IntStream.range(0, cases.size())
                  .filter(i -> cases.get(i).event() == event)
                  .boxed()
                  .toList());
      Collections.shuffle(positions, random);
      dealt.addAll(positions);
    }
    List<List<Integer>> folds = new ArrayList<>();
    for (int fold = 0; fold < count; fold++) {
      var own = new ArrayList<Integer>();
      for (int i = fold; i < dealt.size(); i += count) {
        own.add(dealt.get(i));
      }
      Collections.sort(own);
      folds.add(own);
    }
    return new Folds(folds);
  }

  /** Returns the positions that are not in a fold, ascending. */
  public List<Integer> training(int fold) {
    return IntStream.range(0, validation.size())
        .filter(other -> other != fold)
        .boxed()
        .flatMap(other -> validation.get(other).stream())
        .sorted()
        .toList();
  }
}
