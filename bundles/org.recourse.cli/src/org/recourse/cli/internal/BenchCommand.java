/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cli.internal;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.recourse.cli.internal.bench.AssistantBench;
import org.recourse.cli.internal.bench.BenchFigure;
import org.recourse.cli.internal.bench.BenchMachine;
import org.recourse.cli.internal.bench.BenchRun;
import org.recourse.cli.internal.bench.Benchmark;
import org.recourse.cli.internal.bench.Calibration;
import org.recourse.cli.internal.bench.CellFigure;
import org.recourse.cli.internal.bench.DoseBench;
import org.recourse.cli.internal.bench.DvhAccuracyBench;
import org.recourse.cli.internal.bench.InferenceBench;
import org.recourse.cli.internal.bench.InteractiveBench;
import org.recourse.cli.internal.bench.PlanningBench;
import org.recourse.cli.internal.bench.RadiomicsBench;
import org.recourse.cli.internal.bench.RegistrationBench;
import org.recourse.cli.internal.bench.ReplayBench;
import org.recourse.cli.internal.bench.TablesBench;
import org.recourse.cli.internal.truth.TruthBench;
import org.recourse.dicom.DicomReadException;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.phantom.PhantomException;
import org.recourse.radiomics.image.Region;
import org.recourse.radiomics.image.VoxelBlock;
import org.recourse.radiomics.settings.ExtractionParameters;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The benchmarks of this project. */
@Command(
    name = BenchCommand.NAME,
    mixinStandardHelpOptions = true,
    description = "The benchmarks of this project, JSON on standard output.")
final class BenchCommand extends CommandTask {

  static final String NAME = "bench";

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "NAME",
      description =
          "Which benchmark: interactive (default), dvh-accuracy, dose, radiomics, inference,"
              + " registration, planning, assistant, replay or tables.")
  private String name = "interactive";

  @Option(names = "--json", paramLabel = "F", description = "JSON result; default: -.")
  private String json = "-";

  @Option(
      names = "--only",
      split = ",",
      paramLabel = "CASE",
      description = "Only cases that start with this, such as frame or import/ct200/warm.")
  private List<String> only = List.of();

  @Option(
      names = "--table",
      paramLabel = "F.md",
      description = "With dvh-accuracy: writes the page of the documentation as well.")
  private Optional<Path> table = Optional.empty();

  @Option(
      names = "--image",
      paramLabel = "I",
      description = "With radiomics: times this image instead, as the case custom.")
  private Optional<Path> image = Optional.empty();

  @Option(names = "--mask", paramLabel = "M", description = "With --image: the mask.")
  private Optional<Path> mask = Optional.empty();

  @Option(
      names = "--params",
      paramLabel = "P",
      description = "With --image: PyRadiomics parameter file.")
  private Optional<Path> params = Optional.empty();

  @Option(
      names = "--quick",
      description = "With tables: a few patients, to see that everything runs.")
  private boolean quick;

  @Option(
      names = "--campaign",
      paramLabel = "COHORT",
      description =
          "With tables: the learning curve of the networks against the oracle on a cohort folder of"
              + " synthetic patients with their true risk. With assistant --only truth: trains the"
              + " networks of the campaign on that folder.")
  private Optional<Path> campaign = Optional.empty();

  @Option(
      names = "--prepare",
      paramLabel = "N",
      description =
          "With --campaign: first makes what is missing of N synthetic patients in that folder.")
  private Optional<Integer> prepared = Optional.empty();

  @Option(
      names = "--no-signal",
      paramLabel = "K",
      description =
          "With --campaign: in the place of the learning curve, all systems on K cohorts of these"
              + " patients whose outcomes were drawn anew.")
  private Optional<Integer> withoutSignal = Optional.empty();

  @Option(
      names = "--deep-features",
      paramLabel = "PACKAGE",
      description =
          "With tables: the network for deep features, as models convert-resnet50 makes it;"
              + " default: a ResNet50 of random weights, which shows that all thirty models run.")
  private Optional<Path> deepFeatures = Optional.empty();

  @Option(
      names = "--model",
      paramLabel = "FOLDER",
      description =
          "With assistant --only truth: the trained networks of the campaign; made there from"
              + " --campaign if there are none.")
  private Optional<Path> model = Optional.empty();

  @Option(
      names = "--report",
      paramLabel = "F.md",
      description = "With tables: writes all tables as Markdown as well.")
  private Optional<Path> report = Optional.empty();

  @Option(
      names = "--once",
      hidden = true,
      description = "Does a cold case once and prints the time in ms; used by the benchmark.")
  private Optional<String> once = Optional.empty();

  private final Engines engines;
  private final TrainingServices training;

  BenchCommand(Surroundings surroundings, Engines engines, TrainingServices training) {
    super(surroundings);
    this.engines = engines;
    this.training = training;
  }

  @Override
  ExitCode run(SliceExecutor executor, IProgressMonitor monitor) throws RefusalException {
    Benchmark benchmark = benchmark(executor, monitor);
    var result = new JsonResult(NAME, surroundings());
    var run =
        new BenchRun(
            surroundings().cacheFolder(),
            surroundings().catalogue(),
            executor,
            only,
            finding -> result.findings(List.of(finding)));
    try {
      if (once.isPresent()) {
        surroundings().out().println(benchmark.onceMs(once.get(), run, monitor));
        surroundings().out().flush();
        return ExitCode.DONE;
      }
      List<BenchFigure> figures = new ArrayList<>();
      figures.add(Calibration.run());
      figures.addAll(benchmark.measure(run, monitor));
      write(figures, benchmark, result);
      return ExitCode.of(result.findings());
    } catch (DicomReadException | PhantomException | IOException e) {
      throw new RefusalException(e.getMessage(), e);
    }
  }

  private Benchmark benchmark(SliceExecutor executor, IProgressMonitor monitor)
      throws RefusalException {
    List<Benchmark> all =
        List.of(
            new InteractiveBench(),
            new DvhAccuracyBench(table),
            new DoseBench(),
            new RadiomicsBench(custom(executor, monitor)),
            new InferenceBench(engines::catalogue, training::trainer),
            new RegistrationBench(),
            new PlanningBench(),
            new AssistantBench(
                new TruthBench(
                    new TruthBench.Choices(model, campaign),
                    engines::catalogue,
                    training::trainer,
                    FeaturesCatalogue.installed())),
            new ReplayBench(surroundings().software(), surroundings().protocols()),
            new TablesBench(
                new TablesBench.Choices(
                    quick, campaign, prepared, withoutSignal, deepFeatures, report),
                FeaturesCatalogue.installed(),
                training::trainer,
                training::graphs));
    Benchmark found =
        all.stream()
            .filter(benchmark -> benchmark.name().equals(name))
            .findFirst()
            .orElseThrow(
                () ->
                    new RefusalException(
                        "there is no benchmark "
                            + name
                            + "; there are: "
                            + String.join(", ", all.stream().map(Benchmark::name).toList())));
    if (table.isPresent() && !(found instanceof DvhAccuracyBench)) {
      throw new RefusalException("--table belongs to dvh-accuracy, not to " + name + ".");
    }
    boolean ofTables =
        quick
            || prepared.isPresent()
            || withoutSignal.isPresent()
            || deepFeatures.isPresent()
            || report.isPresent();
    if (ofTables && !(found instanceof TablesBench)) {
      throw new RefusalException(
          "--quick, --prepare, --no-signal, --deep-features and --report belong to tables, not to "
              + name
              + ".");
    }
    boolean ofCampaigns = found instanceof TablesBench || found instanceof AssistantBench;
    if (campaign.isPresent() && !ofCampaigns
        || model.isPresent() && !(found instanceof AssistantBench)) {
      throw new RefusalException(
          "--campaign belongs to tables and assistant, --model to assistant, not to " + name + ".");
    }
    if (campaign.isEmpty() && (prepared.isPresent() || withoutSignal.isPresent())) {
      throw new RefusalException("--prepare and --no-signal belong to --campaign COHORT.");
    }
    if (withoutSignal.filter(count -> count < 1).isPresent()) {
      throw new RefusalException("--no-signal needs at least one cohort.");
    }
    if (image.isPresent() && !(found instanceof RadiomicsBench)) {
      throw new RefusalException("--image belongs to radiomics, not to " + name + ".");
    }
    return found;
  }

  private Optional<RadiomicsBench.Custom> custom(SliceExecutor executor, IProgressMonitor monitor)
      throws RefusalException {
    if (image.isEmpty() && mask.isEmpty() && params.isEmpty()) {
      return Optional.empty();
    }
    if (image.isEmpty() || mask.isEmpty()) {
      throw new RefusalException("name --image I and --mask M together.");
    }
    ExtractionParameters parameters = FeaturesCommand.parameters(params);
    try (var inputs = new FeaturesInputs(executor)) {
      var volume = VoxelBlock.of(inputs.image(image.get(), Optional.empty(), monitor).volume());
      Region region =
          inputs
              .mask(
                  mask.get(),
                  Optional.empty(),
                  parameters.settings().integer("label", 1),
                  volume.geometry(),
                  "",
                  parameters.settings().flag("correctMask", false),
                  monitor)
              .region();
      return Optional.of(new RadiomicsBench.Custom(volume, region, parameters));
    }
  }

  private void write(List<BenchFigure> figures, Benchmark benchmark, JsonResult result)
      throws RefusalException {
    result.add("name", new JsonPrimitive(name));
    BenchMachine here = BenchMachine.here();
    var machine = new JsonObject();
    machine.addProperty("cpu", here.cpu());
    machine.addProperty("cores", here.cores());
    machine.addProperty("heapMiB", here.heapMiB());
    machine.addProperty("java", here.java());
    machine.addProperty("engine", benchmark.engine());
    machine.addProperty("device", benchmark.device());
    result.add("machine", machine);
    var results = new JsonArray();
    for (BenchFigure figure : figures) {
      results.add(json(figure));
    }
    result.add("results", results);
    new ResultFile(json).write(result.text(), surroundings().out());
  }

  private static JsonObject json(BenchFigure figure) {
    var object = new JsonObject();
    object.addProperty("case", figure.caseName());
    object.addProperty("metric", figure.metric());
    object.addProperty("threads", figure.threads());
    object.addProperty("median", figure.median());
    object.addProperty("p95", figure.p95());
    object.addProperty("min", figure.min());
    object.addProperty("max", figure.max());
    object.addProperty("n", figure.count());
    object.addProperty("warmUpRuns", figure.warmUpRuns());
    if (!figure.interval95().isEmpty()) {
      var interval = new JsonArray();
      figure.interval95().forEach(interval::add);
      object.add("interval95", interval);
    }
    if (figure instanceof CellFigure cell) {
      object.addProperty("value", cell.value());
      cell.published().ifPresent(value -> object.addProperty("published", value));
      object.addProperty("code", cell.code());
      object.addProperty("seed", cell.seed());
    }
    return object;
  }
}
