/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.cohort.internal.training;

import java.io.IOException;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.recourse.cohort.learned.SystemResult;
import org.recourse.cohort.multiomics.MultiOmicsSettings;
import org.recourse.cohort.multiomics.MultiOmicsTraining;
import org.recourse.cohort.recurrence.RecurrenceSettings;
import org.recourse.cohort.recurrence.RecurrenceTraining;
import org.recourse.cohort.signature.SignatureOutcomes;
import org.recourse.cohort.signature.SignatureSettings;
import org.recourse.cohort.signature.SignatureTraining;
import org.recourse.cohort.tables.CohortFolder;
import org.recourse.inference.engine.InferenceException;
import org.recourse.inference.training.NetworkTrainer;
import org.recourse.inference.training.TrainingListener;
import org.recourse.learning.pipeline.NotFittedException;

/** The three published systems. */
enum TrainedSystem {
  SIGNATURE("Radiomic signature (Liu 2023)", "necrosis") {
    @Override
    SystemResult train(
        CohortFolder folder, TrainRequest request, Network network, IProgressMonitor monitor)
        throws NotFittedException {
      SignatureSettings settings =
          request.quick()
              ? SignatureSettings.quick(request.seed())
              : SignatureSettings.paper(request.seed());
      return new SignatureTraining(settings, SignatureOutcomes.standard())
          .run(folder.cohort(), monitor);
    }
  },
  RECURRENCE("Recurrence, 30 models (Hu 2025)", "recurrence") {
    @Override
    SystemResult train(
        CohortFolder folder, TrainRequest request, Network network, IProgressMonitor monitor)
        throws NotFittedException {
      RecurrenceSettings settings =
          request.quick()
              ? RecurrenceSettings.quick(request.seed())
              : RecurrenceSettings.paper(request.seed());
      return new RecurrenceTraining(settings).run(folder.cohort(), monitor);
    }
  },
  MULTIOMICS("Multi-omics networks (Gao 2025)", "necrosis") {
    @Override
    SystemResult train(
        CohortFolder folder, TrainRequest request, Network network, IProgressMonitor monitor)
        throws NotFittedException, InferenceException, IOException {
      NetworkTrainer trainer =
          network
              .trainer()
              .orElseThrow(
                  () ->
                      new InferenceException(
                          "Training a network needs PyTorch, which is not installed. Install its"
                              + " feature, or name a folder in PYTORCH_LIBRARY_PATH."));
      CohortFolder.DoseGridSize grid =
          folder
              .grid()
              .orElseThrow(
                  () ->
                      new InferenceException(
                          "The cohort holds no dose volumes (cohort.dose.f32)."));
      MultiOmicsSettings settings =
          MultiOmicsSettings.coarse(request.seed(), network.threads())
              .withVolumes(grid.size(), grid.spacingMm());
      if (request.quick()) {
        settings =
            settings
                .withValidation(QUICK_FOLDS, 0)
                .withOptions(settings.options().withEpochs(QUICK_EPOCHS));
      }
      return new MultiOmicsTraining(
              settings, trainer, folder.doses(), Optional.empty(), network.listener())
          .run(folder.cohort(), monitor);
    }
  };

  /**
   * What a network needs.
   *
   * @param trainer trains; empty without its engine
   * @param threads threads of the engine
   * @param listener hears of every epoch
   */
  record Network(Optional<NetworkTrainer> trainer, int threads, TrainingListener listener) {}

  private static final int QUICK_FOLDS = 3;
  private static final int QUICK_EPOCHS = 3;

  private final String title;
  private final String outcome;

  TrainedSystem(String title, String outcome) {
    this.title = title;
    this.outcome = outcome;
  }

  String title() {
    return title;
  }

  /** Name of the outcome in the cohort. */
  String outcome() {
    return outcome;
  }

  /** Trains on the split {@code train} and judges on the others. */
  abstract SystemResult train(
      CohortFolder folder, TrainRequest request, Network network, IProgressMonitor monitor)
      throws NotFittedException, InferenceException, IOException;
}
