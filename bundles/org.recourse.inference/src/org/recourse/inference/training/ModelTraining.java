/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.inference.training;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.inference.engine.InferenceException;
import org.recourse.inference.network.NetworkWeights;

/**
 * Cross-validation, grid search and the final fit. Whatever is fitted inside of a fold (scaling,
 * components, choice of features, SMOTE) sees the training part of that fold only.
 *
 * @param trainer the engine
 * @param foldCount folds, five in the paper
 * @param smote how the classes are balanced
 * @param choice which features a network is given
 * @param checkpoints folder for the checkpoints, one a training; empty: none are written
 */
public record ModelTraining(
    NetworkTrainer trainer,
    int foldCount,
    Smote smote,
    FeatureChoice choice,
    Optional<Path> checkpoints) {

  public ModelTraining {
    Objects.requireNonNull(trainer, "trainer");
    Objects.requireNonNull(smote, "smote");
    Objects.requireNonNull(choice, "choice");
    Objects.requireNonNull(checkpoints, "checkpoints");
    if (foldCount < 2) {
      throw new IllegalArgumentException("foldCount must be >= 2: " + foldCount);
    }
  }

  /**
   * Trains and scores every fold.
   *
   * @param name of the candidate, for stages and checkpoints: letters, digits and dashes
   */
  public CrossValidation crossValidate(
      String name,
      Candidate candidate,
      List<TrainingCase> cases,
      TrainingListener listener,
      IProgressMonitor monitor)
      throws InferenceException {
    Folds folds = Folds.stratified(cases, foldCount, candidate.options().seed());
    SubMonitor progress = SubMonitor.convert(monitor, "Cross-validation " + name, foldCount);
    Double[] scores = new Double[cases.size()];
    List<FoldFit> fits = new ArrayList<>();
    for (int fold = 0; fold < foldCount; fold++) {
      List<Integer> left = folds.validation().get(fold);
      List<TrainingCase> training = folds.training(fold).stream().map(cases::get).toList();
      List<TrainingCase> validation = left.stream().map(cases::get).toList();
      String stage = name + ", fold " + (fold + 1) + " of " + foldCount;
      FeaturePreparation preparation = FeaturePreparation.fit(training, choice);
      TrainedNetwork network =
          train(
              stage,
              candidate,
              preparation,
              training,
              preparation.scaled(validation),
              listener,
              progress.split(1));
      List<Double> own =
          trainer.scores(
              candidate.plan(), network.weights(), preparation.scaled(validation), progress);
      for (int i = 0; i < left.size(); i++) {
        scores[left.get(i)] = own.get(i);
      }
      fits.add(new FoldFit(preparation, network));
    }
    return new CrossValidation(
        candidate, fits, List.of(scores), cases.stream().map(TrainingCase::event).toList());
  }

  /** Cross-validates every candidate and returns them all, in their order. */
  public List<CrossValidation> search(
      List<Candidate> candidates,
      List<TrainingCase> cases,
      TrainingListener listener,
      IProgressMonitor monitor)
      throws InferenceException {
    SubMonitor progress = SubMonitor.convert(monitor, "Grid search", candidates.size());
    List<CrossValidation> results = new ArrayList<>();
    for (int i = 0; i < candidates.size(); i++) {
      results.add(
          crossValidate(
              "candidate-" + (i + 1), candidates.get(i), cases, listener, progress.split(1)));
    }
    return List.copyOf(results);
  }

  /**
   * Fits the final model to all cases with the settings of a cross-validation. There is nothing
   * left to stop early on, so it runs as many epochs as the folds kept on average.
   */
  public FinalFit fit(
      CrossValidation chosen,
      List<TrainingCase> cases,
      TrainingListener listener,
      IProgressMonitor monitor)
      throws InferenceException {
    Candidate candidate = chosen.candidate();
    Candidate whole =
        new Candidate(candidate.plan(), candidate.options().withEpochs(chosen.meanKeptEpoch()));
    FeaturePreparation preparation = FeaturePreparation.fit(cases, choice);
    TrainedNetwork network =
        train("final", whole, preparation, cases, List.of(), listener, monitor);
    List<NetworkWeights> ensemble =
        chosen.fits().stream()
            .map(fit -> fit.preparation().rebased(fit.network().weights(), preparation))
            .toList();
    return new FinalFit(preparation, network, ensemble);
  }

  private TrainedNetwork train(
      String stage,
      Candidate candidate,
      FeaturePreparation preparation,
      List<TrainingCase> training,
      List<TrainingCase> validation,
      TrainingListener listener,
      IProgressMonitor monitor)
      throws InferenceException {
    var request =
        new TrainingRequest(
            candidate.plan(),
            preparation.start(candidate.plan().layout(), candidate.options().seed()),
            smote.balanced(preparation.scaled(training)),
            validation,
            candidate.options(),
            checkpoints.map(folder -> folder.resolve(fileName(stage))));
    return trainer.train(request, stage, listener, monitor);
  }

  private static String fileName(String stage) {
    return stage.replaceAll("[^A-Za-z0-9]+", "-") + ".checkpoint";
  }
}
