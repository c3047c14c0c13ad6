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
 * @param selection how features are chosen
 * @param validation how the networks are judged
 * @param volumes dose volumes
 * @param fit how a network is built and trained
 * @param seed decides all choices
 */
public record MultiOmicsSettings(
    List<NetworkKind> kinds,
    Endpoint endpoint,
    Selection selection,
    Validation validation,
    Volumes volumes,
    Fit fit,
    long seed) {

  private static final int FOLDS = 5;

  public MultiOmicsSettings {
    kinds = List.copyOf(kinds);
  }

  /**
   * How the features of a sequence are chosen.
   *
   * @param featuresPerSequence as many as a network takes, 32 in the paper
   * @param classCount classes of the chi-square test
   * @param greatestPValue its limit
   */
  public record Selection(int featuresPerSequence, int classCount, double greatestPValue) {

    /** Choices of the paper, and 4 classes and 0.05 where it is silent. */
    static final Selection STANDARD = new Selection(NetworkLayout.SEQUENCE_FEATURES, 4, 0.05);

    public Selection {
      if (featuresPerSequence != NetworkLayout.SEQUENCE_FEATURES) {
        throw new IllegalArgumentException(
            "a network takes "
                + NetworkLayout.SEQUENCE_FEATURES
                + " features a sequence: "
                + featuresPerSequence);
      }
    }
  }

  /**
   * How the networks are judged.
   *
   * @param foldCount folds, five in the paper
   * @param permutationCount permutations of the leakage audit of each network; below 3 none
   */
  public record Validation(int foldCount, int permutationCount) {}

  /**
   * Dose volumes.
   *
   * @param size voxels
   * @param spacingMm their distance
   * @param augmentation copies made in training
   */
  public record Volumes(NetworkSize size, double spacingMm, DoseAugmentation augmentation) {}

  /**
   * How a network is built and trained.
   *
   * @param variant where it halves the resolution
   * @param firstChannels channels of the first block
   * @param smoteNeighbours neighbours of SMOTE
   * @param stoppingFolds one of so many parts of the training patients decides which epoch is kept
   * @param options optimiser and epochs
   */
  public record Fit(
      NetworkVariant variant,
      int firstChannels,
      int smoteNeighbours,
      int stoppingFolds,
      TrainingOptions options) {

    private static final int NEIGHBOURS = 5;
    private static final int STOPPING = 5;

    static Fit standard(NetworkVariant variant, int firstChannels, TrainingOptions options) {
      return new Fit(variant, firstChannels, NEIGHBOURS, STOPPING, options);
    }
  }

  /** The choices of the paper at its full grid: about a hundred core-hours for all eight. */
  public static MultiOmicsSettings paper(long seed, int threads) {
    return new MultiOmicsSettings(
        List.of(NetworkKind.values()),
        Endpoint.ever("necrosis"),
        Selection.STANDARD,
        new Validation(FOLDS, 0),
        new Volumes(NetworkSize.PAPER, 1, new DoseAugmentation(1, 0, seed)),
        Fit.standard(NetworkVariant.PAPER, 8, TrainingOptions.paper(seed, threads)),
        seed);
  }

  /** The same on a coarse grid with narrow networks and an early stop: minutes on a processor. */
  public static MultiOmicsSettings coarse(long seed, int threads) {
    return new MultiOmicsSettings(
        List.of(NetworkKind.values()),
        Endpoint.ever("necrosis"),
        Selection.STANDARD,
        new Validation(FOLDS, 3),
        new Volumes(new NetworkSize(24, 24, 16), 4, new DoseAugmentation(1, 0, seed)),
        Fit.standard(
            NetworkVariant.FAST,
            4,
            TrainingOptions.paper(seed, threads).withEpochs(60).withPatience(12)),
        seed);
  }

  /** Distance of the voxels of a dose volume. */
  public double spacingMm() {
    return volumes.spacingMm();
  }

  /** Optimiser and epochs. */
  public TrainingOptions options() {
    return fit.options();
  }

  public MultiOmicsSettings withKinds(List<NetworkKind> others) {
    return new MultiOmicsSettings(others, endpoint, selection, validation, volumes, fit, seed);
  }

  public MultiOmicsSettings withOptions(TrainingOptions other) {
    return withFit(
        new Fit(
            fit.variant(), fit.firstChannels(), fit.smoteNeighbours(), fit.stoppingFolds(), other));
  }

  /** Other folds and permutations, as a quick run wants them. */
  public MultiOmicsSettings withValidation(int folds, int permutations) {
    return new MultiOmicsSettings(
        kinds, endpoint, selection, new Validation(folds, permutations), volumes, fit, seed);
  }

  /** Other dose volumes. */
  public MultiOmicsSettings withVolumes(NetworkSize size, double spacingMm) {
    return withVolumes(new Volumes(size, spacingMm, volumes.augmentation()));
  }

  /** Other augmentation. */
  public MultiOmicsSettings withAugmentation(DoseAugmentation other) {
    return withVolumes(new Volumes(volumes.size(), volumes.spacingMm(), other));
  }

  private MultiOmicsSettings withVolumes(Volumes other) {
    return new MultiOmicsSettings(kinds, endpoint, selection, validation, other, fit, seed);
  }

  /** Other channels in the first block. */
  public MultiOmicsSettings withChannels(int channels) {
    return withFit(
        new Fit(
            fit.variant(), channels, fit.smoteNeighbours(), fit.stoppingFolds(), fit.options()));
  }

  private MultiOmicsSettings withFit(Fit other) {
    return new MultiOmicsSettings(kinds, endpoint, selection, validation, volumes, other, seed);
  }

  NetworkPlan plan(NetworkKind kind) {
    int features = kind.sequences().size() * selection.featuresPerSequence();
    return new NetworkPlan(
        fit.variant(),
        volumes.size(),
        new NetworkLayout(kind.dose(), features, fit.firstChannels()));
  }
}
