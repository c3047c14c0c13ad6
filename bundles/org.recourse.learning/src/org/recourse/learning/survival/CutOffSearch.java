/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.learning.survival;

import java.util.Arrays;
import java.util.Random;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;

/**
 * The cut-off of a score that separates survival most (greatest log-rank χ²), with a p-value that
 * knows it was searched.
 *
 * <p>The p-value of the best of many cut-offs is far too small if it is read from one log-rank
 * test. Here the score is permuted among the patients, the search is repeated, and p = (1 +
 * permutations at least as great) / (1 + permutations). Source: Hothorn and Lausen 2003
 * (doi:10.1016/S0167-9473(02)00225-6).
 *
 * @param cutOff low risk at or below, high risk above
 * @param chiSquare log-rank statistic there
 * @param naivePValue of one log-rank test as if the cut-off had been given; for comparison only
 * @param searchedPValue honest p-value by permutation
 * @param permutationCount permutations run
 */
public record CutOffSearch(
    double cutOff,
    double chiSquare,
    double naivePValue,
    double searchedPValue,
    int permutationCount) {

  /**
   * @param leastGroupFraction each group holds at least this share of patients, in (0, 0.5)
   * @param permutationCount at least 19 (the least p-value is 1 / (1 + permutations))
   * @throws IllegalArgumentException if no cut-off leaves two groups of that size with an event
   */
  public static CutOffSearch of(
      SurvivalSample sample,
      double[] score,
      double leastGroupFraction,
      int permutationCount,
      long seed,
      IProgressMonitor monitor) {
    if (!(leastGroupFraction > 0 && leastGroupFraction < 0.5) || permutationCount < 19) {
      throw new IllegalArgumentException(
          "least fraction " + leastGroupFraction + ", permutations " + permutationCount);
    }
    if (score.length != sample.size() || sample.eventCount() == 0) {
      throw new IllegalArgumentException(
          score.length + " scores, " + sample.size() + " patients, " + sample.eventCount());
    }
    SubMonitor progress = SubMonitor.convert(monitor, "Cut-off search", permutationCount);
    Best best = search(sample, score, leastGroupFraction);
    int atLeast = 0;
    double[] permuted = score.clone();
    var random = new Random(seed);
    for (int k = 0; k < permutationCount; k++) {
      progress.checkCanceled();
      shuffle(permuted, random);
      atLeast += search(sample, permuted, leastGroupFraction).chiSquare >= best.chiSquare ? 1 : 0;
      progress.worked(1);
    }
    double naive = LogRank.of(sample, groups(score, best.cutOff), 2).pValue();
    return new CutOffSearch(
        best.cutOff,
        best.chiSquare,
        naive,
        (1.0 + atLeast) / (1.0 + permutationCount),
        permutationCount);
  }

  private record Best(double cutOff, double chiSquare) {}

  private static Best search(SurvivalSample sample, double[] score, double leastGroupFraction) {
    double least = leastGroupFraction * score.length;
    Best best = null;
    for (double cutOff : Arrays.stream(score).sorted().distinct().toArray()) {
      int[] group = groups(score, cutOff);
      int high = Arrays.stream(group).sum();
      if (high < least || score.length - high < least) {
        continue;
      }
      double chiSquare = LogRank.of(sample, group, 2).chiSquare();
      if (best == null || chiSquare > best.chiSquare) {
        best = new Best(cutOff, chiSquare);
      }
    }
    if (best == null) {
      throw new IllegalArgumentException(
          "no cut-off leaves " + leastGroupFraction + " of the patients on each side");
    }
    return best;
  }

  private static int[] groups(double[] score, double cutOff) {
    int[] group = new int[score.length];
    for (int i = 0; i < group.length; i++) {
      group[i] = score[i] > cutOff ? 1 : 0;
    }
    return group;
  }

  private static void shuffle(double[] values, Random random) {
    for (int i = values.length - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      double kept = values[i];
      values[i] = values[other];
      values[other] = kept;
    }
  }
}
