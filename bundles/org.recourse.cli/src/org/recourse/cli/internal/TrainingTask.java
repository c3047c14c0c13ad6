/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cli.internal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.inference.engine.InferenceException;
import org.recourse.inference.training.NetworkTrainer;
import org.recourse.inference.training.TrainingEpoch;
import org.recourse.radiomics.FeatureCatalogue;
import org.recourse.risk.MrSequence;
import org.recourse.training.AucText;
import org.recourse.training.ModelInputs;
import org.recourse.training.PackageTraining;
import org.recourse.training.TrainedPackage;
import org.recourse.training.TrainingException;
import org.recourse.training.TrainingSettings;
import org.recourse.training.cohort.CohortSource;
import org.recourse.training.cohort.TrainingCohort;
import picocli.CommandLine.Option;

/** What the commands that train have in common. */
abstract class TrainingTask extends CommandTask {

  @Option(
      names = "--to",
      required = true,
      paramLabel = "FOLDER",
      description = "Folder that takes the packages; the folder of an id inside must not exist.")
  private Path to;

  @Option(
      names = "--sequences",
      split = ",",
      paramLabel = "S",
      description = "MR sequences: ${COMPLETION-CANDIDATES}; default: all three.")
  private List<MrSequence> sequences = List.of(MrSequence.values());

  @Option(names = "--no-dose", description = "A model that does not read the dose.")
  private boolean withoutDose;

  @Option(
      names = "--all",
      description = "All eight models: T1, T1C, T2 and all three, without and with dose.")
  private boolean all;

  @Option(
      names = "--checkpoints",
      paramLabel = "FOLDER",
      description = "Folder in which an interrupted training goes on.")
  private Optional<Path> checkpoints = Optional.empty();

  private final TrainingServices services;

  TrainingTask(Surroundings surroundings, TrainingServices services) {
    super(surroundings);
    this.services = services;
  }

  /** Returns where the patients come from. */
  abstract CohortSource source(FeatureCatalogue features) throws RefusalException;

  /** Returns how the models are trained. */
  abstract TrainingSettings settings();

  @Override
  final ExitCode run(SliceExecutor executor, IProgressMonitor monitor) throws RefusalException {
    NetworkTrainer trainer =
        services
            .trainer()
            .orElseThrow(
                () ->
                    new RefusalException(
                        "no engine that trains is installed; add the feature \"ReCourse training"
                            + " with PyTorch\"."));
    FeatureCatalogue features =
        services.features().orElseThrow(() -> new RefusalException("no features are installed."));
    List<ModelInputs> models =
        all ? ModelInputs.eight() : List.of(new ModelInputs(sequences, !withoutDose));
    SubMonitor progress = SubMonitor.convert(monitor, "Training", 20 + 20 * models.size());
    try {
      CohortSource source = source(features); // checks the options first
      TrainingCohort cohort = source.cohort(settings().box(), progress.split(20));
      requireFree(models, cohort);
      for (ModelInputs inputs : models) {
        TrainedPackage trained =
            new PackageTraining(settings(), trainer, checkpoints)
                .run(
                    cohort,
                    inputs,
                    folder(inputs, cohort),
                    (stage, epoch) -> monitor.subTask(line(inputs, stage, epoch)),
                    progress.split(20));
        surroundings().out().println(trained.line());
        surroundings().out().flush();
      }
      return ExitCode.DONE;
    } catch (TrainingException | InferenceException e) {
      throw new RefusalException(e.getMessage(), e);
    }
  }

  private Path folder(ModelInputs inputs, TrainingCohort cohort) {
    return to.resolve(PackageTraining.id(inputs, cohort.synthetic()));
  }

  private void requireFree(List<ModelInputs> models, TrainingCohort cohort)
      throws RefusalException {
    for (ModelInputs inputs : models) {
      Path folder = folder(inputs, cohort);
      if (Files.exists(folder)) {
        throw new RefusalException(folder + " exists already; name another folder or remove it.");
      }
    }
  }

  private static String line(ModelInputs inputs, String stage, TrainingEpoch epoch) {
    String training =
        String.format(
            Locale.ROOT,
            "%s, %s, epoch %d: loss %.4f",
            inputs.title(),
            stage,
            epoch.epoch(),
            epoch.trainingLoss());
    return epoch.validationLoss().isEmpty()
        ? training
        : training
            + String.format(
                Locale.ROOT,
                ", validation %.4f, AUC %s",
                epoch.validationLoss().getAsDouble(),
                AucText.of(epoch.validationAuc()));
  }
}
