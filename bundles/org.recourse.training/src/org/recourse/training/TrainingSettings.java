/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.training;

import java.util.List;
import java.util.Objects;
import org.recourse.inference.network.NetworkLayout;
import org.recourse.inference.network.NetworkVariant;
import org.recourse.inference.training.Candidate;
import org.recourse.inference.training.NetworkPlan;
import org.recourse.inference.training.TrainingOptions;
import org.recourse.training.cohort.DoseBox;

/**
 * How a model is trained. Immutable.
 *
 * @param variant network
 * @param box volume of the dose
 * @param firstChannels channels of the first block
 * @param folds folds of the cross-validation, at least two
 * @param epochs most passes over the patients
 * @param patience epochs without a smaller loss after which a fold ends
 * @param learningRates grid of the search, at least one
 * @param seed decides everything that is random
 * @param threads processor threads
 */
public record TrainingSettings(
    NetworkVariant variant,
    DoseBox box,
    int firstChannels,
    int folds,
    int epochs,
    int patience,
    List<Double> learningRates,
    long seed,
    int threads) {

  /** Seed of the packages that ship. */
  public static final long SHIPPED_SEED = 20261121;

  public TrainingSettings {
    Objects.requireNonNull(variant, "variant");
    Objects.requireNonNull(box, "box");
    learningRates = List.copyOf(learningRates);
    if (folds < 2 || learningRates.isEmpty()) {
      throw new IllegalArgumentException(
          "folds >= 2 and a learning rate: " + folds + ", " + learningRates);
    }
  }

  /**
   * Returns the settings of the packages that ship: the fast network on voxels of 4 mm. One thread,
   * since these networks are too small for two and the result then does not depend on the machine's
   * processor count.
   */
  public static TrainingSettings shipped() {
    return new TrainingSettings(
        NetworkVariant.FAST,
        DoseBox.ofVoxels(4),
        3,
        5,
        60,
        12,
        List.of(1e-3, 3e-3),
        SHIPPED_SEED,
        1);
  }

  /**
   * Returns the settings of the paper, with channels 8 to 128, all cores, and an early stop after
   * 30 epochs without gain.
   */
  public static TrainingSettings ofPaper(
      NetworkVariant variant, DoseBox box, int folds, int epochs) {
    return new TrainingSettings(
        variant,
        box,
        NetworkLayout.STANDARD.firstChannels(),
        folds,
        epochs,
        30,
        List.of(1e-3, 3e-3),
        SHIPPED_SEED,
        Runtime.getRuntime().availableProcessors());
  }

  /** Returns these settings with another network, box, number of folds and of epochs. */
  public TrainingSettings with(
      NetworkVariant otherVariant, DoseBox otherBox, int otherFolds, int otherEpochs) {
    return new TrainingSettings(
        otherVariant,
        otherBox,
        firstChannels,
        otherFolds,
        otherEpochs,
        patience,
        learningRates,
        seed,
        threads);
  }

  /** Returns the points of the search. */
  List<Candidate> candidates(ModelInputs inputs, int featureCount) {
    var plan =
        new NetworkPlan(
            variant, box.size(), new NetworkLayout(inputs.dose(), featureCount, firstChannels));
    TrainingOptions base =
        TrainingOptions.paper(seed, threads).withEpochs(epochs).withPatience(patience);
    return learningRates.stream()
        .map(rate -> new Candidate(plan, base.withLearningRate(rate)))
        .toList();
  }
}
