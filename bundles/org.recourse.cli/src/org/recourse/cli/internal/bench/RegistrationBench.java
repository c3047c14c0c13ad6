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
import java.util.Random;
import org.eclipse.core.runtime.IProgressMonitor;
import org.recourse.grid.finding.Finding;
import org.recourse.grid.geometry.AffineTransform;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.registration.commissioning.CommissioningPair;
import org.recourse.registration.search.DeformableRegistration;
import org.recourse.registration.search.DeformableSettings;
import org.recourse.registration.search.RegistrationStep;
import org.recourse.registration.search.RigidRegistration;
import org.recourse.registration.search.RigidSettings;
import org.recourse.registration.search.SimilarityKind;
import org.recourse.registration.transform.RigidTransform;
import org.recourse.registration.transform.SpatialTransform;

/**
 * Known transforms recovered on synthetic pairs, by ReCourse and, where they are installed, by
 * plastimatch and elastix on the same pairs. Every seed is another anatomy, another noise and
 * another transform; a figure holds one value per seed. Stateless.
 */
public final class RegistrationBench implements Benchmark {

  private static final int PAIRS = 5;
  private static final int PEER_PAIRS = 2;
  private static final double LARGEST_MM = 8;

  /**
   * One case.
   *
   * @param name name that scripts rely on
   * @param deformable whether the truth is a smooth field
   * @param mi whether the fixed image is MR-like
   * @param large 256x256x128 instead of 128³ voxels; peers are not asked
   */
  private record Task(String name, boolean deformable, boolean mi, boolean large) {

    CommissioningPair pair(long seed) {
      GridGeometry g =
          large
              ? new GridGeometry(256, 256, 128, new Vector3(-128, -128, -128), new Vector3(1, 1, 2))
              : CommissioningPair.cube128(seed);
      return deformable
          ? CommissioningPair.deformed(seed, g, LARGEST_MM, mi)
          : CommissioningPair.rigid(seed, g, mi);
    }
  }

  private static final List<Task> TASKS =
      List.of(
          new Task("rigid/ct128", false, false, false),
          new Task("rigidMi/ctmr128", false, true, false),
          new Task("deformable/ct128", true, false, false),
          new Task("deformableMi/ctmr128", true, true, false),
          new Task("rigid/ct256x256x128", false, false, true),
          new Task("deformable/ct256x256x128", true, false, true));

  @Override
  public String name() {
    return "registration";
  }

  @Override
  public List<BenchFigure> measure(BenchRun run, IProgressMonitor monitor) throws IOException {
    List<BenchFigure> figures = new ArrayList<>();
    for (Task task : TASKS) {
      if (run.wants(task.name)) {
        monitor.subTask(task.name);
        own(task, run, monitor, figures);
      }
      for (RegistrationPeer peer : RegistrationPeer.values()) {
        if (!task.large && run.wants(task.name + "/" + peer.program())) {
          monitor.subTask(task.name + "/" + peer.program());
          peer(task, peer, run, figures);
        }
      }
    }
    return figures;
  }

  private static void own(
      Task task, BenchRun run, IProgressMonitor monitor, List<BenchFigure> figures) {
    int pairs = task.large ? 1 : PAIRS;
    double[] wallMs = new double[pairs];
    List<Double> errors = new ArrayList<>();
    List<Double> worst = new ArrayList<>();
    for (int i = -1; i < pairs; i++) { // the first pair once more, before, to warm up
      CommissioningPair pair = task.pair(Math.max(i, 0) + 1L);
      long start = System.nanoTime();
      SpatialTransform found = found(task, pair, run, monitor);
      if (i >= 0) {
        wallMs[i] = (System.nanoTime() - start) / 1e6;
        errors.add(pair.error(found).meanMm());
        worst.add(pair.error(found).maximumMm());
      }
    }
    int threads = run.executor().threadCount();
    figures.add(new Measurement(task.name, threads, 1, wallMs));
    figures.add(new ErrorFigure(task.name, "meanErrorMm", threads, errors));
    figures.add(new ErrorFigure(task.name, "largestErrorMm", threads, worst));
  }

  private static SpatialTransform found(
      Task task, CommissioningPair pair, BenchRun run, IProgressMonitor monitor) {
    SimilarityKind kind =
        task.mi ? SimilarityKind.MUTUAL_INFORMATION : SimilarityKind.NORMALISED_CORRELATION;
    if (task.deformable) {
      return new DeformableRegistration(DeformableSettings.of(kind))
          .register(
              pair.fixed(),
              pair.moving(),
              AffineTransform.IDENTITY,
              RegistrationStep.Listener.NONE,
              run.executor(),
              monitor)
          .fixedToMoving();
    }
    RigidTransform start = pair.randomStart(new Random(task.name.hashCode()));
    return new RigidRegistration(RigidSettings.of(kind))
        .register(
            pair.fixed(),
            pair.moving(),
            start,
            RegistrationStep.Listener.NONE,
            run.executor(),
            monitor)
        .fixedToMoving();
  }

  private static void peer(
      Task task, RegistrationPeer peer, BenchRun run, List<BenchFigure> figures)
      throws IOException {
    String caseName = task.name + "/" + peer.program();
    if (!peer.isInstalled()) {
      run.findings().accept(Finding.info("peer absent: " + peer.program(), caseName));
      return;
    }
    double[] wallMs = new double[PEER_PAIRS];
    List<Double> errors = new ArrayList<>();
    List<Double> worst = new ArrayList<>();
    for (int i = 0; i < PEER_PAIRS; i++) {
      CommissioningPair pair = task.pair(i + 1L);
      RegistrationPeer.Outcome outcome = peer.run(pair, task.deformable, task.mi);
      wallMs[i] = outcome.wallMs();
      errors.add(pair.error(outcome.found()).meanMm());
      worst.add(pair.error(outcome.found()).maximumMm());
    }
    figures.add(new Measurement(caseName, 2, 0, wallMs));
    figures.add(new ErrorFigure(caseName, "meanErrorMm", 2, errors));
    figures.add(new ErrorFigure(caseName, "largestErrorMm", 2, worst));
  }
}
