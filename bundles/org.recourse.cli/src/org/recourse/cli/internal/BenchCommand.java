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
import org.recourse.cli.internal.bench.BenchMachine;
import org.recourse.cli.internal.bench.Calibration;
import org.recourse.cli.internal.bench.ColdImports;
import org.recourse.cli.internal.bench.EditBench;
import org.recourse.cli.internal.bench.FrameBench;
import org.recourse.cli.internal.bench.ImportBench;
import org.recourse.cli.internal.bench.Measurement;
import org.recourse.dicom.DicomReadException;
import org.recourse.grid.finding.Finding;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.phantom.PhantomException;
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

  private static final String INTERACTIVE = "interactive";
  private static final String COLD_IMPORT = "--cold-import";

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "NAME",
      description = "Which benchmark: interactive (default).")
  private String name = INTERACTIVE;

  @Option(names = "--json", paramLabel = "F", description = "JSON result; default: -.")
  private String json = "-";

  @Option(
      names = "--only",
      split = ",",
      paramLabel = "CASE",
      description = "Only cases that start with this, such as frame or import/ct200/warm.")
  private List<String> only = List.of();

  @Option(
      names = COLD_IMPORT,
      hidden = true,
      description = "Imports this folder once and prints the time in ms; used by the benchmark.")
  private Optional<Path> coldImport = Optional.empty();

  BenchCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  ExitCode run(SliceExecutor executor, IProgressMonitor monitor) throws RefusalException {
    if (!name.equals(INTERACTIVE)) {
      throw new RefusalException("there is no benchmark " + name + "; there is: " + INTERACTIVE);
    }
    try {
      if (coldImport.isPresent()) {
        var bench = new ImportBench(surroundings().cacheFolder(), executor);
        surroundings().out().println(bench.coldMs(coldImport.get()));
        surroundings().out().flush();
        return ExitCode.DONE;
      }
      var result = new JsonResult(NAME, surroundings());
      write(measure(executor, result, monitor), result);
      return ExitCode.of(result.findings());
    } catch (DicomReadException | PhantomException | IOException e) {
      throw new RefusalException(e.getMessage(), e);
    }
  }

  private List<Measurement> measure(
      SliceExecutor executor, JsonResult result, IProgressMonitor monitor)
      throws RefusalException, DicomReadException, PhantomException, IOException {
    List<Measurement> measured = new ArrayList<>();
    measured.add(Calibration.run());
    var imports = new ImportBench(surroundings().cacheFolder(), executor);
    if (wanted("import/ct200/cold")) {
      measureCold(imports.source(monitor), executor, measured, result, monitor);
    }
    if (wanted("import/ct200/warm")) {
      measured.add(imports.warm(imports.source(monitor), monitor));
    }
    if (wanted("edit/numbers")) {
      try (CaseFolder opened =
          CaseFolder.open(CaseFolder.BUNDLED, surroundings(), executor, monitor)) {
        result.findings(opened.openCase().preload(monitor));
        var bench = new EditBench(opened.openCase(), surroundings().catalogue(), executor);
        measured.add(bench.run(monitor));
      }
    }
    if (wanted("frame/3views")) {
      measured.add(new FrameBench(executor).run(monitor));
    }
    return measured;
  }

  private boolean wanted(String caseName) {
    return only.isEmpty() || only.stream().anyMatch(caseName::startsWith);
  }

  private static void measureCold(
      Path source,
      SliceExecutor executor,
      List<Measurement> measured,
      JsonResult result,
      IProgressMonitor monitor)
      throws IOException {
    Optional<ColdImports> cold = ColdImports.likeThisProcess(NAME);
    if (cold.isEmpty()) {
      result.findings(
          List.of(
              Finding.warning(
                  "The system does not tell how this program was started, so no fresh process was"
                      + " timed.",
                  "import/ct200/cold")));
      return;
    }
    List<String> arguments = List.of(NAME, INTERACTIVE, "--quiet", COLD_IMPORT, source.toString());
    measured.add(cold.get().run(arguments, source, executor.threadCount(), monitor));
  }

  private void write(List<Measurement> measured, JsonResult result) throws RefusalException {
    result.add("name", new JsonPrimitive(name));
    BenchMachine here = BenchMachine.here();
    var machine = new JsonObject();
    machine.addProperty("cpu", here.cpu());
    machine.addProperty("cores", here.cores());
    machine.addProperty("heapMiB", here.heapMiB());
    machine.addProperty("java", here.java());
    machine.addProperty("engine", "none");
    machine.addProperty("device", "cpu");
    result.add("machine", machine);
    var results = new JsonArray();
    for (Measurement measurement : measured) {
      results.add(json(measurement));
    }
    result.add("results", results);
    new ResultFile(json).write(result.text(), surroundings().out());
  }

  private static JsonObject json(Measurement measurement) {
    var object = new JsonObject();
    object.addProperty("case", measurement.caseName());
    object.addProperty("metric", "wallMs");
    object.addProperty("threads", measurement.threads());
    object.addProperty("median", measurement.medianMs());
    object.addProperty("p95", measurement.p95Ms());
    object.addProperty("min", measurement.minMs());
    object.addProperty("n", measurement.count());
    object.addProperty("warmUpRuns", measurement.warmUpRuns());
    return object;
  }
}
