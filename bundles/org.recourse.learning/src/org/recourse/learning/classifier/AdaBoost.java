/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.learning.classifier;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.recourse.learning.pipeline.Classifier;
import org.recourse.learning.pipeline.Learner;
import org.recourse.learning.pipeline.NotFittedException;
import org.recourse.learning.pipeline.TrainingSet;

/**
 * Discrete AdaBoost of one-split trees; the score is the weighted vote Σ α h(x) / Σ α in −1 … 1.
 * Source: Freund and Schapire 1997 (doi:10.1006/jcss.1997.1504).
 *
 * @param roundCount most rounds, at least 1; fewer when a round errs nowhere or no better than
 *     chance
 */
public record AdaBoost(int roundCount) implements Learner {

  public AdaBoost {
    if (roundCount < 1) {
      throw new IllegalArgumentException("at least one round: " + roundCount);
    }
  }

  @Override
  public String description() {
    return "AdaBoost, " + roundCount + " rounds of one-split trees";
  }

  private record Vote(DecisionTree stump, double weight) {}

  @Override
  public Classifier fit(TrainingSet training, long seed) throws NotFittedException {
    if (training.eventCount() == 0 || training.eventCount() == training.size()) {
      throw new NotFittedException("All training patients have the same outcome.");
    }
    var growth = new DecisionTree.Growth(1, 1, training.featureCount());
    double[] weight = new double[training.size()];
    Arrays.fill(weight, 1.0 / weight.length);
    List<Vote> votes = new ArrayList<>();
    for (int round = 0; round < roundCount; round++) {
      var stump =
          DecisionTree.grow(training.rows(), training.events(), weight, growth, new Random(seed));
      double error = error(training, stump, weight);
      if (error >= 0.5 - 1e-12) {
        break;
      }
      if (error == 0) {
        votes = new ArrayList<>(List.of(new Vote(stump, 1))); // one tree says it all
        break;
      }
      double vote = 0.5 * Math.log((1 - error) / error);
      votes.add(new Vote(stump, vote));
      reweigh(training, stump, weight, vote);
    }
    if (votes.isEmpty()) {
      throw new NotFittedException("No single split is better than chance on these patients.");
    }
    return new WeightedVotes(
        votes.stream().map(Vote::stump).toList(),
        votes.stream().mapToDouble(Vote::weight).toArray());
  }

  private static double error(TrainingSet training, DecisionTree stump, double[] weight) {
    double error = 0;
    for (int i = 0; i < weight.length; i++) {
      error += wrong(training, stump, i) ? weight[i] : 0;
    }
    return error;
  }

  private static boolean wrong(TrainingSet training, DecisionTree stump, int patient) {
    return stump.eventShare(training.row(patient)) > 0.5 != training.event(patient);
  }

  private static void reweigh(
      TrainingSet training, DecisionTree stump, double[] weight, double vote) {
    double sum = 0;
    for (int i = 0; i < weight.length; i++) {
      weight[i] *= Math.exp(wrong(training, stump, i) ? vote : -vote);
      sum += weight[i];
    }
    for (int i = 0; i < weight.length; i++) {
      weight[i] /= sum;
    }
  }
}
