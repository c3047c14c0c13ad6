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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.radiomics.BuiltInFeatures;
import org.recourse.radiomics.FeatureExtractor;
import org.recourse.radiomics.feature.FeatureFamily;
import org.recourse.radiomics.image.Region;
import org.recourse.radiomics.image.VoxelBlock;
import org.recourse.radiomics.preprocess.BiasFieldCorrection;
import org.recourse.radiomics.preprocess.BiasFieldParameters;
import org.recourse.radiomics.settings.ExtractionParameters;
import org.recourse.radiomics.settings.Settings;

/**
 * Processor and wall-clock time of 851 features (Original and Wavelet) on generated inputs, or of
 * given parameters on a given image ({@code custom}); of one class at a time; of N4; and of
 * dosiomics after a change of the dose.
 *
 * <p>Processor time is that of the whole process. {@code cpuMsCold} is the first extraction of a
 * fresh process. Rows of one class, such as {@code tumour/bin25/glcm}, have filtering and
 * discretisation in them; {@code tumour/bin25/filters} has the filters and one feature of the shape
 * alone. Stateless.
 */
public final class RadiomicsBench implements Benchmark {

  /** An image and a region of the user's, with parameters. */
  public record Custom(VoxelBlock image, Region region, ExtractionParameters parameters) {}

  private static final List<String> INPUTS = List.of("tumour", "ring", "cube");
  private static final List<Integer> BIN_WIDTHS = List.of(25, 5);
  private static final String N4 = "n4/mr256x256x25/shrink4";
  private static final String DOSIOMICS = "dosiomics/update";
  private static final int WARM_UP_VOXELS = 3_000_000;
  private static final int FEWEST_WARM_UPS = 6;

  private final Optional<Custom> custom;
  private final CpuClock clock = new CpuClock();

  /** Measures the given case instead of all others, if there is one. */
  public RadiomicsBench(Optional<Custom> custom) {
    this.custom = custom;
  }

  @Override
  public String name() {
    return "radiomics";
  }

  @Override
  public List<BenchFigure> measure(BenchRun run, IProgressMonitor monitor) throws IOException {
    var measured = new ArrayList<BenchFigure>();
    if (custom.isPresent()) {
      return measureCustom(custom.get(), monitor);
    }
    for (String input : INPUTS) {
      for (int binWidth : BIN_WIDTHS) {
        String caseName = input + "/bin" + binWidth;
        if (run.wants(caseName)) {
          addWarm(caseName, RadiomicsInputs.named(input), parameters(binWidth), monitor, measured);
          addClasses(
              caseName, RadiomicsInputs.named(input), parameters(binWidth), monitor, measured);
          addCold(caseName, run, monitor, measured);
        }
      }
    }
    if (run.wants(N4)) {
      measured.add(n4(monitor));
    }
    if (run.wants(DOSIOMICS)) {
      measured.addAll(new DosiomicsBench().run(run.executor(), monitor));
    }
    return measured;
  }

  List<BenchFigure> measureCustom(Custom one, IProgressMonitor monitor) {
    var measured = new ArrayList<BenchFigure>();
    addWarm(
        "custom",
        new RadiomicsInputs(one.image(), one.region()),
        one.parameters(),
        monitor,
        measured);
    return measured;
  }

  /** Returns the processor time of the first extraction of this process. */
  @Override
  public double onceMs(String caseName, BenchRun run, IProgressMonitor monitor) {
    String[] parts = caseName.split("/bin");
    RadiomicsInputs input = RadiomicsInputs.named(parts[0]);
    ExtractionParameters parameters = parameters(Integer.parseInt(parts[1]));
    try (SliceExecutor one = SliceExecutor.ofThreads(1)) {
      double start = clock.cpuMs();
      extraction(input, parameters, one, monitor).run();
      return clock.cpuMs() - start;
    }
  }

  private static ExtractionParameters parameters(int binWidth) {
    Map<String, Settings> types = new LinkedHashMap<>();
    types.put("Original", Settings.empty());
    types.put("Wavelet", Settings.empty());
    return new ExtractionParameters(
        Settings.empty().with("binWidth", binWidth).with("preCrop", true), types, Map.of());
  }

  private static Runnable extraction(
      RadiomicsInputs input,
      ExtractionParameters parameters,
      SliceExecutor executor,
      IProgressMonitor monitor) {
    var extractor = new FeatureExtractor(BuiltInFeatures.catalogue());
    return () -> {
      if (monitor.isCanceled()) {
        throw new OperationCanceledException();
      }
      extractor.extract(
          input.image(), input.region(), parameters, executor, new NullProgressMonitor());
    };
  }

  /** As many runs as it takes the compiler to have seen millions of voxels. */
  private static int warmUps(RadiomicsInputs input) {
    return FEWEST_WARM_UPS + WARM_UP_VOXELS / Math.max(input.region().voxelCount(), 1);
  }

  private static int samples(RadiomicsInputs input) {
    return input.region().voxelCount() > 500_000 ? 7 : 15;
  }

  private void addWarm(
      String caseName,
      RadiomicsInputs input,
      ExtractionParameters parameters,
      IProgressMonitor monitor,
      List<BenchFigure> measured) {
    monitor.subTask(caseName);
    int warmUps = warmUps(input);
    for (int threads = 1; threads <= 2; threads++) {
      try (SliceExecutor executor = SliceExecutor.ofThreads(threads)) {
        CpuClock.Times times =
            clock.sample(warmUps, samples(input), extraction(input, parameters, executor, monitor));
        measured.add(new TimeFigure(caseName, "cpuMsWarm", threads, warmUps, times.cpuMs()));
        measured.add(new TimeFigure(caseName, "wallMsWarm", threads, warmUps, times.wallMs()));
      }
    }
  }

  private void addClasses(
      String caseName,
      RadiomicsInputs input,
      ExtractionParameters parameters,
      IProgressMonitor monitor,
      List<BenchFigure> measured) {
    Map<String, Map<String, Set<String>>> rows = new LinkedHashMap<>();
    rows.put("filters", Map.of("shape", Set.of("MeshVolume")));
    for (FeatureFamily family : BuiltInFeatures.catalogue().families()) {
      String id = family.description().id();
      if (!id.equals("shape2D")) { // not among the 851
        rows.put(id, Map.of(id, Set.of()));
      }
    }
    rows.forEach(
        (row, classes) -> {
          monitor.subTask(caseName + "/" + row);
          try (SliceExecutor one = SliceExecutor.ofThreads(1)) {
            var only =
                new ExtractionParameters(parameters.settings(), parameters.imageTypes(), classes);
            CpuClock.Times times =
                clock.sample(FEWEST_WARM_UPS, 5, extraction(input, only, one, monitor));
            measured.add(
                new TimeFigure(
                    caseName + "/" + row, "cpuMsWarm", 1, FEWEST_WARM_UPS, times.cpuMs()));
          }
        });
  }

  private void addCold(
      String caseName, BenchRun run, IProgressMonitor monitor, List<BenchFigure> measured)
      throws IOException {
    Optional<ColdRuns> cold = run.coldRuns(name(), caseName);
    if (cold.isPresent()) {
      Measurement times = cold.get().run(caseName, 1, monitor);
      measured.add(new TimeFigure(caseName, "cpuMsCold", 1, 0, times.wallMs()));
    }
  }

  private BenchFigure n4(IProgressMonitor monitor) {
    monitor.subTask(N4);
    RadiomicsInputs head = RadiomicsInputs.shrunkenHead();
    try (SliceExecutor one = SliceExecutor.ofThreads(1)) {
      var correction = new BiasFieldCorrection(one);
      CpuClock.Times times =
          clock.sample(
              3,
              5,
              () ->
                  correction.correct(
                      head.image(),
                      head.region(),
                      BiasFieldParameters.defaults(),
                      new NullProgressMonitor()));
      return new TimeFigure(N4, "cpuMs", 1, 3, times.cpuMs());
    }
  }
}
