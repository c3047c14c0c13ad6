/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cli.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.assistant.numbers.NumbersComputation;
import org.recourse.assistant.numbers.PlanNumbers;
import org.recourse.assistant.numbers.PlanSnapshot;
import org.recourse.cli.internal.training.AucText;
import org.recourse.cli.internal.training.DemonstrationSettings;
import org.recourse.cli.internal.training.DemonstrationTraining;
import org.recourse.dicom.DicomReadException;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.inference.engine.InferenceException;
import org.recourse.inference.training.CrossValidation;
import org.recourse.inference.training.TrainingEpoch;
import org.recourse.risk.ContributedRiskCatalogue;
import org.recourse.risk.MrSequence;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Trains the demonstration package anew. */
@Command(
    name = "train-demo",
    mixinStandardHelpOptions = true,
    description =
        "Trains the demonstration package on synthetic patients: about 10 minutes of processor"
            + " time. The same seed gives the same package on the same machine.")
final class TrainDemoCommand extends CommandTask {

  @Option(
      names = "--to",
      required = true,
      paramLabel = "FOLDER",
      description = "Folder that takes the package; the folder of its id inside must not exist.")
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
      names = "--checkpoints",
      paramLabel = "FOLDER",
      description = "Folder in which an interrupted training goes on.")
  private Optional<Path> checkpoints = Optional.empty();

  private final TrainingServices services;

  TrainDemoCommand(Surroundings surroundings, TrainingServices services) {
    super(surroundings);
    this.services = services;
  }

  @Override
  ExitCode run(SliceExecutor executor, IProgressMonitor monitor) throws RefusalException {
    if (services.trainer().isEmpty() || services.features().isEmpty()) {
      throw new RefusalException(
          "no engine that trains is installed; add the feature \"ReCourse training with"
              + " PyTorch\".");
    }
    DemonstrationSettings settings =
        DemonstrationSettings.shipped(executor.threadCount()).of(sequences, !withoutDose);
    Path folder = to.resolve(settings.id());
    if (Files.exists(folder)) {
      throw new RefusalException(folder + " exists already; name another folder or remove it.");
    }
    SubMonitor progress = SubMonitor.convert(monitor, "Training", 100);
    try (CaseFolder opened =
        CaseFolder.open(CaseFolder.BUNDLED, surroundings(), executor, progress.split(5))) {
      if (checkpoints.isPresent()) {
        Files.createDirectories(checkpoints.get());
      }
      PlanNumbers numbers =
          new NumbersComputation(
                  opened.openCase().voxels(), new ContributedRiskCatalogue(List.of()), executor)
              .compute(PlanSnapshot.of(opened.openCase().patientCase(), 1), progress.split(5));
      var training =
          new DemonstrationTraining(
              settings, services.trainer().get(), services.features().get(), checkpoints);
      CrossValidation result =
          training.run(
              numbers,
              opened.openCase().voxels(),
              folder,
              (stage, epoch) -> monitor.subTask(line(stage, epoch)),
              progress.split(90));
      surroundings()
          .out()
          .printf(Locale.ROOT, "%s\tAUC %s out of fold%n", folder, AucText.of(result.auc()));
      surroundings().out().flush();
      return ExitCode.DONE;
    } catch (DicomReadException | InferenceException | IOException e) {
      throw new RefusalException(e.getMessage(), e);
    }
  }

  private static String line(String stage, TrainingEpoch epoch) {
    String training =
        String.format(
            Locale.ROOT, "%s, epoch %d: loss %.4f", stage, epoch.epoch(), epoch.trainingLoss());
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
