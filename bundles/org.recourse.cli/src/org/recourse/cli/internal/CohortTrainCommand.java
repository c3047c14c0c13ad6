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
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.cohort.cases.TableFormatException;
import org.recourse.cohort.learned.KeptScores;
import org.recourse.cohort.learned.PackagedModel;
import org.recourse.cohort.learned.SystemResult;
import org.recourse.cohort.multiomics.MultiOmicsSettings;
import org.recourse.cohort.multiomics.MultiOmicsTraining;
import org.recourse.cohort.recurrence.RecurrenceSettings;
import org.recourse.cohort.recurrence.RecurrenceTraining;
import org.recourse.cohort.signature.SignatureOutcomes;
import org.recourse.cohort.signature.SignatureSettings;
import org.recourse.cohort.signature.SignatureTraining;
import org.recourse.cohort.tables.CohortFolder;
import org.recourse.cohort.tables.TablesText;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.inference.engine.InferenceException;
import org.recourse.inference.training.TrainingListener;
import org.recourse.learning.pipeline.NotFittedException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Trains one of the three systems on a cohort. */
@Command(
    name = "train",
    mixinStandardHelpOptions = true,
    description = {
      "Trains one of the three systems on the split \"train\" of a cohort and judges it on the"
          + " other splits; writes model packages, report.md and training.json.",
      "The signature and the recurrence models do not depend on the planned dose.",
      "A training that was stopped goes on where it was, to the same result, when it is started"
          + " again with the same arguments; what it has reached is kept in DIR.unfinished until it"
          + " is done."
    })
final class CohortTrainCommand extends CommandTask {

  private static final String RESULT = "training.json";

  /** The three systems. */
  enum System {
    signature,
    recurrence,
    multiomics
  }

  @Parameters(
      index = "0",
      paramLabel = "COHORT",
      description = "Folder with cohort.csv and features.csv, as cohort extract writes it.")
  private Path cohort;

  @Option(
      names = "--system",
      required = true,
      paramLabel = "S",
      description = "${COMPLETION-CANDIDATES}.")
  private System system;

  @Option(
      names = "--to",
      required = true,
      paramLabel = "DIR",
      description = "Folder that takes the packages; it must be empty or not exist.")
  private Path to;

  @Option(
      names = "--seed",
      required = true,
      paramLabel = "N",
      description = "Decides folds, forests, SMOTE and initial weights.")
  private long seed;

  @Option(
      names = "--quick",
      description = "Fewer trees, folds, epochs and permutations: to try it out.")
  private boolean quick;

  @Option(
      names = "--paper-grid",
      description =
          "With multiomics: dose volumes of 120 x 120 x 80 voxels as in the paper, about a hundred"
              + " hours on a processor; the cohort must hold volumes of that size.")
  private boolean paperGrid;

  @Option(
      names = "--permutations",
      paramLabel = "N",
      description =
          "Permutations of the leakage audit, below 3 none; without the option few, so that it"
              + " may tell nothing. Each costs a cross-validation: an interval of 0.05 on either"
              + " side of the mean takes about 10 with 400 patients and 25 with 100.")
  private Optional<Integer> permutations = Optional.empty();

  private final TrainingServices services;

  CohortTrainCommand(Surroundings surroundings, TrainingServices services) {
    super(surroundings);
    this.services = services;
  }

  @Override
  ExitCode run(SliceExecutor executor, IProgressMonitor monitor) throws RefusalException {
    SubMonitor progress = SubMonitor.convert(monitor, "Training", 100);
    var json = new JsonResult("cohort", surroundings());
    try {
      requireEmpty();
      CohortFolder folder = CohortFolder.read(cohort);
      CohortJson.inputs(json, cohort);
      SystemResult result = train(folder, executor.threadCount(), progress.split(95));
      Files.createDirectories(to);
      for (PackagedModel model : result.models()) {
        model.write(to);
      }
      new ResultFile(to.resolve("report.md").toString())
          .write(TablesText.of(List.of(result)), surroundings().out());
      json.findings(result.findings());
      json.add("models", CohortJson.models(result));
      json.add(
          "packages", JsonResult.texts(result.models().stream().map(PackagedModel::id).toList()));
      json.add("audits", CohortJson.audits(result));
      json.add("cells", CohortJson.cells(result.cells()));
      new ResultFile(to.resolve(RESULT).toString()).write(json.text(), surroundings().out());
      removeUnfinished();
      surroundings()
          .out()
          .println(result.models().size() + " models in " + to + ", report.md, " + RESULT);
      surroundings().out().flush();
      return ExitCode.of(json.findings());
    } catch (NotFittedException
        | InferenceException
        | TableFormatException
        | IOException
        | UncheckedIOException
        | IllegalArgumentException e) {
      throw new RefusalException(e.getMessage(), e);
    }
  }

  private void requireEmpty() throws IOException, RefusalException {
    if (Files.exists(to)) {
      try (var files = Files.list(to)) {
        if (files.findAny().isPresent()) {
          throw new RefusalException(
              Files.exists(unfinished())
                  ? to
                      + " is not empty: a training was stopped while it wrote there. Empty it, and"
                      + " the same command goes on."
                  : to + " is not empty; name another folder.");
        }
      }
    }
  }

  /** What a stopped training has reached. */
  private Path unfinished() {
    Path whole = to.toAbsolutePath().normalize();
    return whole.resolveSibling(whole.getFileName() + ".unfinished");
  }

  private void removeUnfinished() throws IOException {
    if (Files.exists(unfinished())) {
      List<Path> files;
      try (var all = Files.list(unfinished())) {
        files = all.toList();
      }
      for (Path file : files) {
        Files.delete(file);
      }
      Files.delete(unfinished());
    }
  }

  private SystemResult train(CohortFolder folder, int threads, IProgressMonitor monitor)
      throws NotFittedException, InferenceException, IOException, RefusalException {
    return switch (system) {
      case signature -> {
        SignatureSettings usual =
            quick ? SignatureSettings.quick(seed) : SignatureSettings.paper(seed);
        yield new SignatureTraining(
                permutations.map(usual::withPermutations).orElse(usual),
                SignatureOutcomes.standard(),
                KeptScores.in(unfinished()))
            .run(folder.cohort(), monitor);
      }
      case recurrence -> {
        RecurrenceSettings usual =
            quick ? RecurrenceSettings.quick(seed) : RecurrenceSettings.paper(seed);
        yield new RecurrenceTraining(
                permutations.map(usual::withPermutations).orElse(usual),
                KeptScores.in(unfinished()))
            .run(folder.cohort(), monitor);
      }
      case multiomics -> networks(folder, threads, monitor);
    };
  }

  private SystemResult networks(CohortFolder folder, int threads, IProgressMonitor monitor)
      throws NotFittedException, InferenceException, IOException, RefusalException {
    if (services.trainer().isEmpty()) {
      throw new RefusalException(
          "no engine that trains is installed; add the feature \"ReCourse training with"
              + " PyTorch\".");
    }
    CohortFolder.DoseGridSize grid =
        folder
            .grid()
            .orElseThrow(
                () -> new RefusalException(cohort + " holds no dose volumes (cohort.dose.f32)."));
    MultiOmicsSettings settings =
        (paperGrid
                ? MultiOmicsSettings.paper(seed, threads)
                : MultiOmicsSettings.coarse(seed, threads))
            .withVolumes(grid.size(), grid.spacingMm());
    if (quick) {
      settings = settings.withValidation(3, 0).withOptions(settings.options().withEpochs(3));
    }
    if (permutations.isPresent()) {
      settings = settings.withValidation(settings.validation().foldCount(), permutations.get());
    }
    return new MultiOmicsTraining(
            settings,
            services.trainer().get(),
            folder.doses(),
            Optional.of(Files.createDirectories(unfinished())),
            TrainingListener.NONE)
        .run(folder.cohort(), monitor);
  }
}
