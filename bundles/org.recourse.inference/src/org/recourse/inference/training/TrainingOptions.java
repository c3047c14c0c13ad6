/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.inference.training;

/**
 * How a network is trained: Adam on binary cross-entropy (Kingma 2015, arXiv:1412.6980). The
 * defaults are those of Gao 2025: rates of the moments 0.9 and 0.999, learning rate 1e-3, decay
 * 1e-5, batches of 16, 300 epochs. The decay is taken as that of the PyTorch optimiser, a term
 * decay · w added to the gradient of every weight; the paper does not say which it means.
 *
 * @param learningRate step of Adam, above 0
 * @param weightDecay factor of the weights in their gradient, not negative
 * @param batchSize largest number of cases in a step, at least 2; the batches of an epoch differ by
 *     one case at most, so that none is too small for the batch normalisation
 * @param epochs passes over all cases, at least one
 * @param patience epochs without a smaller loss on the validation cases after which training ends;
 *     0: never. Ignored without validation cases
 * @param seed decides initial weights and the order of the cases
 * @param threads processor threads, at least one; another number may change the last digits
 */
public record TrainingOptions(
    double learningRate,
    double weightDecay,
    int batchSize,
    int epochs,
    int patience,
    long seed,
    int threads) {

  /** Decay of the first moment. */
  public static final double FIRST_MOMENT = 0.9;

  /** Decay of the second moment. */
  public static final double SECOND_MOMENT = 0.999;

  public TrainingOptions {
    if (!(learningRate > 0 && learningRate < 1) || !(weightDecay >= 0 && weightDecay < 1)) {
      throw new IllegalArgumentException(
          "learning rate and decay lie between 0 and 1: " + learningRate + ", " + weightDecay);
    }
    if (batchSize < 2 || epochs < 1 || patience < 0 || threads < 1) {
      throw new IllegalArgumentException(
          "batchSize >= 2, epochs >= 1, patience >= 0, threads >= 1: %d, %d, %d, %d"
              .formatted(batchSize, epochs, patience, threads));
    }
  }

  /** Returns the values of the paper. */
  public static TrainingOptions paper(long seed, int threads) {
    return new TrainingOptions(1e-3, 1e-5, 16, 300, 0, seed, threads);
  }

  public TrainingOptions withEpochs(int count) {
    return new TrainingOptions(
        learningRate, weightDecay, batchSize, count, patience, seed, threads);
  }

  public TrainingOptions withPatience(int count) {
    return new TrainingOptions(learningRate, weightDecay, batchSize, epochs, count, seed, threads);
  }

  public TrainingOptions withLearningRate(double rate) {
    return new TrainingOptions(rate, weightDecay, batchSize, epochs, patience, seed, threads);
  }

  public TrainingOptions withSeed(long other) {
    return new TrainingOptions(
        learningRate, weightDecay, batchSize, epochs, patience, other, threads);
  }
}
