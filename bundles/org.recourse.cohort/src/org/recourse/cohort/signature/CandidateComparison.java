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
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.learning.performance.DeLong;
import org.recourse.learning.pipeline.Classifier;
import org.recourse.learning.pipeline.CorrelationFilter;
import org.recourse.learning.pipeline.FittedTransform;
import org.recourse.learning.pipeline.NotFittedException;
import org.recourse.learning.pipeline.Standardisation;
import org.recourse.learning.pipeline.TrainingSet;
import org.recourse.learning.pipeline.Transform;
import org.recourse.learning.pipeline.VariationFilter;
import org.recourse.learning.sample.ScoredOutcomes;
import org.recourse.learning.validation.StratifiedFolds;

/**
 * Compares the candidate pipelines by repeated cross-validation on the training patients. Steps
 * that candidates share are fitted once a fold; the result is that of running each pipeline by
 * itself.
 *
 * @param rows every candidate with every number of features
 */
public record CandidateComparison(List<Row> rows) {

  public CandidateComparison {
    rows = List.copyOf(rows);
  }

  /**
   * One candidate with one number of features.
   *
   * @param candidate which
   * @param featureCount features left
   * @param meanAuc mean over repeats of the AUC of all out-of-fold scores; 0.5 is by chance
   * @param failedFolds folds on which it could not be fitted; its AUC is that of the others
   */
  public record Row(
      SignatureCandidate candidate, int featureCount, double meanAuc, int failedFolds) {}

  /** The row with the greatest AUC of those that never failed, the first of equals. */
  public Row best() {
    return rows.stream()
        .filter(row -> row.failedFolds() == 0)
        .max(Comparator.comparingDouble(Row::meanAuc))
        .orElseThrow(() -> new IllegalStateException("no candidate was fitted on every fold"));
  }

  /** The best row of a candidate. */
  public Row best(SignatureCandidate candidate) {
    return rows.stream()
        .filter(row -> row.candidate().equals(candidate))
        .max(Comparator.comparingDouble(Row::meanAuc))
        .orElseThrow(() -> new IllegalArgumentException("not compared: " + candidate));
  }

  private record Key(SignatureCandidate candidate, int featureCount) {}

  /** Out-of-fold scores of one repeat, by candidate. */
  private static final class Scores {
    private final TrainingSet patients;
    private final Map<Key, double[]> score = new LinkedHashMap<>();
    private final Map<Key, Integer> failed = new LinkedHashMap<>();
    private final Map<Key, boolean[]> known = new LinkedHashMap<>();

    Scores(TrainingSet patients) {
      this.patients = patients;
    }

    void put(Key key, int[] tested, Classifier classifier, FittedTransform... steps) {
      double[] own = score.computeIfAbsent(key, k -> new double[patients.size()]);
      boolean[] scored = known.computeIfAbsent(key, k -> new boolean[patients.size()]);
      for (int patient : tested) {
        double[] row = patients.row(patient);
        for (FittedTransform step : steps) {
          row = step.apply(row);
        }
        own[patient] = classifier.score(row);
        scored[patient] = true;
      }
    }

    void failed(Key key) {
      failed.merge(key, 1, Integer::sum);
    }

    double auc(Key key) {
      boolean[] scored = known.getOrDefault(key, new boolean[patients.size()]);
      int[] index =
          java.util.stream.IntStream.range(0, scored.length).filter(i -> scored[i]).toArray();
      if (index.length == 0) {
        return 0;
      }
      ScoredOutcomes all = new ScoredOutcomes(score.get(key), patients.events()).drawn(index);
      return DeLong.areaUnderCurve(all, 0.95).asOptional().orElse(0.0);
    }
  }

  /**
   * @throws NotFittedException if features cannot be standardised or ranked on a fold
   */
  public static CandidateComparison of(
      TrainingSet patients, SignatureSettings settings, IProgressMonitor monitor)
      throws NotFittedException {
    SubMonitor progress =
        SubMonitor.convert(
            monitor,
            "Comparing candidates",
            settings.repeatCount() * settings.foldCount() * Ranking.values().length);
    Map<Key, Double> sum = new LinkedHashMap<>();
    Map<Key, Integer> failed = new LinkedHashMap<>();
    for (int repeat = 0; repeat < settings.repeatCount(); repeat++) {
      var scores = new Scores(patients);
      StratifiedFolds folds =
          StratifiedFolds.of(patients.events(), settings.foldCount(), settings.seed() + repeat);
      for (int k = 0; k < settings.foldCount(); k++) {
        addFold(scores, folds, k, settings, progress);
      }
      for (Key key : keys(settings)) {
        sum.merge(key, scores.auc(key) / settings.repeatCount(), Double::sum);
        failed.merge(key, scores.failed.getOrDefault(key, 0), Integer::sum);
      }
    }
    return new CandidateComparison(
        keys(settings).stream()
            .map(key -> new Row(key.candidate, key.featureCount, sum.get(key), failed.get(key)))
            .toList());
  }

  private static List<Key> keys(SignatureSettings settings) {
    List<Key> keys = new ArrayList<>();
    for (SignatureCandidate candidate : SignatureCandidate.all()) {
      settings.searchedCounts().forEach(count -> keys.add(new Key(candidate, count)));
    }
    return keys;
  }

  private static void addFold(
      Scores scores, StratifiedFolds folds, int k, SignatureSettings settings, SubMonitor progress)
      throws NotFittedException {
    TrainingSet training = scores.patients.patients(folds.trainingPatients(k));
    FittedTransform varying = new VariationFilter().fit(training, 0);
    training = training.transformed(varying);
    FittedTransform scaling = new Standardisation().fit(training, 0);
    training = training.transformed(scaling);
    for (Ranking ranking : Ranking.values()) {
      progress.checkCanceled();
      FittedTransform ranked =
          new SequenceRanking(ranking, settings.perSequence()).fit(training, 0);
      TrainingSet best = training.transformed(ranked);
      FittedTransform distinct = new CorrelationFilter(settings.greatestCorrelation()).fit(best, 0);
      TrainingSet left = best.transformed(distinct);
      for (Key key : keys(settings)) {
        if (key.candidate.ranking() == ranking) {
          addCandidate(
              scores,
              key,
              left,
              folds.testPatients(k),
              settings,
              varying,
              scaling,
              ranked,
              distinct);
        }
      }
      progress.worked(1);
    }
  }

  private static void addCandidate(
      Scores scores,
      Key key,
      TrainingSet left,
      int[] tested,
      SignatureSettings settings,
      FittedTransform... shared) {
    try {
      Transform elimination = key.candidate.elimination(key.featureCount);
      FittedTransform few = elimination.fit(left, settings.seed());
      Classifier classifier =
          key.candidate.learner(settings.treeCount()).fit(left.transformed(few), settings.seed());
      FittedTransform[] steps = java.util.Arrays.copyOf(shared, shared.length + 1);
      steps[shared.length] = few;
      scores.put(key, tested, classifier, steps);
    } catch (NotFittedException e) {
      scores.failed(key); // such as separated outcomes; counted and shown in the table
    }
  }
}
