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
import org.recourse.dosimetry.dvh.StructureSampling;
import org.recourse.dosimetry.gamma.GammaCriteria;
import org.recourse.dosimetry.gamma.GammaIndex;
import org.recourse.grid.contour.ContourSet;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.volume.DoseGrid;
import org.recourse.radiobiology.conversion.CourseDose;
import org.recourse.radiobiology.conversion.CumulativeEqd2;
import org.recourse.radiobiology.fractionation.AlphaBetaRatio;

/**
 * Speed of the dose numbers. Stateless.
 *
 * <p>{@code cold} is the first computation of a fresh process, with the classes still to be loaded
 * and compiled; {@code geometryCold} is the same work in a warm process with nothing cached. {@code
 * update} is a dose change with the geometry kept.
 */
public final class DoseBench implements Benchmark {

  private static final String UPDATE = "dvh/20structures/update";
  private static final String COLD = "dvh/20structures/cold";
  private static final String GEOMETRY_COLD = "dvh/20structures/geometryCold";
  private static final String EQD2 = "eqd2/3courses/5Mvoxels";
  private static final String EQD2_ROTATED = "eqd2/3courses/5Mvoxels/allRotated";
  private static final String GAMMA = "gamma/200x200x150";

  @Override
  public String name() {
    return "dose";
  }

  @Override
  public List<BenchFigure> measure(BenchRun run, IProgressMonitor monitor) throws IOException {
    List<BenchFigure> measured = new ArrayList<>();
    if (run.wants(COLD)) {
      Optional<ColdRuns> cold = run.coldRuns(name(), COLD);
      if (cold.isPresent()) {
        measured.add(cold.get().run(COLD, run.executor().threadCount(), monitor));
      }
    }
    if (run.wants(GEOMETRY_COLD)) {
      measured.add(geometryCold(run, monitor));
    }
    if (run.wants(UPDATE)) {
      measured.add(update(run, monitor));
    }
    if (run.wants(EQD2)) {
      measured.add(eqd2(EQD2, DoseBenchData.threeCourses(), run, monitor));
    }
    if (run.wants(EQD2_ROTATED)) {
      measured.add(eqd2(EQD2_ROTATED, DoseBenchData.threeRotatedCourses(), run, monitor));
    }
    if (run.wants(GAMMA)) {
      measured.add(gamma(run, monitor));
    }
    return measured;
  }

  @Override
  public double onceMs(String caseName, BenchRun run, IProgressMonitor monitor) throws IOException {
    if (!caseName.equals(COLD)) {
      throw new IllegalArgumentException(name() + " has no cold case " + caseName);
    }
    List<ContourSet> contours = DoseBenchData.twentyStructures();
    DoseGrid dose = DoseBenchData.clinicalDose(0);
    long start = System.nanoTime();
    histograms(contours, dose, run, monitor);
    return (System.nanoTime() - start) / 1e6;
  }

  private static Measurement geometryCold(BenchRun run, IProgressMonitor monitor) {
    monitor.subTask(GEOMETRY_COLD);
    List<ContourSet> contours = DoseBenchData.twentyStructures();
    DoseGrid dose = DoseBenchData.clinicalDose(0);
    return Measurement.of(
        GEOMETRY_COLD,
        run.executor().threadCount(),
        5,
        11,
        i -> histograms(contours, dose, run, monitor));
  }

  private static void histograms(
      List<ContourSet> contours, DoseGrid dose, BenchRun run, IProgressMonitor monitor) {
    StructureSampling.dvhs(
        samplings(contours, dose.geometry(), run, monitor), dose, run.executor(), monitor);
  }

  private static List<StructureSampling> samplings(
      List<ContourSet> contours, GridGeometry geometry, BenchRun run, IProgressMonitor monitor) {
    List<StructureSampling> samplings = new ArrayList<>();
    for (ContourSet set : contours) {
      samplings.add(StructureSampling.of(set, geometry, run.executor(), monitor));
    }
    return samplings;
  }

  /** Two doses in turn, so that no run repeats the one before. */
  private static Measurement update(BenchRun run, IProgressMonitor monitor) {
    monitor.subTask(UPDATE);
    DoseGrid[] doses = {DoseBenchData.clinicalDose(0), DoseBenchData.clinicalDose(4)};
    List<StructureSampling> samplings =
        samplings(DoseBenchData.twentyStructures(), doses[0].geometry(), run, monitor);
    return Measurement.of(
        UPDATE,
        run.executor().threadCount(),
        20,
        41,
        i -> StructureSampling.dvhs(samplings, doses[i % 2], run.executor(), monitor));
  }

  private static Measurement eqd2(
      String caseName, List<CourseDose> courses, BenchRun run, IProgressMonitor monitor) {
    monitor.subTask(caseName);
    var tissue = new AlphaBetaRatio(2);
    return Measurement.of(
        caseName,
        run.executor().threadCount(),
        20,
        31,
        i ->
            CumulativeEqd2.of(
                courses, DoseBenchData.FIVE_MILLION, tissue, run.executor(), monitor));
  }

  private static Measurement gamma(BenchRun run, IProgressMonitor monitor) {
    monitor.subTask(GAMMA);
    DoseGrid reference = DoseBenchData.gammaDose(0, 0);
    DoseGrid evaluated = DoseBenchData.gammaDose(1.9, 0.02);
    GammaCriteria criteria = GammaCriteria.global(3, 2);
    return Measurement.of(
        GAMMA,
        run.executor().threadCount(),
        2,
        5,
        i -> GammaIndex.compare(reference, evaluated, criteria, run.executor(), monitor));
  }
}
