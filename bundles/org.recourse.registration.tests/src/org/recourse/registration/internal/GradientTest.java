/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.registration.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.recourse.grid.geometry.AffineTransform;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.registration.commissioning.TorsoPhantom;
import org.recourse.registration.search.SimilarityKind;
import org.recourse.registration.transform.IdentityTransform;
import org.recourse.registration.transform.RigidTransform;

/** Analytic gradients against central differences. */
class GradientTest {

  /** The border of the image and the bins have kinks, so that differences are not exact. */
  private static final double RELATIVE_TOLERANCE = 0.06;

  private static final double STEP_MM = 1e-2;
  private static final GridGeometry GRID =
      new GridGeometry(40, 36, 33, new Vector3(-110, 40, 900), new Vector3(6, 6, 7));

  private final NullProgressMonitor monitor = new NullProgressMonitor();

  @Test
  void rigidGradientsAgreeWithDifferences() {
    for (SimilarityKind kind : SimilarityKind.values()) {
      check(kind, true);
    }
  }

  @Test
  void splineGradientsAgreeWithDifferences() {
    for (SimilarityKind kind : SimilarityKind.values()) {
      check(kind, false);
    }
  }

  private void check(SimilarityKind kind, boolean rigid) {
    Vector3 centre = GRID.toPatientMm(19.5, 17.5, 16);
    var anatomy = new TorsoPhantom(5, centre, 256);
    var move = new RigidTransform(new Vector3(0.05, -0.04, 0.06), new Vector3(4, -5, 3), centre);
    try (SliceExecutor executor = SliceExecutor.ofThreads(2)) {
      FloatVolume fixed =
          FloatVolume.of(anatomy.image(GRID, move, false, 1), executor, monitor)
              .smoothed(executor, monitor);
      FloatVolume moving =
          FloatVolume.of(anatomy.image(GRID, new IdentityTransform(), false, 2), executor, monitor)
              .smoothed(executor, monitor);
      Similarity similarity = Similarities.of(kind, 32, fixed, moving);
      var lattice = new ControlLattice(GRID, 40);
      Lbfgs.Objective objective =
          rigid
              ? new RigidObjective(
                  fixed,
                  p -> true,
                  CubicVolume.of(moving, executor, monitor),
                  similarity,
                  centre,
                  50_000,
                  executor,
                  monitor)
              : splineObjective(fixed, moving, similarity, lattice, executor);
      double[] x = new double[rigid ? 6 : 3 * lattice.grid().voxelCount()];
      var random = new Random(3);
      Arrays.setAll(x, i -> random.nextGaussian());
      compare(objective, x, kind + (rigid ? " rigid" : " spline"), random);
    }
  }

  private SplineObjective splineObjective(
      FloatVolume fixed,
      FloatVolume moving,
      Similarity similarity,
      ControlLattice lattice,
      SliceExecutor executor) {
    byte[] active = new byte[GRID.voxelCount()];
    Arrays.fill(active, (byte) 1);
    return new SplineObjective(
        fixed,
        CubicVolume.of(moving, executor, monitor),
        active,
        AffineTransform.translation(new Vector3(1, 2, -1)),
        lattice,
        similarity,
        5,
        executor,
        monitor);
  }

  /** Along random directions, so that one kink weighs little. */
  private static void compare(Lbfgs.Objective objective, double[] x, String what, Random random) {
    double[] gradient = new double[x.length];
    objective.evaluate(x, gradient);
    for (int trial = 0; trial < 4; trial++) {
      double[] direction = new double[x.length];
      double along = 0;
      for (int i = 0; i < x.length; i++) {
        direction[i] = Math.signum(gradient[i]) * random.nextDouble();
        along += direction[i] * gradient[i];
      }
      double up = objective.evaluate(moved(x, direction, STEP_MM), new double[x.length]);
      double down = objective.evaluate(moved(x, direction, -STEP_MM), new double[x.length]);
      double difference = (up - down) / (2 * STEP_MM);
      assertEquals(difference, along, RELATIVE_TOLERANCE * Math.abs(difference), what);
    }
  }

  private static double[] moved(double[] x, double[] direction, double step) {
    double[] moved = x.clone();
    for (int i = 0; i < x.length; i++) {
      moved[i] += step * direction[i];
    }
    return moved;
  }
}
