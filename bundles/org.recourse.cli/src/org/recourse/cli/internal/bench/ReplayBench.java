/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cli.internal.bench;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.assistant.cases.OpenCase;
import org.recourse.assistant.numbers.NumbersComputation;
import org.recourse.assistant.numbers.PlanNumbers;
import org.recourse.assistant.numbers.PlanSnapshot;
import org.recourse.assistant.protocols.ProtocolCatalogue;
import org.recourse.audit.AuditException;
import org.recourse.audit.CapturedCase;
import org.recourse.audit.FileDigests;
import org.recourse.audit.Recorder;
import org.recourse.grid.finding.Finding;
import org.recourse.model.Beam;
import org.recourse.model.Course;
import org.recourse.model.store.CaseStore;
import org.recourse.model.store.CaseStoreException;
import org.recourse.phantom.BundledCase;
import org.recourse.phantom.PhantomException;

/**
 * Records a hundred assessments of the bundled case, each after another edit of beam weights, and
 * lets a process of its own replay them. Reports how many agree in every number.
 */
public final class ReplayBench implements Benchmark {

  private static final String CASE = "replay/otherProcess";
  private static final int RECORDS = 100;
  private static final int SEED = 100;
  private static final double PERCENT = 100;

  private final String software;
  private final ProtocolCatalogue protocols;

  /**
   * Makes the benchmark.
   *
   * @param software name and version of the program
   */
  public ReplayBench(String software, ProtocolCatalogue protocols) {
    this.software = software;
    this.protocols = protocols;
  }

  @Override
  public String name() {
    return "replay";
  }

  @Override
  public List<BenchFigure> measure(BenchRun run, IProgressMonitor monitor)
      throws PhantomException, IOException {
    Optional<FreshProcess> process = FreshProcess.likeThisOne("bench");
    if (process.isEmpty()) {
      run.findings()
          .accept(
              Finding.error(
                  "The system does not tell how this program was started, so nothing was replayed"
                      + " in another process.",
                  CASE));
      return List.of();
    }
    SubMonitor progress = SubMonitor.convert(monitor, "Recording", 2);
    Path bundled = BundledCase.ensure(run.cacheFolder(), run.executor(), progress);
    Path copy = Files.createTempDirectory("recourse-replay-");
    try {
      copy(bundled, copy);
      long recordMs = record(run, copy, progress.split(1));
      progress.setTaskName("Replaying in another process");
      String line = process.get().run(List.of("replay", copy.toString(), "--json", "-", "--quiet"));
      return figures(run, JsonParser.parseString(line).getAsJsonObject(), recordMs);
    } catch (CaseStoreException | AuditException e) {
      throw new IOException(e.getMessage(), e);
    } finally {
      ImportBench.delete(copy);
    }
  }

  /** Returns the time that computing and recording took on average, ms. */
  private long record(BenchRun run, Path folder, IProgressMonitor monitor)
      throws CaseStoreException, AuditException {
    SubMonitor progress = SubMonitor.convert(monitor, RECORDS * 2);
    OpenCase open = OpenCase.load(folder, new CaseStore(), run.executor());
    var computation =
        new NumbersComputation(open.voxels(), run.catalogue(), protocols, run.executor());
    var recorder = new Recorder(software, Clock.systemUTC(), new FileDigests());
    List<Beam> beams = new ArrayList<>();
    for (Course course : open.patientCase().getCourses()) {
      course.getPlans().forEach(plan -> beams.addAll(plan.getBeams()));
    }
    var random = new Random(SEED);
    long startNs = System.nanoTime();
    for (int i = 0; i < RECORDS; i++) {
      beams.get(random.nextInt(beams.size())).setWeight(0.5 + random.nextDouble());
      PlanNumbers numbers =
          computation.compute(PlanSnapshot.of(open.patientCase(), i), progress.split(1));
      CapturedCase captured = CapturedCase.of(open.patientCase());
      recorder.write(Recorder.Event.assessment(folder, captured, numbers), progress.split(1));
    }
    return Math.round((System.nanoTime() - startNs) / (1e6 * RECORDS));
  }

  private static List<BenchFigure> figures(BenchRun run, JsonObject result, long recordMs) {
    int agreeing = 0;
    int all = 0;
    List<Double> compared = new ArrayList<>();
    for (JsonElement each : result.getAsJsonArray("records")) {
      JsonObject record = each.getAsJsonObject();
      all++;
      agreeing += record.get("agrees").getAsBoolean() ? 1 : 0;
      compared.add((double) record.get("comparedNumbers").getAsInt());
    }
    if (agreeing < all || all < RECORDS) {
      run.findings().accept(Finding.error(agreeing + " of " + all + " records agree.", CASE));
    }
    int threads = run.executor().threadCount();
    return List.of(
        new ErrorFigure(CASE, "comparedNumbers", threads, compared),
        new SizeFigure(CASE, "records", threads, all),
        new SizeFigure(CASE, "agreeingPercent", threads, all == 0 ? 0 : PERCENT * agreeing / all),
        new SizeFigure("record/assessment", "wallMsMean", threads, recordMs));
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path each : all.toList()) {
        Path target = to.resolve(from.relativize(each).toString());
        if (Files.isDirectory(each)) {
          Files.createDirectories(target);
        } else if (!each.startsWith(from.resolve("records"))) {
          Files.copy(each, target);
        }
      }
    }
  }
}
