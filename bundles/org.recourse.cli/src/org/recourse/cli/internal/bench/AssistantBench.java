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
import java.util.List;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.assistant.cases.OpenCase;
import org.recourse.cli.internal.truth.TruthBench;
import org.recourse.cli.internal.truth.TruthResult;
import org.recourse.dicom.DicomReadException;
import org.recourse.grid.finding.Finding;
import org.recourse.inference.engine.EngineCatalogue;
import org.recourse.inference.model.ModelPackageException;
import org.recourse.model.store.CaseStore;
import org.recourse.phantom.BundledCase;
import org.recourse.phantom.PhantomException;

/**
 * The tuning assistant: times from an edit to its numbers, and with {@code --only truth} what
 * accepted proposals do to the true risk of synthetic patients, which takes about half an hour.
 *
 * @param truth that campaign
 */
public record AssistantBench(TruthBench truth) implements Benchmark {

  private static final String TRUTH = "truth";
  private static final String FULL_GRID = "/fullGrid/untrained";

  @Override
  public String name() {
    return "assistant";
  }

  @Override
  public List<BenchFigure> measure(BenchRun run, IProgressMonitor monitor)
      throws DicomReadException, PhantomException, IOException {
    SubMonitor progress = SubMonitor.convert(monitor, "Assistant", 100);
    List<BenchFigure> figures = new ArrayList<>();
    if (run.wants("edit/") || run.wants("stream20/")) {
      var folder = BundledCase.ensure(run.cacheFolder(), run.executor(), progress.split(10));
      OpenCase opened = OpenCase.load(folder, new CaseStore(), run.executor());
      opened.preload(progress.split(10)).forEach(run.findings());
      figures.addAll(
          new EditLoopBench(opened, run.catalogue(), run.executor()).measure(progress.split(20)));
      figures.addAll(fullGrid(opened, run, progress.split(20)));
    }
    boolean asked = run.only().stream().anyMatch(only -> only.startsWith(TRUTH));
    if (asked) { // too long for a run of everything
      figures.addAll(
          figures(
              truth.run(
                  run.cacheFolder().resolve(TRUTH),
                  run.executor(),
                  run.findings(),
                  progress.split(60))));
    }
    return figures;
  }

  /**
   * The installed networks are small; the size of the paper is timed with one that knows nothing.
   */
  private List<BenchFigure> fullGrid(OpenCase opened, BenchRun run, IProgressMonitor monitor)
      throws IOException {
    Optional<EngineCatalogue> engines = truth.engines().get();
    if (engines.isEmpty()) {
      run.findings().accept(Finding.error("No engine is installed.", FULL_GRID));
      return List.of();
    }
    try (var network = FullGridNetwork.untrained(engines.get(), truth.features())) {
      return new EditLoopBench(opened, network.catalogue(), run.executor())
          .measure(FULL_GRID, monitor);
    } catch (ModelPackageException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private static List<BenchFigure> figures(TruthResult truth) {
    return List.of(
        ratio("truth/acceptableFraction", truth.acceptableFraction(), List.of()),
        ratio("truth/successLower95", truth.successLower95(), List.of()),
        ratio(
            "truth/gainOverScaling",
            truth.gainOverScaling(),
            List.of(truth.gainLower95(), truth.gainUpper95())),
        ratio("truth/abstainedFraction", truth.abstainedFraction(), List.of()),
        count("truth/violations", truth.violations()),
        ratio("truth/trueFall", truth.trueFall(), List.of()),
        count("truth/tried", truth.tried()),
        count("truth/inDomain", truth.inDomain()),
        count("truth/coveredAtStart", truth.covered()),
        count("truth/acceptable", truth.acceptable()),
        count("truth/successes", truth.successes()),
        count("truth/foreign", truth.foreign()),
        ratio("truth/modelAuc", truth.modelAuc().orElse(0.5), List.of()),
        ratio("truth/oracleAuc", truth.oracleAuc().orElse(0.5), List.of()));
  }

  private static BenchFigure count(String caseName, int value) {
    return new RatioFigure(caseName, "count", value, List.of());
  }

  private static BenchFigure ratio(String caseName, double value, List<Double> interval) {
    return new RatioFigure(caseName, "fraction", value, interval);
  }
}
