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
import org.recourse.cohort.learned.KeptScores;
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

    /**
     * Adds a fold.
     *
     * @param tested its patients
     * @param ofFold their scores, empty if the candidate could not be fitted
     */
    void put(Key key, int[] tested, double[] ofFold) {
      if (ofFold.length == 0) {
        failed.merge(key, 1, Integer::sum);
        return;
      }
      double[] own = score.computeIfAbsent(key, k -> new double[patients.size()]);
      boolean[] scored = known.computeIfAbsent(key, k -> new boolean[patients.size()]);
      for (int i = 0; i < tested.length; i++) {
        own[tested[i]] = ofFold[i];
        scored[tested[i]] = true;
      }
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
   * @param kept keeps the scores of each fold
   * @throws NotFittedException if features cannot be standardised or ranked on a fold
   */
  static CandidateComparison of(
      TrainingSet patients, SignatureSettings settings, KeptScores kept, IProgressMonitor monitor)
      throws NotFittedException {
    SubMonitor progress =
        SubMonitor.convert(
            monitor, "Comparing candidates", settings.repeatCount() * settings.foldCount());
    List<Key> keys = keys(settings);
    Map<Key, Double> sum = new LinkedHashMap<>();
    Map<Key, Integer> failed = new LinkedHashMap<>();
    for (int repeat = 0; repeat < settings.repeatCount(); repeat++) {
      var scores = new Scores(patients);
      StratifiedFolds folds =
          StratifiedFolds.of(patients.events(), settings.foldCount(), settings.seed() + repeat);
      for (int k = 0; k < settings.foldCount(); k++) {
        progress.checkCanceled();
        int fold = k;
        double[][] ofFold =
            kept.rows(
                "candidates repeat " + (repeat + 1) + " fold " + (fold + 1),
                () -> fold(patients, folds, fold, settings, progress.split(1)));
        for (int i = 0; i < keys.size(); i++) {
          scores.put(keys.get(i), folds.testPatients(k), ofFold[i]);
        }
      }
      for (Key key : keys) {
        sum.merge(key, scores.auc(key) / settings.repeatCount(), Double::sum);
        failed.merge(key, scores.failed.getOrDefault(key, 0), Integer::sum);
      }
    }
    return new CandidateComparison(
        keys.stream()
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

  /** Scores of the patients of a fold by every candidate, in the order of the keys. */
  private static double[][] fold(
      TrainingSet patients,
      StratifiedFolds folds,
      int k,
      SignatureSettings settings,
      IProgressMonitor monitor)
      throws NotFittedException {
    SubMonitor progress = SubMonitor.convert(monitor, Ranking.values().length);
    List<Key> keys = keys(settings);
    double[][] scores = new double[keys.size()][];
    TrainingSet training = patients.patients(folds.trainingPatients(k));
    FittedTransform varying = new VariationFilter().fit(training, 0);
    training = training.transformed(varying);
    FittedTransform scaling = new Standardisation().fit(training, 0);
    training = training.transformed(scaling);
    TrainingSet tested = patients.patients(folds.testPatients(k));
    tested = tested.transformed(varying).transformed(scaling);
    for (Ranking ranking : Ranking.values()) {
      progress.checkCanceled();
      FittedTransform ranked =
          new SequenceRanking(ranking, settings.perSequence()).fit(training, 0);
      TrainingSet best = training.transformed(ranked);
      FittedTransform distinct = new CorrelationFilter(settings.greatestCorrelation()).fit(best, 0);
      TrainingSet left = best.transformed(distinct);
      TrainingSet judged = tested.transformed(ranked).transformed(distinct);
      for (int i = 0; i < scores.length; i++) {
        if (keys.get(i).candidate.ranking() == ranking) {
          scores[i] = scores(keys.get(i), left, judged, settings);
        }
      }
      progress.worked(1);
    }
    return scores;
  }

  /** Empty if the candidate cannot be fitted on these patients. */
  private static double[] scores(
      Key key, TrainingSet left, TrainingSet judged, SignatureSettings settings) {
    try {
      Transform elimination = key.candidate.elimination(key.featureCount);
      FittedTransform few = elimination.fit(left, settings.seed());
      Classifier classifier =
          key.candidate.learner(settings.treeCount()).fit(left.transformed(few), settings.seed());
      double[] scores = new double[judged.size()];
      for (int i = 0; i < scores.length; i++) {
        scores[i] = classifier.score(few.apply(judged.row(i)));
      }
      return scores;
    } catch (NotFittedException e) {
      return new double[0]; // such as separated outcomes; counted and shown in the table
    }
  }
}
