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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.eclipse.core.runtime.IProgressMonitor;
import org.recourse.grid.finding.Finding;
import org.recourse.inference.engine.Device;
import org.recourse.inference.engine.EngineCatalogue;
import org.recourse.inference.engine.EngineEntry;
import org.recourse.inference.engine.EngineOptions;
import org.recourse.inference.engine.EngineState;
import org.recourse.inference.engine.InferenceException;
import org.recourse.inference.engine.LoadedModel;
import org.recourse.inference.engine.NamedTensors;
import org.recourse.inference.model.DoseConditions;
import org.recourse.inference.model.DoseQuantity;
import org.recourse.inference.model.FeatureScaling;
import org.recourse.inference.model.ModelPackage;
import org.recourse.inference.model.ModelPackageException;
import org.recourse.inference.model.ModelPackageReader;
import org.recourse.inference.model.ValidityDomain;
import org.recourse.inference.model.ValueRange;
import org.recourse.inference.network.NetworkLayout;
import org.recourse.inference.network.NetworkSize;
import org.recourse.inference.network.NetworkTensors;
import org.recourse.inference.network.NetworkVariant;
import org.recourse.inference.network.NetworkWeights;
import org.recourse.inference.network.NetworkWork;
import org.recourse.inference.onnx.MatrixProduct;
import org.recourse.inference.tensor.Tensor;
import org.recourse.inference.training.NetworkPlan;
import org.recourse.inference.training.NetworkTrainer;
import org.recourse.inference.training.TrainingCase;
import org.recourse.inference.training.TrainingOptions;
import org.recourse.inference.training.TrainingRequest;

/**
 * One patient of 80 x 120 x 120 voxels through the network of the paper and its fast variant,
 * forward and with gradient, beside the time of a matrix product of as many operations and the
 * ratio to it; and the processor time of one training step of 16 patients with one thread. Where an
 * engine offers a graphics card that works, the same again on the card, as cases that end with
 * {@code /cuda}. Weights are untrained, which changes no time.
 */
public final class InferenceBench implements Benchmark {

  private static final int WARM_UP = 3;
  private static final int RUNS = 20;
  private static final int TRAINING_STEPS = 4;
  private static final int BATCH = 16;

  private final Supplier<Optional<EngineCatalogue>> engines;
  private final Supplier<Optional<NetworkTrainer>> trainer;

  public InferenceBench(
      Supplier<Optional<EngineCatalogue>> engines, Supplier<Optional<NetworkTrainer>> trainer) {
    this.engines = engines;
    this.trainer = trainer;
  }

  @Override
  public String name() {
    return "inference";
  }

  /** Names every engine that works here, with its version. */
  @Override
  public String engine() {
    List<String> names = new ArrayList<>();
    engines
        .get()
        .ifPresent(
            catalogue -> {
              for (EngineEntry entry : catalogue.engines()) {
                if (catalogue.state(entry.id()) instanceof EngineState.Ready ready) {
                  names.add(entry.title() + " " + ready.version());
                }
              }
            });
    return names.isEmpty() ? "none" : String.join(", ", names);
  }

  @Override
  public String device() {
    return hasCard() ? "cpu, cuda" : "cpu";
  }

  @Override
  public List<BenchFigure> measure(BenchRun run, IProgressMonitor monitor) throws IOException {
    List<BenchFigure> figures = new ArrayList<>();
    try {
      for (NetworkVariant variant : NetworkVariant.values()) {
        for (int threads : threadCounts(run)) {
          OptionalDouble floorMs = floor(variant, threads, run, figures);
          networks(variant, EngineOptions.cpu(threads), floorMs, run, monitor, figures);
        }
        if (hasCard()) {
          int threads = run.executor().threadCount();
          var card = new EngineOptions(threads, Device.Kind.CUDA);
          networks(variant, card, OptionalDouble.empty(), run, monitor, figures);
        }
      }
      for (NetworkVariant variant : NetworkVariant.values()) {
        training(variant, run, monitor, figures);
      }
    } catch (InferenceException | ModelPackageException e) {
      run.findings().accept(Finding.error(e.getMessage(), name()));
    }
    return figures;
  }

  private static Set<Integer> threadCounts(BenchRun run) {
    var counts = new LinkedHashSet<Integer>();
    counts.add(1);
    counts.add(run.executor().threadCount());
    return counts;
  }

  private boolean hasCard() {
    return engines.get().stream()
        .flatMap(catalogue -> catalogue.engines().stream().map(e -> catalogue.state(e.id())))
        .anyMatch(
            state ->
                state instanceof EngineState.Ready ready
                    && ready.devices().stream().anyMatch(d -> d.kind() == Device.Kind.CUDA));
  }

  /** Returns the median, if the case is wanted. */
  private static OptionalDouble floor(
      NetworkVariant variant, int threads, BenchRun run, List<BenchFigure> figures)
      throws InferenceException {
    String caseName = "gemm/floor/" + word(variant);
    if (!run.wants(caseName)) {
      return OptionalDouble.empty();
    }
    double operations =
        NetworkWork.forwardOperations(variant, NetworkSize.PAPER, NetworkLayout.STANDARD);
    var floor = new Measurement(caseName, threads, 2, MatrixProduct.timesMs(operations, threads));
    figures.add(floor);
    return OptionalDouble.of(floor.median());
  }

  private void networks(
      NetworkVariant variant,
      EngineOptions options,
      OptionalDouble floorMs,
      BenchRun run,
      IProgressMonitor monitor,
      List<BenchFigure> figures)
      throws IOException, InferenceException, ModelPackageException {
    String device = options.device() == Device.Kind.CUDA ? "/cuda" : "";
    String forward = word(variant) + "/forward" + device;
    String gradient = word(variant) + "/gradient" + device;
    if (!run.wants(forward) && !run.wants(gradient)) {
      return;
    }
    if (engines.get().isEmpty()) {
      run.findings().accept(Finding.error("No engine is installed.", forward));
      return;
    }
    int threads = options.threadCount();
    monitor.subTask(word(variant) + device + ", " + threads + " threads");
    Path folder = Files.createTempDirectory("recourse-bench-");
    NamedTensors inputs = inputs(1);
    try (LoadedModel model =
        engines.get().get().load(untrained(variant, folder.resolve("package")), options, null)) {
      model.findings().forEach(run.findings());
      if (run.wants(forward)) {
        add(
            Measurement.of(forward, threads, WARM_UP, RUNS, i -> model.run(inputs, monitor)),
            floorMs,
            figures);
      }
      if (run.wants(gradient)) {
        add(
            Measurement.of(gradient, threads, WARM_UP, RUNS, i -> model.gradient(inputs, monitor)),
            floorMs,
            figures);
      }
    } finally {
      ImportBench.delete(folder);
    }
  }

  /** The ratio of medians to the floor of the same run and the same number of threads. */
  private static void add(
      Measurement measurement, OptionalDouble floorMs, List<BenchFigure> figures) {
    figures.add(measurement);
    if (floorMs.isPresent()) {
      figures.add(
          new SizeFigure(
              measurement.caseName(),
              "floorRatio",
              measurement.threads(),
              measurement.median() / floorMs.getAsDouble()));
    }
  }

  /** One step with one thread, so that the figure is the work and not its distribution. */
  private void training(
      NetworkVariant variant, BenchRun run, IProgressMonitor monitor, List<BenchFigure> figures)
      throws InferenceException {
    String caseName = "training/" + word(variant) + "/batch16";
    if (!run.wants(caseName)) {
      return;
    }
    if (trainer.get().isEmpty()) {
      run.findings().accept(Finding.warning("No engine that trains is installed.", caseName));
      return;
    }
    monitor.subTask(caseName);
    var plan = new NetworkPlan(variant, NetworkSize.PAPER, NetworkLayout.STANDARD);
    List<TrainingCase> cases =
        IntStream.range(0, BATCH)
            .mapToObj(
                i -> {
                  NamedTensors inputs = inputs(i);
                  double[] features = new double[NetworkLayout.SEQUENCE_FEATURES];
                  return new TrainingCase(
                      "case " + i,
                      Optional.of(inputs.tensor(NetworkTensors.DOSE)),
                      features,
                      i % 2 == 0);
                })
            .toList();
    var request =
        new TrainingRequest(
            plan,
            NetworkWeights.initial(1),
            cases,
            List.of(),
            TrainingOptions.paper(1, 1).withEpochs(TRAINING_STEPS),
            Optional.empty());
    List<Double> marks = new ArrayList<>();
    trainer.get().get().train(request, caseName, (stage, epoch) -> marks.add(cpuMs()), monitor);
    double[] cpuMs = new double[TRAINING_STEPS - 1];
    for (int i = 0; i < cpuMs.length; i++) {
      cpuMs[i] = marks.get(i + 1) - marks.get(i);
    }
    figures.add(new TimeFigure(caseName, "cpuMs", 1, 1, cpuMs));
  }

  private static double cpuMs() {
    return ProcessHandle.current()
        .info()
        .totalCpuDuration()
        .map(duration -> duration.toNanos() / 1e6)
        .orElseThrow(() -> new IllegalStateException("the system tells no processor time"));
  }

  private static ModelPackage untrained(NetworkVariant variant, Path folder)
      throws IOException, ModelPackageException {
    var conditions =
        new DoseConditions(
            new DoseQuantity.Physical(), 1, 1, 1, new ValueRange(25, 35), new ValueRange(1, 3));
    List<FeatureScaling> features =
        IntStream.range(0, NetworkLayout.SEQUENCE_FEATURES)
            .mapToObj(i -> new FeatureScaling("f" + i, "1", 0, 1))
            .toList();
    var domain = new ValidityDomain(new ValueRange(0, 80), 3);
    new UntrainedPackage("bench.untrained", conditions, features, domain).write(variant, folder);
    return new ModelPackageReader().read(folder, null);
  }

  private static NamedTensors inputs(long seed) {
    var random = new Random(seed);
    float[] dose = new float[NetworkSize.PAPER.doseShape().valueCount()];
    for (int i = 0; i < dose.length; i++) {
      dose[i] = 60 + 10 * random.nextFloat();
    }
    float[] features = new float[NetworkLayout.SEQUENCE_FEATURES];
    return new NamedTensors(
        Map.of(
            NetworkTensors.DOSE,
            Tensor.of(NetworkSize.PAPER.doseShape(), dose),
            NetworkTensors.FEATURES,
            Tensor.of(NetworkLayout.STANDARD.featureShape(), features)));
  }

  private static String word(NetworkVariant variant) {
    return variant.name().toLowerCase(Locale.ROOT);
  }
}
