/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cohort.recurrence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.recourse.cohort.signature.LassoPath;
import org.recourse.learning.penalised.ElasticNet;
import org.recourse.learning.penalised.PenaltyChoice;
import org.recourse.learning.penalised.Response;
import org.recourse.learning.pipeline.ChosenFeatures;
import org.recourse.learning.pipeline.FittedTransform;
import org.recourse.learning.pipeline.NotFittedException;
import org.recourse.learning.pipeline.TrainingSet;
import org.recourse.learning.pipeline.Transform;
import org.recourse.learning.validation.StratifiedFolds;

/**
 * LASSO on handcrafted features and, by itself, on deep features, each with the penalty of least
 * squared error in cross-validation inside the training patients, as in the paper; clinical values
 * are kept as they are. Where that penalty leaves nothing of a block, the feature that enters first
 * is kept, so that every model exists.
 *
 * @param foldCount folds of the inner cross-validation, ten in the paper
 * @param memory of what was selected from the same values before
 */
record BlockLasso(int foldCount, SelectionMemory memory) implements Transform {

  /** Part of the path that is searched: sixty penalties down to a twentieth of the first. */
  private static final ElasticNet.Path PATH = new ElasticNet.Path(1, 60, 0.05);

  public BlockLasso {
    if (foldCount < 3) {
      throw new IllegalArgumentException("at least three folds: " + foldCount);
    }
  }

  @Override
  public String description() {
    return "LASSO on handcrafted and on deep features, penalty by "
        + foldCount
        + "-fold cross-validation";
  }

  @Override
  public FittedTransform fit(TrainingSet training, long seed) throws NotFittedException {
    int smaller = Math.min(training.eventCount(), training.size() - training.eventCount());
    if (smaller < foldCount) {
      throw new NotFittedException(
          foldCount + " folds need as many patients of each outcome; one has " + smaller + ".");
    }
    List<Integer> chosen = new ArrayList<>();
    for (RecurrenceFeatures.Kind kind : RecurrenceFeatures.Kind.values()) {
      int[] block =
          IntStream.range(0, training.featureCount())
              .filter(j -> RecurrenceFeatures.kind(training.featureNames().get(j)) == kind)
              .toArray();
      boolean selected = kind != RecurrenceFeatures.Kind.CLINICAL;
      for (int j : selected && block.length > 0 ? best(training, block, seed) : block) {
        chosen.add(j);
      }
    }
    return new ChosenFeatures(training, chosen.stream().mapToInt(Integer::intValue).toArray());
  }

  private int[] best(TrainingSet training, int[] block, long seed) throws NotFittedException {
    TrainingSet own = training.transformed(new ChosenFeatures(training, block));
    String key = SelectionMemory.key(own, foldCount, seed);
    Optional<int[]> known = memory.find(key);
    int[] kept = known.isPresent() ? known.get() : searched(own, seed);
    memory.remember(key, kept);
    return Arrays.stream(kept).map(j -> block[j]).toArray();
  }

  private int[] searched(TrainingSet own, long seed) throws NotFittedException {
    double[] outcome = new double[own.size()];
    for (int i = 0; i < outcome.length; i++) {
      outcome[i] = own.event(i) ? 1 : 0;
    }
    var response = new Response.Continuous(outcome); // the paper chooses by mean squared error
    double[][] x = own.rows();
    double[] lambdas = ElasticNet.penalties(x, response, PATH);
    int[] fold = StratifiedFolds.of(own.events(), foldCount, seed).foldOfPatient();
    PenaltyChoice choice =
        PenaltyChoice.crossValidated(
            x,
            response,
            1,
            lambdas,
            fold,
            foldCount,
            LassoPath.PRECISION,
            new NullProgressMonitor());
    double[] path = Arrays.copyOf(lambdas, choice.leastIndex() + 1);
    List<ElasticNet.Solution> solutions =
        ElasticNet.fit(x, response, 1, path, LassoPath.PRECISION, new NullProgressMonitor());
    int[] kept = solutions.getLast().chosen();
    if (kept.length == 0) {
      kept = first(x, response, lambdas);
    }
    return kept;
  }

  private static int[] first(double[][] x, Response response, double[] lambdas) {
    List<ElasticNet.Solution> solutions =
        ElasticNet.fit(
            x,
            response,
            1,
            Arrays.copyOf(lambdas, Math.min(5, lambdas.length)),
            LassoPath.PRECISION,
            new NullProgressMonitor());
    return solutions.stream()
        .map(ElasticNet.Solution::chosen)
        .filter(own -> own.length > 0)
        .findFirst()
        .map(own -> new int[] {own[0]})
        .orElse(new int[0]);
  }
}
