/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cli.internal.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.cohort.cases.TableFormatException;
import org.recourse.cohort.evaluation.TableCell;
import org.recourse.cohort.extraction.RegionFeatures;
import org.recourse.cohort.extraction.SignatureFeatures;
import org.recourse.cohort.learned.SystemResult;
import org.recourse.cohort.recurrence.DeepFeatureException;
import org.recourse.cohort.recurrence.DeepFeaturePackage;
import org.recourse.cohort.recurrence.DeepRegionFeatures;
import org.recourse.cohort.recurrence.RecurrenceTraining;
import org.recourse.cohort.tables.CampaignPatients;
import org.recourse.cohort.tables.CampaignRun;
import org.recourse.cohort.tables.CohortFolder;
import org.recourse.cohort.tables.NoSignalRun;
import org.recourse.cohort.tables.PaperTables;
import org.recourse.cohort.tables.SyntheticTables;
import org.recourse.cohort.tables.TablesText;
import org.recourse.grid.finding.Finding;
import org.recourse.inference.engine.GraphRuntime;
import org.recourse.inference.engine.InferenceException;
import org.recourse.inference.onnx.resnet.ResNet50Graph;
import org.recourse.inference.onnx.resnet.ResNet50Layout;
import org.recourse.inference.onnx.resnet.ResNet50Weights;
import org.recourse.inference.training.NetworkTrainer;
import org.recourse.learning.pipeline.NotFittedException;
import org.recourse.learning.sample.Estimate;
import org.recourse.phantom.cohort.CohortSettings;
import org.recourse.phantom.cohort.SyntheticCohort;
import org.recourse.radiomics.FeatureCatalogue;

/**
 * The tables of the three papers on synthetic cohorts of their sizes, one result per cell; with a
 * campaign folder the learning curve on the patients prepared there instead.
 *
 * @param choices what the command line asks for
 * @param features installed features
 * @param trainer trains the networks, if an engine is installed
 * @param graphs runs the network of the deep features, if an engine is installed
 */
public record TablesBench(
    Choices choices,
    FeatureCatalogue features,
    Supplier<Optional<NetworkTrainer>> trainer,
    Supplier<Optional<GraphRuntime>> graphs)
    implements Benchmark {

  private static final long SEED = 20261121;
  private static final double QUICK_PIXEL_MM = 2;
  private static final double QUICK_SLICE_MM = 3;
  private static final int QUICK_SIDE = 64;

  /** Systems by the beginning of the names of their cells. */
  private static final Map<String, String> SYSTEMS =
      Map.of("gao2025", "multiomics", "hu2025", "recurrence", "liu2023", "signature");

  /**
   * What the command line asks for.
   *
   * @param quick a few patients
   * @param campaign folder of prepared patients for the learning curve
   * @param prepared synthetic patients to be prepared there first
   * @param withoutSignal cohorts of these patients without signal, in the place of the curve
   * @param deepFeatures package of the network for deep features; empty: a ResNet50 of random
   *     weights that shows that the way from images to models runs
   * @param report Markdown to write
   */
  public record Choices(
      boolean quick,
      Optional<Path> campaign,
      Optional<Integer> prepared,
      Optional<Integer> withoutSignal,
      Optional<Path> deepFeatures,
      Optional<Path> report) {}

  @Override
  public String name() {
    return "tables";
  }

  @Override
  public String engine() {
    return trainer.get().map(own -> own.getClass().getSimpleName()).orElse("none");
  }

  @Override
  public List<BenchFigure> measure(BenchRun run, IProgressMonitor monitor) throws IOException {
    try {
      return choices.campaign().isPresent()
          ? campaign(choices.campaign().get(), run, monitor)
          : tables(run, monitor);
    } catch (NotFittedException | InferenceException | TableFormatException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private List<BenchFigure> tables(BenchRun run, IProgressMonitor monitor)
      throws NotFittedException, InferenceException, IOException {
    List<String> wanted = wanted(run);
    if (wanted.contains("multiomics") && trainer.get().isEmpty()) {
      run.findings()
          .accept(
              Finding.warning(
                  "No engine that trains is installed, so the networks are left out; add the"
                      + " feature \"ReCourse training with PyTorch\".",
                  "gao2025"));
    }
    Optional<DeepFeaturePackage> deep =
        wanted.contains(RecurrenceTraining.SYSTEM) && graphs.get().isPresent()
            ? Optional.of(deepPackage())
            : Optional.empty();
    List<SystemResult> results = results(wanted, deep, run, monitor);
    report(
        "Seed %d%s.%n%n%s"
            .formatted(
                SEED,
                deep.map(own -> "; deep features: " + own.id() + " (" + own.source() + ")")
                    .orElse(""),
                TablesText.of(results)));
    List<BenchFigure> figures = new ArrayList<>();
    for (SystemResult result : results) {
      result.findings().forEach(run.findings());
      result.cells().forEach(cell -> add(figures, cell, run));
    }
    return figures;
  }

  private List<SystemResult> results(
      List<String> wanted,
      Optional<DeepFeaturePackage> deep,
      BenchRun run,
      IProgressMonitor monitor)
      throws NotFittedException, InferenceException, IOException {
    if (deep.isEmpty()) {
      return tables(Optional.empty(), run).run(wanted, run.executor(), monitor);
    }
    try (var features = new DeepRegionFeatures(deep.get(), graphs.get().orElseThrow())) {
      return tables(Optional.of(features), run).run(wanted, run.executor(), monitor);
    } catch (DeepFeatureException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private PaperTables tables(Optional<RegionFeatures> deep, BenchRun run) throws IOException {
    Path work = run.cacheFolder().resolve(choices.quick() ? "tables-quick" : "tables");
    return new PaperTables(
        new SyntheticTables(
            features,
            choices.quick()
                ? SignatureFeatures.parameters(QUICK_PIXEL_MM, QUICK_SLICE_MM)
                : SignatureFeatures.parameters(),
            work),
        deep,
        trainer.get(),
        choices.quick() ? PaperTables.Size.QUICK : PaperTables.Size.PAPER,
        SEED,
        choices.quick() ? Optional.empty() : Optional.of(folder(work.resolve("checkpoints"))));
  }

  private DeepFeaturePackage deepPackage() throws IOException {
    if (choices.deepFeatures().isPresent()) {
      try {
        return DeepFeaturePackage.read(choices.deepFeatures().get());
      } catch (DeepFeatureException e) {
        throw new IOException(e.getMessage(), e);
      }
    }
    int side = choices.quick() ? QUICK_SIDE : ResNet50Layout.SIDE;
    return DeepFeaturePackage.ofTorchvision(
        "resnet50-random-weights-" + SEED,
        "random weights, not trained: their features mean nothing",
        "EPL-2.0",
        side,
        ResNet50Layout.OUTPUTS,
        ResNet50Graph.of(ResNet50Weights.random(SEED), side));
  }

  private static List<String> wanted(BenchRun run) {
    return SYSTEMS.entrySet().stream()
        .filter(entry -> wants(run, entry.getKey()))
        .map(Map.Entry::getValue)
        .toList();
  }

  /** Whether a name asked for begins with the paper, or the paper with the name. */
  private static boolean wants(BenchRun run, String paper) {
    return run.only().isEmpty()
        || run.only().stream().anyMatch(only -> only.startsWith(paper) || paper.startsWith(only));
  }

  private static Path folder(Path path) throws IOException {
    return Files.createDirectories(path);
  }

  private void report(String markdown) throws IOException {
    if (choices.report().isPresent()) {
      Files.writeString(choices.report().get(), markdown);
    }
  }

  private static void add(List<BenchFigure> figures, TableCell cell, BenchRun run) {
    switch (cell.measured()) {
      case Estimate.Defined defined ->
          figures.add(
              new CellFigure(
                  cell.name(),
                  cell.metric().key(),
                  defined.value(),
                  defined.interval(),
                  cell.published(),
                  cell.code(),
                  cell.seed()));
      case Estimate.Undefined undefined ->
          run.findings()
              .accept(
                  Finding.info(
                      cell.metric().key() + " is not defined: " + undefined.reason(), cell.name()));
    }
  }

  private List<BenchFigure> campaign(Path folder, BenchRun run, IProgressMonitor monitor)
      throws NotFittedException, InferenceException, IOException, TableFormatException {
    SubMonitor progress = SubMonitor.convert(monitor, 100);
    if (choices.prepared().isPresent()) {
      CampaignPatients.standard(new SyntheticCohort(SEED, CohortSettings.STANDARD), features)
          .prepare(folder, choices.prepared().get(), run.executor(), progress.split(50));
    }
    CohortFolder patients = CohortFolder.read(folder);
    return choices.withoutSignal().isPresent()
        ? withoutSignal(patients, run, progress.split(50))
        : curve(patients, run, progress.split(50));
  }

  private List<BenchFigure> curve(CohortFolder patients, BenchRun run, IProgressMonitor monitor)
      throws NotFittedException, InferenceException, IOException {
    NetworkTrainer engine =
        trainer.get().orElseThrow(() -> new IOException("No engine that trains is installed."));
    var campaign =
        new CampaignRun(
            engine,
            Optional.of(folder(run.cacheFolder().resolve("campaign"))),
            SEED,
            choices.quick());
    CampaignRun.Outcome outcome = campaign.run(patients, monitor);
    report(outcome.markdown());
    List<BenchFigure> figures = new ArrayList<>();
    outcome.cells().forEach(cell -> add(figures, cell, run));
    addRatios(figures, outcome.shares(), CampaignRun.class.getName());
    return figures;
  }

  private List<BenchFigure> withoutSignal(
      CohortFolder patients, BenchRun run, IProgressMonitor monitor)
      throws NotFittedException, InferenceException, IOException {
    var cohorts =
        new NoSignalRun(wanted(run), choices.withoutSignal().orElseThrow(), SEED, trainer.get());
    NoSignalRun.Outcome outcome = cohorts.run(patients, monitor);
    report(outcome.markdown());
    List<BenchFigure> figures = new ArrayList<>();
    addRatios(figures, outcome.shares(), NoSignalRun.class.getName());
    return figures;
  }

  private static void addRatios(
      List<BenchFigure> figures, Map<String, Double> ratios, String code) {
    ratios.forEach(
        (name, value) ->
            figures.add(
                new CellFigure(
                    name, "ratio", value, Optional.empty(), OptionalDouble.empty(), code, SEED)));
  }
}
