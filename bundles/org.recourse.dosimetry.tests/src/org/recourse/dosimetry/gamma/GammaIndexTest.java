/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.dosimetry.gamma;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.function.DoubleBinaryOperator;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.recourse.grid.geometry.Axes;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.grid.resample.TrilinearSampler;
import org.recourse.grid.volume.DoseGrid;

class GammaIndexTest {

  /** Demanded. The search is exact; the reference samples every 1/400 of the tolerance. */
  private static final double TOLERANCE = 1e-3;

  private final SliceExecutor executor = SliceExecutor.ofThreads(2);

  @AfterEach
  void close() {
    executor.close();
  }

  private GammaResult compare(DoseGrid reference, DoseGrid evaluated, GammaCriteria criteria) {
    return GammaIndex.compare(reference, evaluated, criteria, executor, new NullProgressMonitor());
  }

  private static GridGeometry cube(int n) {
    return new GridGeometry(n, n, n, new Vector3(-10, 3, 7), new Vector3(2, 2, 2));
  }

  private static DoseGrid dose(GridGeometry geometry, DoubleBinaryOperator ofIndexAndX) {
    DoseGrid.Builder dose = DoseGrid.builder(geometry);
    for (int z = 0; z < geometry.sizeZ(); z++) {
      float[] slice = new float[geometry.sliceVoxelCount()];
      for (int i = 0; i < slice.length; i++) {
        Vector3 p = geometry.toPatientMm(i % geometry.sizeX(), i / geometry.sizeX(), z);
        slice[i] = (float) ofIndexAndX.applyAsDouble(i, p.x());
      }
      dose.slice(z, slice);
    }
    return dose.build();
  }

  private static DoseGrid random(GridGeometry geometry, long seed, double base, double spread) {
    var random = new Random(seed);
    return dose(geometry, (i, x) -> base + spread * random.nextDouble());
  }

  @Test
  void uniformDosesDifferByTheDoseTermOnly() {
    DoseGrid reference = dose(cube(5), (i, x) -> 100);
    DoseGrid evaluated = dose(cube(5), (i, x) -> 101.5);

    GammaResult result = compare(reference, evaluated, GammaCriteria.global(3, 2));

    assertEquals(125, result.evaluatedVoxels());
    assertEquals(0.5, result.meanGamma().orElseThrow(), 1e-6);
    assertEquals(0.5, result.gammaAt(0, 4, 2).orElseThrow(), 1e-6);
    assertEquals(100, result.passPercent().orElseThrow());
  }

  /** Shift s in a gradient g: the minimum of r²/Δd² + g²(r − s)²/ΔD² is s·√(g²/(ΔD² + g²Δd²)). */
  @Test
  void aShiftInAGradientHasItsClosedForm() {
    DoseGrid reference = dose(cube(21), (i, x) -> 50 + x);
    DoseGrid evaluated = dose(cube(21), (i, x) -> 50 + (x - 1.3));
    GammaCriteria criteria = GammaCriteria.global(3, 2).withGlobalDoseGy(50);

    GammaResult result = compare(reference, evaluated, criteria);

    assertEquals(
        1.3 / Math.sqrt(1.5 * 1.5 + 2 * 2), result.gammaAt(10, 10, 10).orElseThrow(), 1e-6);
  }

  @Test
  void anIdenticalDoseHasGammaZeroAndALargeDifferenceIsCut() {
    DoseGrid reference = random(cube(6), 1, 20, 30);

    assertEquals(
        0,
        compare(reference, reference, GammaCriteria.global(3, 2)).maxGamma().orElseThrow(),
        1e-6);
    GammaResult far = compare(reference, dose(cube(6), (i, x) -> 500), GammaCriteria.global(3, 2));
    assertEquals(2, far.meanGamma().orElseThrow(), 1e-6);
    assertEquals(0, far.passPercent().orElseThrow());
  }

  @Test
  void pointsBelowTheThresholdAndOutsideAreLeftOut() {
    DoseGrid reference = dose(cube(10), (i, x) -> x + 11); // 1 to 19 Gy
    var half = new GridGeometry(10, 10, 5, new Vector3(-10, 3, 7), new Vector3(2, 2, 2));
    DoseGrid evaluated = dose(half, (i, x) -> x + 11);

    GammaResult result =
        compare(reference, evaluated, GammaCriteria.global(3, 2).withThresholdPercent(50));

    assertEquals(5 * 10 * 5, result.evaluatedVoxels()); // from 9.5 Gy, half of the slices
    assertTrue(result.gammaAt(0, 0, 0).isEmpty());
    assertTrue(result.gammaAt(9, 0, 9).isEmpty());
    assertEquals(1, result.findings().size());
    assertThrows(
        IllegalArgumentException.class,
        () -> compare(dose(cube(2), (i, x) -> 0), reference, GammaCriteria.global(3, 2)));
  }

  @Test
  void nothingEvaluatedIsNotZeroPercent() {
    var away = new GridGeometry(2, 2, 2, new Vector3(500, 0, 0), new Vector3(2, 2, 2));

    GammaResult result =
        compare(dose(cube(3), (i, x) -> 10), dose(away, (i, x) -> 10), GammaCriteria.global(3, 2));

    assertTrue(result.passPercent().isEmpty());
    assertTrue(result.maxGamma().isEmpty());
  }

  @RepeatedTest(12)
  void agreesWithBruteForce(RepetitionInfo run) {
    int seed = run.getCurrentRepetition();
    var random = new Random(seed);
    var from =
        new GridGeometry(
            1 + random.nextInt(4),
            1 + random.nextInt(4),
            1 + random.nextInt(3),
            new Vector3(0.3, 0.1, 0.4),
            new Vector3(1.5 + random.nextDouble(), 2, 1 + 2 * random.nextDouble()));
    Axes axes =
        seed % 3 == 0
            ? Axes.ofRowAndColumn(new Vector3(0.96, 0.28, 0), new Vector3(-0.28, 0.96, 0))
            : Axes.PATIENT;
    var to =
        new GridGeometry(
            2 + random.nextInt(4),
            2 + random.nextInt(4),
            seed % 4 == 0 ? 1 : 2 + random.nextInt(3),
            Vector3.ZERO,
            new Vector3(2, 1.5 + random.nextDouble(), 2.5),
            axes);
    DoseGrid reference = random(from, seed + 100, 30, 10);
    DoseGrid evaluated = random(to, seed + 200, 28, seed % 2 == 0 ? 14 : 4);
    GammaCriteria criteria =
        GammaCriteria.global(3, 2)
            .withMaximumGamma(1.5)
            .with(
                seed % 2 == 0
                    ? GammaCriteria.Normalisation.LOCAL
                    : GammaCriteria.Normalisation.GLOBAL);

    GammaResult result = compare(reference, evaluated, criteria);

    for (int z = 0; z < from.sizeZ(); z++) {
      for (int y = 0; y < from.sizeY(); y++) {
        for (int x = 0; x < from.sizeX(); x++) {
          if (result.gammaAt(x, y, z).isPresent()) {
            double expected = new BruteForce(reference, evaluated, criteria).gamma(x, y, z);
            assertEquals(expected, result.gammaAt(x, y, z).orElseThrow(), TOLERANCE);
          }
        }
      }
    }
  }

  @Test
  void inThePlaneAnotherSliceDoesNotHelp() {
    var geometry = new GridGeometry(5, 5, 3, Vector3.ZERO, new Vector3(2, 2, 1));
    DoseGrid reference = dose(geometry, (i, x) -> 50);
    float[] wrong = new float[25];
    float[] right = new float[25];
    java.util.Arrays.fill(wrong, 60);
    java.util.Arrays.fill(right, 50);
    DoseGrid evaluated =
        DoseGrid.builder(geometry).slice(0, wrong).slice(1, right).slice(2, right).build();

    GammaCriteria criteria = GammaCriteria.global(3, 2);

    assertTrue(compare(reference, evaluated, criteria).gammaAt(2, 2, 0).orElseThrow() < 0.5);
    assertEquals(
        2,
        compare(reference, evaluated, criteria.with(GammaCriteria.Search.IN_PLANE))
            .gammaAt(2, 2, 0)
            .orElseThrow());
  }

  @Test
  void resultDoesNotDependOnTheNumberOfThreads() {
    var geometry = new GridGeometry(7, 5, 9, Vector3.ZERO, new Vector3(2.5, 2, 3));
    double[][] means = new double[2][];
    for (int threads = 1; threads <= 2; threads++) {
      try (var pool = SliceExecutor.ofThreads(threads)) {
        GammaResult result =
            GammaIndex.compare(
                random(geometry, 5, 30, 5),
                random(geometry, 6, 30, 5),
                GammaCriteria.global(2, 2),
                pool,
                new NullProgressMonitor());
        means[threads - 1] =
            new double[] {
              result.meanGamma().orElseThrow(),
              result.maxGamma().orElseThrow(),
              result.passPercent().orElseThrow()
            };
      }
    }
    assertArrayEquals(means[0], means[1]);
  }

  @Test
  void stopsWhenCancelled() {
    var monitor = new NullProgressMonitor();
    monitor.setCanceled(true);
    DoseGrid dose = random(cube(3), 1, 10, 1);

    assertThrows(
        OperationCanceledException.class,
        () -> GammaIndex.compare(dose, dose, GammaCriteria.global(3, 2), executor, monitor));
  }

  @Test
  void refusesNonsense() {
    assertThrows(IllegalArgumentException.class, () -> GammaCriteria.global(0, 2));
    assertThrows(IllegalArgumentException.class, () -> GammaCriteria.global(3, Double.NaN));
    assertThrows(
        IllegalArgumentException.class, () -> GammaCriteria.global(3, 2).withThresholdPercent(101));
  }

  /** The definition on a dense lattice of points, refined around the best of them. */
  private record BruteForce(DoseGrid reference, DoseGrid evaluated, GammaCriteria criteria) {

    private static final int STEPS = 40;

    double gamma(int x, int y, int z) {
      double dose = reference.doseGyAt(x, y, z);
      boolean local = criteria.normalisation() == GammaCriteria.Normalisation.LOCAL;
      double tolerance = criteria.dosePercent() / 100 * (local ? dose : reference.maximumGy());
      GridGeometry grid = evaluated.geometry();
      Vector3 p = grid.toIndex(reference.geometry().toPatientMm(x, y, z));
      double[] low = new double[3];
      double[] high = new double[3];
      double[] at = {p.x(), p.y(), p.z()};
      double[] spacing = {grid.spacingMm().x(), grid.spacingMm().y(), grid.spacingMm().z()};
      int[] size = {grid.sizeX(), grid.sizeY(), grid.sizeZ()};
      double reach = criteria.maximumGamma() * criteria.distanceMm();
      for (int axis = 0; axis < 3; axis++) {
        low[axis] = Math.max(0, at[axis] - reach / spacing[axis]);
        high[axis] = Math.min(size[axis] - 1, at[axis] + reach / spacing[axis]);
      }
      var sampler = TrilinearSampler.of(evaluated);
      double best = criteria.maximumGamma();
      double[][] bestAt = new double[3][]; // the three best of well separated starts
      double[] bestValue = {9, 9, 9};
      for (int start = 0; start < 3; start++) {
        for (int k = 0; k <= STEPS; k++) {
          for (int j = 0; j <= STEPS; j++) {
            for (int i = 0; i <= STEPS; i++) {
              double[] q = {
                low[0] + (high[0] - low[0]) * i / STEPS,
                low[1] + (high[1] - low[1]) * j / STEPS,
                low[2] + (high[2] - low[2]) * k / STEPS
              };
              double value = value(sampler, q, at, spacing, dose, tolerance);
              if (value < bestValue[start] && isAwayFrom(bestAt, start, q)) {
                bestValue[start] = value;
                bestAt[start] = q;
              }
            }
          }
        }
        if (bestAt[start] != null) {
          best =
              Math.min(
                  best, refined(sampler, bestAt[start], at, spacing, dose, tolerance, low, high));
        }
      }
      return best;
    }

    private static boolean isAwayFrom(double[][] earlier, int count, double[] q) {
      for (int k = 0; k < count; k++) {
        double[] e = earlier[k];
        double away =
            Math.max(Math.abs(e[0] - q[0]), Math.max(Math.abs(e[1] - q[1]), Math.abs(e[2] - q[2])));
        if (away < 0.3) {
          return false;
        }
      }
      return true;
    }

    private static double refined(
        TrilinearSampler sampler,
        double[] start,
        double[] at,
        double[] spacing,
        double dose,
        double tolerance,
        double[] low,
        double[] high) {
      double[] centre = start.clone();
      double best = value(sampler, centre, at, spacing, dose, tolerance);
      double width = 0.15;
      while (width > 1e-4) {
        double[] next = centre.clone();
        for (int n = 0; n < 729; n++) {
          double[] q = new double[3];
          int code = n;
          for (int axis = 0; axis < 3; axis++) {
            q[axis] = Math.clamp(centre[axis] + (code % 9 - 4) * width / 4, low[axis], high[axis]);
            code /= 9;
          }
          double value = value(sampler, q, at, spacing, dose, tolerance);
          if (value < best) {
            best = value;
            next = q;
          }
        }
        centre = next;
        width *= 0.6;
      }
      return best;
    }

    private static double value(
        TrilinearSampler sampler,
        double[] q,
        double[] at,
        double[] spacing,
        double dose,
        double tolerance) {
      double square = 0;
      for (int axis = 0; axis < 3; axis++) {
        double away = (q[axis] - at[axis]) * spacing[axis] / 2;
        square += away * away;
      }
      double difference = (sampler.indexedOr(q[0], q[1], q[2], 0) - dose) / tolerance;
      return Math.sqrt(square + difference * difference);
    }
  }
}
