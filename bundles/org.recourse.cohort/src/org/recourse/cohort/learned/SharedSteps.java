/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cohort.learned;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.cohort.evaluation.PreparedCohort;
import org.recourse.learning.harmonisation.ComBat;
import org.recourse.learning.pipeline.FittedTransform;
import org.recourse.learning.pipeline.Learner;
import org.recourse.learning.pipeline.NotFittedException;
import org.recourse.learning.pipeline.Pipeline;
import org.recourse.learning.pipeline.TrainingSet;
import org.recourse.learning.pipeline.Transform;
import org.recourse.learning.sample.ScoredOutcomes;
import org.recourse.learning.validation.StratifiedFolds;

/**
 * ComBat by centre and transforms that several classifiers share, so that they are fitted once a
 * fold. The result is that of running each classifier with its own steps.
 *
 * @param transforms after the harmonisation, in order
 * @param untouchedColumns trailing columns, such as clinical values, that are not harmonised
 */
public record SharedSteps(List<Transform> transforms, int untouchedColumns) {

  private static final int MOST_DEALS = 100;
  private static final long DEAL_STEP = 1_000_003;

  public SharedSteps {
    transforms = List.copyOf(transforms);
    if (untouchedColumns < 0) {
      throw new IllegalArgumentException("untouchedColumns must be >= 0: " + untouchedColumns);
    }
  }

  /** Every step in order, for a classifier. */
  public String description(Learner learner) {
    return "ComBat by centre; " + new Pipeline(transforms, Optional.empty(), learner).description();
  }

  /**
   * Steps fitted on training patients.
   *
   * @param inputs names of the columns
   * @param harmonisation of the leading columns; empty with one centre
   * @param transforms fitted in order
   * @param training the training patients after all steps
   */
  public record Fitted(
      List<String> inputs,
      Optional<ComBat> harmonisation,
      List<FittedTransform> transforms,
      TrainingSet training) {

    public Fitted {
      inputs = List.copyOf(inputs);
      transforms = List.copyOf(transforms);
    }

    /** Features that reach the classifier. */
    public List<String> chosen() {
      return training.featureNames();
    }

    /** Fits a classifier on what the steps give. */
    public LearnedScore with(Learner learner, long seed) throws NotFittedException {
      return new LearnedScore(
          inputs, harmonisation, new Pipeline.Fitted(transforms, learner.fit(training, seed)));
    }
  }

  /**
   * @throws NotFittedException if a step cannot be fitted, with its reason
   */
  public Fitted fit(PreparedCohort.Sample patients, long seed) throws NotFittedException {
    List<String> centres = patients.centres();
    TrainingSet set = patients.set();
    Optional<ComBat> combat = harmonisation(patients);
    double[][] rows = new double[set.size()][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = LearnedScore.harmonised(combat, set.row(i), centres.get(i));
    }
    TrainingSet current = new TrainingSet(set.featureNames(), rows, set.events());
    List<FittedTransform> fitted = new ArrayList<>();
    for (Transform transform : transforms) {
      FittedTransform step = transform.fit(current, seed + fitted.size());
      fitted.add(step);
      current = current.transformed(step);
    }
    return new Fitted(set.featureNames(), combat, fitted, current);
  }

  /** The harmonisation of training patients; empty with one centre. */
  public Optional<ComBat> harmonisation(PreparedCohort.Sample patients) throws NotFittedException {
    List<String> centres = patients.centres();
    if (centres.stream().distinct().count() < 2) {
      return Optional.empty();
    }
    int harmonised = patients.set().featureCount() - untouchedColumns;
    double[][] rows = patients.set().rows();
    for (int i = 0; i < rows.length; i++) {
      rows[i] = Arrays.copyOf(rows[i], harmonised);
    }
    return Optional.of(
        ComBat.fit(
            new ComBat.Patients(rows, centres, new double[rows.length][0]), Optional.empty()));
  }

  /**
   * Out-of-fold scores of each learner, in their order.
   *
   * @throws NotFittedException if a step or a learner cannot be fitted on a fold
   */
  public List<ScoredOutcomes> outOfFold(
      PreparedCohort.Sample patients,
      List<Learner> learners,
      int foldCount,
      long seed,
      IProgressMonitor monitor)
      throws NotFittedException {
    SubMonitor progress = SubMonitor.convert(monitor, "Cross-validation", foldCount);
    boolean[] events = patients.set().events();
    StratifiedFolds folds = folds(patients, foldCount, seed);
    double[][] score = new double[learners.size()][events.length];
    for (int k = 0; k < foldCount; k++) {
      progress.checkCanceled();
      Fitted fitted = fit(patients.chosen(folds.trainingPatients(k)), seed);
      for (int l = 0; l < learners.size(); l++) {
        LearnedScore model = fitted.with(learners.get(l), seed);
        for (int i : folds.testPatients(k)) {
          score[l][i] = model.score(patients.set().row(i), patients.patients().get(i).centre());
        }
      }
      progress.worked(1);
    }
    List<ScoredOutcomes> all = new ArrayList<>();
    for (double[] own : score) {
      all.add(new ScoredOutcomes(own, events));
    }
    return all;
  }

  /**
   * Folds by outcome in which every training part keeps enough patients of each centre for ComBat:
   * the first deal that does, so that a deal without that trouble is the one of the seed. Looks at
   * outcomes and centres only. Where no deal does, the last one is returned and the harmonisation
   * says which centre is too small.
   */
  private static StratifiedFolds folds(PreparedCohort.Sample patients, int foldCount, long seed) {
    boolean[] events = patients.set().events();
    StratifiedFolds folds = StratifiedFolds.of(events, foldCount, seed);
    for (int deal = 1; deal <= MOST_DEALS && !keepsCentres(folds, patients.centres()); deal++) {
      folds = StratifiedFolds.of(events, foldCount, seed + deal * DEAL_STEP);
    }
    return folds;
  }

  private static boolean keepsCentres(StratifiedFolds folds, List<String> centres) {
    List<String> names = centres.stream().distinct().toList();
    for (int k = 0; names.size() > 1 && k < folds.foldCount(); k++) {
      int[] training = folds.trainingPatients(k);
      for (String name : names) {
        long kept = Arrays.stream(training).filter(i -> centres.get(i).equals(name)).count();
        if (kept < ComBat.LEAST_PATIENTS_PER_CENTRE) {
          return false;
        }
      }
    }
    return true;
  }
}
