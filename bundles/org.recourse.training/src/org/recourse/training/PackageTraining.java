/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.inference.engine.InferenceException;
import org.recourse.inference.network.NetworkLayout;
import org.recourse.inference.training.CrossValidation;
import org.recourse.inference.training.FinalFit;
import org.recourse.inference.training.ModelTraining;
import org.recourse.inference.training.NetworkTrainer;
import org.recourse.inference.training.Smote;
import org.recourse.inference.training.TrainingListener;
import org.recourse.training.cohort.TrainingCohort;
import org.recourse.training.internal.PackageContent;

/**
 * Trains a model and writes its package: choice of features, grid search by cross-validation, final
 * fit on all patients. Immutable.
 *
 * @param settings how
 * @param trainer the engine
 * @param checkpoints folder in which an interrupted training goes on, one of its own for each
 *     model; empty: none
 */
public record PackageTraining(
    TrainingSettings settings, NetworkTrainer trainer, Optional<Path> checkpoints) {

  private static final int SMOTE_NEIGHBOURS = 5;
  private static final double NANOS = 1e9;

  public PackageTraining {
    Objects.requireNonNull(settings, "settings");
    Objects.requireNonNull(trainer, "trainer");
    Objects.requireNonNull(checkpoints, "checkpoints");
  }

  /** Returns the id of a package of these patients and inputs. */
  public static String id(ModelInputs inputs, boolean synthetic) {
    return "necrosis." + inputs.word() + (synthetic ? ".demonstration" : ".local");
  }

  /**
   * Trains a model and writes its package.
   *
   * @param inputs what it reads; the cohort must have that
   * @param folder where the package is to lie; must not exist
   * @param listener is told every epoch
   * @param monitor progress and cancellation; after it the last checkpoint stays
   * @throws TrainingException if the patients do not do, or the package cannot be written
   * @throws InferenceException if the engine fails
   */
  public TrainedPackage run(
      TrainingCohort cohort,
      ModelInputs inputs,
      Path folder,
      TrainingListener listener,
      IProgressMonitor monitor)
      throws TrainingException, InferenceException {
    TrainingCohort patients = cohort.of(inputs);
    requireEnough(patients, inputs);
    if (Files.exists(folder)) {
      throw new TrainingException(folder + " exists already; name another folder or remove it.");
    }
    SubMonitor progress = SubMonitor.convert(monitor, "Training " + inputs.title(), 100);
    try {
      var training =
          new ModelTraining(
              trainer,
              settings.folds(),
              new Smote(SMOTE_NEIGHBOURS, settings.seed()),
              ChiSquareLassoChoice.ofNames(patients.featureNames()),
              checkpointFolder(inputs));
      double started = processorSeconds();
      List<CrossValidation> searched =
          training.search(
              settings.candidates(inputs, patients.featureNames().size()),
              patients.cases(),
              listener,
              progress.split(85));
      CrossValidation chosen = CrossValidation.best(searched);
      FinalFit fit = training.fit(chosen, patients.cases(), listener, progress.split(14));
      double seconds = processorSeconds() - started;
      new PackageContent(settings, inputs, patients, searched, chosen, fit, seconds).write(folder);
      return new TrainedPackage(folder, chosen, seconds);
    } catch (IOException e) {
      throw new TrainingException("The package could not be written: " + e.getMessage(), e);
    }
  }

  private Optional<Path> checkpointFolder(ModelInputs inputs) throws IOException {
    if (checkpoints.isEmpty()) {
      return Optional.empty();
    }
    Path own = checkpoints.get().resolve(inputs.word());
    Files.createDirectories(own);
    return Optional.of(own);
  }

  private void requireEnough(TrainingCohort patients, ModelInputs inputs) throws TrainingException {
    for (var sequence : inputs.sequences()) {
      long count =
          patients.featureNames().stream().filter(n -> n.startsWith(sequence + "/")).count();
      if (count < NetworkLayout.SEQUENCE_FEATURES) {
        throw new TrainingException(
            "A model needs "
                + NetworkLayout.SEQUENCE_FEATURES
                + " features of "
                + sequence
                + " that every patient has; there are "
                + count
                + ".");
      }
    }
    if (inputs.dose() && !patients.hasDose()) {
      throw new TrainingException("A model with dose needs the dose of every patient.");
    }
    int events = patients.eventCount();
    int fewer = Math.min(events, patients.cases().size() - events);
    if (fewer < 2 * settings.folds()) {
      throw new TrainingException(
          "With "
              + settings.folds()
              + " folds there must be "
              + 2 * settings.folds()
              + " patients with and without the outcome; of one kind there are "
              + fewer
              + ".");
    }
  }

  private static double processorSeconds() {
    return ProcessHandle.current()
        .info()
        .totalCpuDuration()
        .map(duration -> duration.toNanos() / NANOS)
        .orElse(0.0);
  }
}
