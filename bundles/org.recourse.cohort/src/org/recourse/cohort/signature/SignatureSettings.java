/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cohort.signature;

import java.util.List;

/**
 * How the signature is made.
 *
 * @param sequences MR sequences
 * @param leastIcc agreement a feature must exceed
 * @param perSequence features each ranking keeps of a sequence
 * @param greatestCorrelation |r| at which a feature is dropped beside a better one
 * @param featureCount features of the final signature
 * @param searchedCounts numbers of features that the comparison of candidates tries
 * @param foldCount folds of the cross-validation
 * @param repeatCount times it is repeated with other folds
 * @param treeCount trees of the forests
 * @param permutationCount permutations of the leakage audit; with fewer than three there is none
 * @param cutOffPermutations permutations of the honest p-value of the log-rank cut-off
 * @param seed decides all choices
 */
public record SignatureSettings(
    List<String> sequences,
    double leastIcc,
    int perSequence,
    double greatestCorrelation,
    int featureCount,
    List<Integer> searchedCounts,
    int foldCount,
    int repeatCount,
    int treeCount,
    int permutationCount,
    int cutOffPermutations,
    long seed) {

  public SignatureSettings {
    sequences = List.copyOf(sequences);
    searchedCounts = List.copyOf(searchedCounts);
    if (sequences.isEmpty() || searchedCounts.isEmpty() || featureCount < 1 || repeatCount < 1) {
      throw new IllegalArgumentException(
          "sequences %s, counts %s, features %d, repeats %d"
              .formatted(sequences, searchedCounts, featureCount, repeatCount));
    }
  }

  /** The choices of the paper; repeats, trees and permutations are ours. */
  public static SignatureSettings paper(long seed) {
    return new SignatureSettings(
        List.of("T1", "T1C", "T2"), 0.7, 100, 0.7, 6, List.of(4, 6, 8), 5, 3, 500, 10, 199, seed);
  }

  /** Another number of permutations of the leakage audit; below 3 none. */
  public SignatureSettings withPermutations(int count) {
    return new SignatureSettings(
        sequences,
        leastIcc,
        perSequence,
        greatestCorrelation,
        featureCount,
        searchedCounts,
        foldCount,
        repeatCount,
        treeCount,
        count,
        cutOffPermutations,
        seed);
  }

  /** A small one for tests and for {@code --quick}. */
  public static SignatureSettings quick(long seed) {
    return new SignatureSettings(
        List.of("T1", "T1C", "T2"), 0.7, 20, 0.7, 6, List.of(6), 3, 1, 60, 3, 49, seed);
  }
}
