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
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.recourse.assistant.planning.PlanningSession;
import org.recourse.cli.internal.planning.DicomCase;
import org.recourse.dicom.DicomReadException;
import org.recourse.grid.finding.Finding;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.planning.influence.InfluenceMatrix;
import org.recourse.planning.influence.PencilBeamEngine;
import org.recourse.planning.machine.MachineFile;
import org.recourse.planning.machine.PhotonMachine;
import org.recourse.planning.optimisation.FluenceProblem;
import org.recourse.planning.optimisation.PlanOptimisation;
import org.recourse.planning.plan.PlanSetup;

/**
 * Speed and size of planning. Stateless.
 *
 * <p>{@code influence} is the dose of all beamlets, {@code evaluate} one value of the objectives
 * with its gradient, {@code floor} the time this machine takes to read as much memory as an
 * evaluation must read at least (the matrix twice), measured in the same run, and {@code optimise}
 * the whole optimisation from equal weights. Cut-off of the narrow pencils 20 mm, beamlets of 5 mm;
 * {@code evaluate} includes the wide pencils, which are not cut off.
 */
public final class PlanningBench implements Benchmark {

  private static final double CUT_OFF_MM = PlanSetup.CUT_OFF_MM;
  private static final double HEAD_NECK_SPACING_MM = 4;
  private static final double BYTES_PER_MIB = 1 << 20;
  private static final String SHARED = "recourse.shared";
  private static final int FLOOR_BLOCKS = 16;
  private static final int FLOOR_FLOATS = 1 << 22; // per task, beyond every cache

  @Override
  public String name() {
    return "planning";
  }

  @Override
  public List<BenchFigure> measure(BenchRun run, IProgressMonitor monitor)
      throws DicomReadException, IOException {
    List<BenchFigure> figures = new ArrayList<>();
    if (wants(run, "small")) {
      measure(PlanningBenchCase.small(), run, figures, monitor);
    }
    if (wants(run, "box5")) {
      measure(PlanningBenchCase.box(5), run, figures, monitor);
    }
    if (wants(run, "box9")) {
      measure(PlanningBenchCase.box(9), run, figures, monitor);
    }
    if (wants(run, "headneck")) {
      Optional<Path> folder = headNeckFolder();
      if (folder.isPresent()) {
        measure(headNeck(folder.get(), run, monitor), run, figures, monitor);
      } else {
        run.findings()
            .accept(
                Finding.warning(
                    "The head-and-neck case was not found; name the folder that holds"
                        + " data/head-neck-case with -D"
                        + SHARED
                        + "=DIR.",
                    "headneck"));
      }
    }
    return figures;
  }

  private static boolean wants(BenchRun run, String phantom) {
    return run.wants("influence/" + phantom)
        || run.wants("evaluate/" + phantom)
        || run.wants("optimise/" + phantom);
  }

  private static Optional<Path> headNeckFolder() {
    String shared = System.getProperty(SHARED);
    if (shared != null) {
      return existing(Path.of(shared));
    }
    Path place = Path.of("").toAbsolutePath();
    while (place != null) {
      Optional<Path> found = existing(place.resolve("shared"));
      if (found.isPresent()) {
        return found;
      }
      place = place.getParent();
    }
    return Optional.empty();
  }

  private static Optional<Path> existing(Path shared) {
    return Optional.of(shared.resolve("data/head-neck-case")).filter(Files::isDirectory);
  }

  private static PlanningBenchCase headNeck(Path folder, BenchRun run, IProgressMonitor monitor)
      throws DicomReadException, IOException {
    Path copy = Files.createTempDirectory("recourse-bench-");
    try {
      PlanningSession session =
          DicomCase.open(folder, copy, HEAD_NECK_SPACING_MM, run.executor(), monitor);
      return PlanningBenchCase.headAndNeck(session.site(), session.source().bodyName());
    } finally {
      DicomCase.delete(copy);
    }
  }

  private static void measure(
      PlanningBenchCase phantom,
      BenchRun run,
      List<BenchFigure> figures,
      IProgressMonitor monitor) {
    String influence = "influence/" + phantom.name();
    SliceExecutor executor = run.executor();
    int threads = executor.threadCount();
    PhotonMachine machine = MachineFile.generic6Mv();
    monitor.subTask(influence);
    var engine = new PencilBeamEngine(machine, CUT_OFF_MM);
    InfluenceMatrix[] matrix = new InfluenceMatrix[1];
    figures.add(
        Measurement.of(
            influence,
            threads,
            1,
            2,
            i -> {
              matrix[0] = null; // the one before need not lie beside the next
              matrix[0] =
                  engine.influence(
                      phantom.beams(),
                      phantom.site().density(),
                      phantom.site().body(),
                      executor,
                      monitor);
            }));
    long nonZeros = matrix[0].nonZeroCount();
    long bytes = matrix[0].byteCount();
    figures.add(new SizeFigure(influence, "beamlets", threads, phantom.beamletCount()));
    figures.add(new SizeFigure(influence, "nonZeros", threads, nonZeros));
    figures.add(new SizeFigure(influence, "MiB", threads, bytes / BYTES_PER_MIB));
    figures.add(new SizeFigure(influence, "bytesPerNonZero", threads, bytes / (double) nonZeros));
    evaluate(phantom, matrix[0], run, figures, monitor);
    if (run.wants("optimise/" + phantom.name())) {
      optimise(phantom, matrix[0], run, figures, monitor);
    }
  }

  private static void evaluate(
      PlanningBenchCase phantom,
      InfluenceMatrix matrix,
      BenchRun run,
      List<BenchFigure> figures,
      IProgressMonitor monitor) {
    String evaluate = "evaluate/" + phantom.name();
    monitor.subTask(evaluate);
    int threads = run.executor().threadCount();
    double[] weight = start(phantom, matrix, run, monitor);
    double[] gradient = new double[weight.length];
    var problem = new FluenceProblem(matrix, phantom.objectives(), List.of(), run.executor());
    figures.add(Measurement.of(evaluate, threads, 3, 9, i -> problem.evaluate(weight, gradient)));
    float[][] block = new float[FLOOR_BLOCKS][FLOOR_FLOATS]; // made before the clock runs
    figures.add(
        Measurement.of(
            "floor/" + phantom.name(),
            threads,
            1,
            3,
            i -> readMemory(block, 2 * matrix.byteCount(), run.executor(), monitor)));
  }

  /** Reads this many bytes with the same threads, as fast as a sum of floats goes. */
  private static void readMemory(
      float[][] block, long bytes, SliceExecutor executor, IProgressMonitor monitor) {
    int reads = Math.toIntExact(bytes / 4 / FLOOR_FLOATS + 1);
    double[] sum = new double[reads];
    executor.forEachSlice(reads, monitor, r -> sum[r] = sum(block[r % block.length]));
    if (Arrays.stream(sum).sum() != 0) { // keeps the compiler from leaving it out
      throw new IllegalStateException("zeros do not add up to zero");
    }
  }

  private static double sum(float[] block) {
    float a = 0;
    float b = 0;
    float c = 0;
    float d = 0;
    for (int i = 0; i + 3 < block.length; i += 4) {
      a += block[i];
      b += block[i + 1];
      c += block[i + 2];
      d += block[i + 3];
    }
    return a + b + c + d;
  }

  private static double[] start(
      PlanningBenchCase phantom, InfluenceMatrix matrix, BenchRun run, IProgressMonitor monitor) {
    double[] unit = new double[matrix.weightCount()];
    Arrays.fill(unit, 1);
    double[] dose = new double[matrix.geometry().voxelCount()];
    matrix.dose(unit, dose, run.executor(), monitor);
    return phantom.start(dose);
  }

  private static void optimise(
      PlanningBenchCase phantom,
      InfluenceMatrix matrix,
      BenchRun run,
      List<BenchFigure> figures,
      IProgressMonitor monitor) {
    String optimise = "optimise/" + phantom.name();
    monitor.subTask(optimise);
    int threads = run.executor().threadCount();
    double[] start = start(phantom, matrix, run, monitor);
    var result = new PlanOptimisation.Result[1];
    figures.add(
        Measurement.of(
            optimise,
            threads,
            0,
            1,
            i ->
                result[0] =
                    PlanOptimisation.standard()
                        .optimise(
                            matrix,
                            phantom.objectives(),
                            List.of(),
                            start,
                            (iteration, value, weights) -> {},
                            run.executor(),
                            monitor)));
    figures.add(new SizeFigure(optimise, "iterations", threads, result[0].iterations()));
    figures.add(new SizeFigure(optimise, "objective", threads, result[0].objective()));
  }
}
