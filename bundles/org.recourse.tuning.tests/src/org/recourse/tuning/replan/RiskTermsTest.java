/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.tuning.replan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.resample.TrilinearSampler;
import org.recourse.grid.volume.DoseGrid;
import org.recourse.planning.objective.DoseModel;
import org.recourse.planning.optimisation.PlanObjective;
import org.recourse.radiobiology.fractionation.AlphaBetaRatio;
import org.recourse.risk.VoxelValues;

/** Terms of the optimisation against their definitions. */
class RiskTermsTest {

  /** Central differences with steps of 1e-4 Gy lose about eight of sixteen digits. */
  private static final double DIFFERENCE_TOLERANCE = 1e-6;

  private static final double STEP_GY = 1e-4;

  /** Values are floats. */
  private static final double FLOAT_TOLERANCE = 1e-4;

  @RepeatedTest(5)
  void theGradientHandsOutWhatTheSamplerTakesIn(RepetitionInfo run) {
    var random = new Random(run.getCurrentRepetition());
    var grid = new GridGeometry(7, 6, 5, new Vector3(-9, 4, 2), new Vector3(3, 2, 4));
    var own = new GridGeometry(5, 9, 4, new Vector3(-11, 3, 0), new Vector3(4.1, 1.3, 5.2));
    DoseGrid dose = random(grid, random);
    float[] perGy = new float[own.voxelCount()];
    double expected = 0;
    TrilinearSampler sampler = TrilinearSampler.of(dose);
    for (int i = 0; i < perGy.length; i++) {
      perGy[i] = random.nextInt(4) == 0 ? Float.NaN : (float) random.nextGaussian();
      if (!Float.isNaN(perGy[i])) {
        expected += perGy[i] * sampler.sampleOr(own.centreMm(i), 0); // the plain definition
      }
    }

    DoseGradient gradient = DoseGradient.on(grid, VoxelValues.of(own, perGy));

    double[] values = PreparedPlan.values(dose);
    double sum = 0;
    for (int i = 0; i < gradient.voxels().length; i++) {
      sum += gradient.perGy()[i] * values[gradient.voxels()[i]];
    }
    assertEquals(expected, sum, FLOAT_TOLERANCE * Math.max(1, Math.abs(expected)));
    DoseGradient positive = gradient.positive();
    for (double slope : positive.perGy()) {
      assertTrue(slope > 0);
    }
  }

  private static DoseGrid random(GridGeometry grid, Random random) {
    DoseGrid.Builder builder = DoseGrid.builder(grid);
    for (int z = 0; z < grid.sizeZ(); z++) {
      float[] slice = new float[grid.sliceVoxelCount()];
      for (int i = 0; i < slice.length; i++) {
        slice[i] = 70 * random.nextFloat();
      }
      builder.slice(z, slice);
    }
    return builder.build();
  }

  @Test
  void derivativesAgreeWithDifferences() {
    int[] voxels = {1, 3, 4, 6};
    double[] anchor = {0, 61, 0, 64, 58, 0, 20};
    var linear =
        new RiskPull(
            "organ",
            voxels,
            new RiskPull.Drive.Linear(new double[] {0.4, 0.3, 0.2, 0.1}),
            new DoseModel.Physical(),
            1);
    var formula =
        new RiskPull(
            "organ",
            voxels,
            new RiskPull.Drive.NearMaximum(30),
            new DoseModel.Cumulative(new AlphaBetaRatio(3), 27, new double[] {10, 0, 25, 40}),
            1);

    for (RiskPull pull : new RiskPull[] {linear, formula}) {
      PlanObjective objective = pull.objective(anchor, 5, 2);
      agrees(objective, new double[] {60, 66, 57, 19.5});
    }
    var bounds = VoxelBounds.atLeast(new double[] {60, 60, 60, 60});
    agrees(bounds, new double[] {59, 61, 57.5, 60.2});
    agrees(VoxelBounds.atMost(new double[] {60, 60, 60, 60}), new double[] {59, 61, 57.5, 60.2});
  }

  private static void agrees(PlanObjective objective, double[] dose) {
    agrees((doses, derivative) -> objective.objective().value(doses, 1, derivative), dose);
  }

  private static void agrees(
      org.recourse.planning.objective.ExternalObjective.Term term, double[] dose) {
    double[] derivative = new double[dose.length];
    term.value(dose, derivative);
    for (int i = 0; i < dose.length; i++) {
      double[] up = dose.clone();
      double[] down = dose.clone();
      up[i] += STEP_GY;
      down[i] -= STEP_GY;
      double slope =
          (term.value(up, new double[dose.length]) - term.value(down, new double[dose.length]))
              / (2 * STEP_GY);
      assertEquals(slope, derivative[i], DIFFERENCE_TOLERANCE);
    }
  }

  /** Alone the term lowers the driving dose by the radius: d = d0 - r for equal weights. */
  @Test
  void theTrustRegionAloneEndsAtItsRadius() {
    double[] anchor = {60, 60, 60, 60};
    var pull =
        new RiskPull(
            "organ",
            new int[] {0, 1, 2, 3},
            new RiskPull.Drive.Linear(new double[] {0.25, 0.25, 0.25, 0.25}),
            new DoseModel.Physical(),
            1);
    double[] derivative = new double[4];

    pull.objective(anchor, 5, 1).objective().value(new double[] {55, 55, 55, 55}, 1, derivative);

    for (double slope : derivative) {
      assertEquals(0, slope, 1e-12);
    }
    assertEquals(60, pull.drivingGy(anchor), 1e-12);
  }

  /** (60^30 + 3 * 0) / 4 has the root 60 * 4^(-1/30) = 57.2905. */
  @Test
  void theNearMaximumFollowsTheHottestVoxels() {
    var drive = new RiskPull.Drive.NearMaximum(30);

    assertEquals(57.2905, drive.of(new double[] {60, 0, 0, 0}, new double[4]), 5e-4);
    assertEquals(0, drive.of(new double[4], new double[4]));
  }

  @RepeatedTest(10)
  void boundsOfVoxelsKeepTheHistogram(RepetitionInfo run) {
    var random = new Random(run.getCurrentRepetition());
    double[] now = random.doubles(400, 40, 66).toArray();
    double fraction = 0.02 + 0.9 * random.nextDouble();
    double here = VoxelBounds.atFraction(now, fraction);
    double[] floors = VoxelBounds.floors(now, fraction, here + 1);
    double[] ceilings = VoxelBounds.ceilings(now, fraction, here - 2, 1);
    double[] above = new double[now.length];
    double[] below = new double[now.length];
    for (int i = 0; i < now.length; i++) { // any doses within the bounds
      above[i] = floors[i] + 3 * random.nextDouble();
      below[i] = ceilings[i] - 3 * random.nextDouble();
    }

    assertTrue(VoxelBounds.atFraction(above, fraction) >= here + 1 - 1e-9);
    assertTrue(VoxelBounds.atFraction(below, fraction) <= here - 2 + 1e-9);
  }
}
