/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.planning.optimisation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.grid.volume.DoseGrid;
import org.recourse.planning.influence.BeamDoses;
import org.recourse.planning.objective.DoseModel;
import org.recourse.planning.objective.SquaredDeviation;
import org.recourse.planning.objective.SquaredOverdose;
import org.recourse.radiobiology.fractionation.AlphaBetaRatio;

/** Two beams over two voxels: voxel 0 (target) gets 1 and 1, voxel 1 (organ) gets 0.5 and 0.1. */
class PlanOptimisationTest {

  private static final GridGeometry GRID =
      new GridGeometry(2, 1, 1, new Vector3(0, 0, 0), new Vector3(3, 3, 3));

  private final BeamDoses beams = new BeamDoses(List.of(beam(1, 0.5f), beam(1, 0.1f)));
  private final PlanOptimisation optimisation =
      new PlanOptimisation(new ProjectedNewton(500, 1e-13, 8), 1e-3, 40);

  /** Closed form: the beam that spares the organ carries everything. */
  @Test
  void theSparingBeamWins() {
    PlanOptimisation.Result result =
        optimise(List.of(target(), organ(new DoseModel.Physical(), 0.1)), List.of());
    // minimise (w − 60)² + 0.1 (0.1 w)²: w = 60 / 1.001
    assertEquals(0, result.weight()[0], 1e-4);
    assertEquals(60 / 1.001, result.weight()[1], 1e-4);
  }

  /** A hard maximum of 5 Gy in the organ lets 50 Gy through the sparing beam. */
  @Test
  void aHardMaximumHolds() {
    PlanOptimisation.Result result =
        optimise(
            List.of(target()),
            List.of(
                new PlanConstraint(
                    "organ",
                    new int[] {1},
                    PlanConstraint.Kind.MAXIMUM,
                    5,
                    new DoseModel.Physical())));
    assertTrue(result.feasible(1e-3), result.toString());
    assertArrayEquals(new double[] {0, 50}, result.weight(), 0.05);
  }

  /**
   * On 40 Gy EQD2 of a previous course, 42 Gy EQD2 leave 2 Gy: at 3 Gy and 30 fractions the organ
   * may get d with d (d/30 + 3)/5 = 2.
   */
  @Test
  void thePreviousCourseCountsPerVoxel() {
    var cumulative = new DoseModel.Cumulative(new AlphaBetaRatio(3), 30, new double[] {40});
    PlanOptimisation.Result result =
        optimise(
            List.of(target()),
            List.of(
                new PlanConstraint(
                    "organ", new int[] {1}, PlanConstraint.Kind.MAXIMUM, 42, cumulative)));
    double allowedGy = (-3 + Math.sqrt(9 + 4 * 10 / 30.0)) * 15;
    assertEquals(allowedGy, result.doseGy()[1], 0.01);
  }

  /** The worst of two places of the previous course is that with more dose. */
  @Test
  void theWorstPlaceDecides() {
    DoseModel far = new DoseModel.Cumulative(new AlphaBetaRatio(3), 30, new double[] {0});
    DoseModel near = new DoseModel.Cumulative(new AlphaBetaRatio(3), 30, new double[] {30});
    var worst = new Scenario(List.of(far, near), Scenario.Judgement.WORST);
    PlanObjective robust =
        new PlanObjective("organ", new int[] {1}, new SquaredOverdose(20), worst, 1);
    PlanObjective nearAlone =
        new PlanObjective("organ", new int[] {1}, new SquaredOverdose(20), Scenario.of(near), 1);
    assertArrayEquals(
        optimise(List.of(target(), nearAlone), List.of()).weight(),
        optimise(List.of(target(), robust), List.of()).weight(),
        1e-9);
  }

  /** The derivative of the whole chain, with EQD2, mean of places and constraints' terms. */
  @Test
  void theGradientIsThatOfTheValue() {
    DoseModel first = new DoseModel.Cumulative(new AlphaBetaRatio(2), 25, new double[] {10});
    DoseModel second = new DoseModel.Cumulative(new AlphaBetaRatio(2), 25, new double[] {22});
    var mean = new Scenario(List.of(first, second), Scenario.Judgement.MEAN);
    try (SliceExecutor executor = SliceExecutor.ofThreads(2)) {
      var problem =
          new FluenceProblem(
              beams,
              List.of(
                  target(),
                  new PlanObjective("organ", new int[] {1}, new SquaredOverdose(12), mean, 3)),
              List.of(
                  new PlanConstraint("organ", new int[] {1}, PlanConstraint.Kind.MEAN, 11, second)),
              executor);
      problem.setStiffness(7);
      double[] gradient = new double[2];
      double[] weight = new Random(1).doubles(2, 10, 30).toArray();
      problem.evaluate(weight, gradient);
      for (int j = 0; j < 2; j++) {
        double[] above = weight.clone();
        double[] below = weight.clone();
        above[j] += 1e-5;
        below[j] -= 1e-5;
        double slope =
            (problem.evaluate(above, new double[2]) - problem.evaluate(below, new double[2]))
                / 2e-5;
        assertEquals(slope, gradient[j], 1e-4 * Math.abs(slope));
      }
    }
  }

  private static PlanObjective target() {
    return PlanObjective.physical("target", new int[] {0}, new SquaredDeviation(60), 1);
  }

  private static PlanObjective organ(DoseModel dose, double weight) {
    return new PlanObjective(
        "organ", new int[] {1}, new SquaredOverdose(0), Scenario.of(dose), weight);
  }

  private PlanOptimisation.Result optimise(
      List<PlanObjective> objectives, List<PlanConstraint> constraints) {
    try (SliceExecutor executor = SliceExecutor.ofThreads(2)) {
      return optimisation.optimise(
          beams,
          objectives,
          constraints,
          new double[] {10, 10},
          (i, v, x) -> {},
          executor,
          new NullProgressMonitor());
    }
  }

  private static DoseGrid beam(float target, float organ) {
    return DoseGrid.builder(GRID).slice(0, new float[] {target, organ}).build();
  }
}
