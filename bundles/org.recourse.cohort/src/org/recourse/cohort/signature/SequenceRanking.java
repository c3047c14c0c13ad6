/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cohort.signature;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.recourse.learning.classifier.SupportVectorMachine;
import org.recourse.learning.pipeline.ChosenFeatures;
import org.recourse.learning.pipeline.FittedTransform;
import org.recourse.learning.pipeline.NotFittedException;
import org.recourse.learning.pipeline.TrainingSet;
import org.recourse.learning.pipeline.Transform;
import org.recourse.learning.pipeline.UnivariateScreening;

/**
 * Ranks the features of each sequence on its own and keeps the best of each; the result is in the
 * order of the ranks, the sequences in turn. Features are named {@code SEQUENCE/name} and
 * standardised before.
 *
 * @param ranking how
 * @param perSequence most features kept of a sequence, at least 1
 */
public record SequenceRanking(Ranking ranking, int perSequence) implements Transform {

  /** C of the ranking machine in the notebook that was published with the paper. */
  private static final double SVM_COST = 0.01;

  public SequenceRanking {
    if (perSequence < 1) {
      throw new IllegalArgumentException("at least one feature per sequence: " + perSequence);
    }
  }

  @Override
  public String description() {
    return "best " + perSequence + " of each sequence by " + ranking.title();
  }

  @Override
  public FittedTransform fit(TrainingSet training, long seed) throws NotFittedException {
    List<int[]> ranked = new ArrayList<>();
    for (int[] own : sequences(training).values()) {
      TrainingSet sequence = training.transformed(new ChosenFeatures(training, own));
      int[] order = order(sequence);
      ranked.add(Arrays.stream(order).limit(perSequence).map(position -> own[position]).toArray());
    }
    List<Integer> chosen = new ArrayList<>();
    for (int rank = 0; rank < perSequence; rank++) {
      for (int[] sequence : ranked) {
        if (rank < sequence.length) {
          chosen.add(sequence[rank]);
        }
      }
    }
    return new ChosenFeatures(training, chosen.stream().mapToInt(Integer::intValue).toArray());
  }

  private static Map<String, int[]> sequences(TrainingSet training) {
    Map<String, List<Integer>> columns = new LinkedHashMap<>();
    for (int j = 0; j < training.featureCount(); j++) {
      String name = training.featureNames().get(j);
      int slash = name.indexOf('/');
      columns
          .computeIfAbsent(name.substring(0, Math.max(0, slash)), key -> new ArrayList<>())
          .add(j);
    }
    Map<String, int[]> sequences = new LinkedHashMap<>();
    columns.forEach(
        (name, own) -> sequences.put(name, own.stream().mapToInt(Integer::intValue).toArray()));
    return sequences;
  }

  /** Features, best first; LASSO leaves out what it never takes. */
  private int[] order(TrainingSet sequence) throws NotFittedException {
    return switch (ranking) {
      case UNIVARIATE_LOGISTIC -> univariate(sequence);
      case LASSO -> LassoPath.entering(sequence, perSequence);
      case LINEAR_SVM -> {
        var machine =
            new SupportVectorMachine(new SupportVectorMachine.Kernel.Linear(), SVM_COST, 1);
        double[] weight = machine.featureWeights(sequence);
        yield byValue(IntStream.range(0, weight.length), j -> -Math.abs(weight[j]));
      }
    };
  }

  private static int[] univariate(TrainingSet sequence) throws NotFittedException {
    List<String> names = new UnivariateScreening(1).fit(sequence, 0).outputNames();
    return names.stream().mapToInt(sequence.featureNames()::indexOf).toArray();
  }

  private static int[] byValue(IntStream features, java.util.function.IntToDoubleFunction value) {
    return features
        .boxed()
        .sorted(Comparator.comparingDouble(value::applyAsDouble))
        .mapToInt(Integer::intValue)
        .toArray();
  }
}
