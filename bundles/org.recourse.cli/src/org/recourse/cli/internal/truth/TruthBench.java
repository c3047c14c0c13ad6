/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cli.internal.truth;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.cohort.cases.TableFormatException;
import org.recourse.cohort.tables.CohortFolder;
import org.recourse.grid.finding.Finding;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.inference.engine.EngineCatalogue;
import org.recourse.inference.engine.InferenceException;
import org.recourse.inference.model.ModelPackageException;
import org.recourse.inference.training.NetworkTrainer;
import org.recourse.learning.pipeline.NotFittedException;
import org.recourse.radiomics.FeatureCatalogue;

/**
 * The campaign as the command line runs it: reads an ensemble of networks or trains it on prepared
 * patients, tries the patients that the log does not hold yet, and counts.
 *
 * @param choices what the command line asks for
 * @param engines engines for trained models
 * @param trainer the engine that trains
 * @param features installed features
 */
public record TruthBench(
    Choices choices,
    Supplier<Optional<EngineCatalogue>> engines,
    Supplier<Optional<NetworkTrainer>> trainer,
    FeatureCatalogue features) {

  private static final int NAMED_DIGITS = 12;

  /**
   * What the command line asks for.
   *
   * @param model folder of the ensemble; it is made there if it does not exist
   * @param cohort folder of prepared patients to train on
   */
  public record Choices(Optional<Path> model, Optional<Path> cohort) {}

  /**
   * Runs what is missing of the campaign.
   *
   * @param work folder for the log, for checkpoints, and for an ensemble that was not named
   * @param findings hears where the log lies
   * @throws IOException if something is missing or cannot be read; the sentence says what
   */
  public TruthResult run(
      Path work, SliceExecutor executor, Consumer<Finding> findings, IProgressMonitor monitor)
      throws IOException {
    SubMonitor progress = SubMonitor.convert(monitor, "Campaign of proposals", 100);
    var folder = new EnsembleFolder(choices.model().orElse(work.resolve("networks")));
    try {
      if (!folder.isComplete()) {
        train(folder, work, progress.split(30));
      }
      EngineCatalogue catalogue =
          engines.get().orElseThrow(() -> new IOException("No engine for networks is installed."));
      String digest = folder.digest().substring(0, NAMED_DIGITS);
      List<TruthGroup> groups = TruthGroup.all();
      Path file = work.resolve("campaign-" + digest + ".jsonl");
      findings.accept(Finding.info("The patients that are done stand in " + file + ".", "truth"));
      try (var ensemble =
          NetworkEnsemble.load(folder, catalogue, progress.setWorkRemaining(70).split(1))) {
        var campaign = new TruthCampaign(ensemble, folder.known(), features, executor);
        return TruthResult.of(
            campaign.run(groups, new TruthLog(file, campaign(digest, groups)), progress.split(69)));
      }
    } catch (InferenceException
        | ModelPackageException
        | NotFittedException
        | TableFormatException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  /** What decides the figures beside the code. */
  private static String campaign(String digest, List<TruthGroup> groups) {
    var text = new StringBuilder("networks " + digest);
    for (TruthGroup group : groups) {
      text.append(
          String.format(
              Locale.ROOT, ", %s: %d of seed %d", group.name(), group.patients(), group.seed()));
    }
    return text.toString();
  }

  private void train(EnsembleFolder folder, Path work, IProgressMonitor monitor)
      throws IOException, InferenceException, NotFittedException, TableFormatException {
    Path cohort =
        choices
            .cohort()
            .orElseThrow(
                () ->
                    new IOException(
                        folder.path()
                            + " holds no networks: name their folder (--model), or prepared"
                            + " patients to train them on (--campaign)."));
    NetworkTrainer engine =
        trainer.get().orElseThrow(() -> new IOException("No engine that trains is installed."));
    Path checkpoints = work.resolve("checkpoints");
    Files.createDirectories(checkpoints);
    new EnsembleTraining(
            engine,
            checkpoints,
            (stage, epoch) -> monitor.subTask(stage + ", epoch " + epoch.epoch()))
        .run(CohortFolder.read(cohort), folder, monitor);
  }
}
