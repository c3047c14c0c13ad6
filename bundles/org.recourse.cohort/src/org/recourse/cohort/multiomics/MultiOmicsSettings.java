/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cohort.multiomics;

import java.util.List;
import org.recourse.cohort.evaluation.Endpoint;
import org.recourse.inference.network.NetworkLayout;
import org.recourse.inference.network.NetworkSize;
import org.recourse.inference.network.NetworkVariant;
import org.recourse.inference.training.NetworkPlan;
import org.recourse.inference.training.TrainingOptions;

/**
 * How the networks are made.
 *
 * @param kinds networks to make
 * @param endpoint what is predicted
 * @param featuresPerSequence features selected of each sequence, 32 in the paper
 * @param classCount classes of the chi-square test
 * @param greatestPValue its limit
 * @param foldCount folds, five in the paper
 * @param stoppingFolds one of so many parts of the training patients decides which epoch is kept
 * @param smoteNeighbours neighbours of SMOTE
 * @param variant where the networks halve the resolution
 * @param size dose volume
 * @param spacingMm size of its voxels
 * @param firstChannels channels of the first block
 * @param options how a network is trained
 * @param augmentation of the dose volumes in training
 * @param permutationCount permutations of the leakage audit of the first kind only; below 3 none
 * @param seed decides all choices
 */
public record MultiOmicsSettings(
    List<NetworkKind> kinds,
    Endpoint endpoint,
    int featuresPerSequence,
    int classCount,
    double greatestPValue,
    int foldCount,
    int stoppingFolds,
    int smoteNeighbours,
    NetworkVariant variant,
    NetworkSize size,
    double spacingMm,
    int firstChannels,
    TrainingOptions options,
    DoseAugmentation augmentation,
    int permutationCount,
    long seed) {

  private static final double STANDARD_P = 0.05;
  private static final int CLASSES = 4;
  private static final int STOPPING = 5;
  private static final int NEIGHBOURS = 5;

  public MultiOmicsSettings {
    kinds = List.copyOf(kinds);
    if (featuresPerSequence != NetworkLayout.SEQUENCE_FEATURES) {
      throw new IllegalArgumentException(
          "a network takes "
              + NetworkLayout.SEQUENCE_FEATURES
              + " features a sequence: "
              + featuresPerSequence);
    }
  }

  /** The choices of the paper at its full grid: about a hundred core-hours for all eight. */
  public static MultiOmicsSettings paper(long seed, int threads) {
    return new MultiOmicsSettings(
        List.of(NetworkKind.values()),
        Endpoint.ever("necrosis"),
        NetworkLayout.SEQUENCE_FEATURES,
        CLASSES,
        STANDARD_P,
        5,
        STOPPING,
        NEIGHBOURS,
        NetworkVariant.PAPER,
        NetworkSize.PAPER,
        1,
        8,
        TrainingOptions.paper(seed, threads),
        new DoseAugmentation(1, 0, seed),
        0,
        seed);
  }

  /** The same on a coarse grid with narrow networks and an early stop: minutes on a processor. */
  public static MultiOmicsSettings coarse(long seed, int threads) {
    return new MultiOmicsSettings(
        List.of(NetworkKind.values()),
        Endpoint.ever("necrosis"),
        NetworkLayout.SEQUENCE_FEATURES,
        CLASSES,
        STANDARD_P,
        5,
        STOPPING,
        NEIGHBOURS,
        NetworkVariant.FAST,
        new NetworkSize(24, 24, 16),
        4,
        4,
        TrainingOptions.paper(seed, threads).withEpochs(60).withPatience(12),
        new DoseAugmentation(1, 0, seed),
        3,
        seed);
  }

  public MultiOmicsSettings withKinds(List<NetworkKind> others) {
    return new MultiOmicsSettings(
        others,
        endpoint,
        featuresPerSequence,
        classCount,
        greatestPValue,
        foldCount,
        stoppingFolds,
        smoteNeighbours,
        variant,
        size,
        spacingMm,
        firstChannels,
        options,
        augmentation,
        permutationCount,
        seed);
  }

  public MultiOmicsSettings withOptions(TrainingOptions other) {
    return new MultiOmicsSettings(
        kinds,
        endpoint,
        featuresPerSequence,
        classCount,
        greatestPValue,
        foldCount,
        stoppingFolds,
        smoteNeighbours,
        variant,
        size,
        spacingMm,
        firstChannels,
        other,
        augmentation,
        permutationCount,
        seed);
  }

  /** Other folds and permutations, as a quick run wants them. */
  public MultiOmicsSettings withValidation(int folds, int permutations) {
    return new MultiOmicsSettings(
        kinds,
        endpoint,
        featuresPerSequence,
        classCount,
        greatestPValue,
        folds,
        stoppingFolds,
        smoteNeighbours,
        variant,
        size,
        spacingMm,
        firstChannels,
        options,
        augmentation,
        permutations,
        seed);
  }

  /** Other dose volumes. */
  public MultiOmicsSettings withVolumes(NetworkSize other, double otherSpacingMm) {
    return new MultiOmicsSettings(
        kinds,
        endpoint,
        featuresPerSequence,
        classCount,
        greatestPValue,
        foldCount,
        stoppingFolds,
        smoteNeighbours,
        variant,
        other,
        otherSpacingMm,
        firstChannels,
        options,
        augmentation,
        permutationCount,
        seed);
  }

  /** Other augmentation. */
  public MultiOmicsSettings withAugmentation(DoseAugmentation other) {
    return new MultiOmicsSettings(
        kinds,
        endpoint,
        featuresPerSequence,
        classCount,
        greatestPValue,
        foldCount,
        stoppingFolds,
        smoteNeighbours,
        variant,
        size,
        spacingMm,
        firstChannels,
        options,
        other,
        permutationCount,
        seed);
  }

  /** Other channels in the first block. */
  public MultiOmicsSettings withChannels(int channels) {
    return new MultiOmicsSettings(
        kinds,
        endpoint,
        featuresPerSequence,
        classCount,
        greatestPValue,
        foldCount,
        stoppingFolds,
        smoteNeighbours,
        variant,
        size,
        spacingMm,
        channels,
        options,
        augmentation,
        permutationCount,
        seed);
  }

  NetworkPlan plan(NetworkKind kind) {
    int features = kind.sequences().size() * featuresPerSequence;
    return new NetworkPlan(variant, size, new NetworkLayout(kind.dose(), features, firstChannels));
  }
}
