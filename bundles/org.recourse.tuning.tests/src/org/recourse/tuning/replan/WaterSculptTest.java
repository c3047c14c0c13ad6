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
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.grid.volume.Mask;
import org.recourse.planning.beam.BeamAngles;
import org.recourse.planning.engine.ContributedDoseEngines;
import org.recourse.planning.medium.DensityGrid;
import org.recourse.planning.objective.DoseModel;
import org.recourse.planning.objective.ExternalObjective;
import org.recourse.planning.objective.SquaredDeviation;
import org.recourse.planning.objective.SquaredOverdose;
import org.recourse.planning.optimisation.PlanObjective;
import org.recourse.planning.plan.AimedBeams;
import org.recourse.planning.plan.BeamAim;
import org.recourse.planning.plan.BeamInfluences;
import org.recourse.planning.plan.FluencePlanning;
import org.recourse.planning.plan.PlanListener;
import org.recourse.planning.plan.PlanOutcome;
import org.recourse.planning.plan.PlanSetup;
import org.recourse.planning.plan.PlanTask;
import org.recourse.planning.plan.PlanningException;
import org.recourse.planning.site.PlanningSite;

/**
 * A cylinder of water with a round target, seven beams, and a risk that is linear in the dose of a
 * corner of the target: what optimising with that risk does to dose that can be delivered.
 */
class WaterSculptTest {

  private static final GridGeometry GRID =
      new GridGeometry(41, 41, 9, new Vector3(-80, -80, -16), new Vector3(4, 4, 4));
  private static final double WANTED_GY = 60;
  private static final double RISK_WEIGHT = 4;

  /** Soft bounds and leaf sequencing: what D95 may lose when it is kept. */
  private static final double KEPT_GY = 0.4;

  private final Mask body = mask(p -> Math.hypot(p.x(), p.y()) < 76);
  private final Mask target = mask(p -> p.distanceTo(Vector3.ZERO) < 26 && Math.abs(p.z()) < 13);
  private final PlanningSite site =
      new PlanningSite(DensityGrid.uniform(GRID, 1), body, Map.of("PTV", target));
  private final int[] inTarget = PlanningSite.positions(target);

  private static Mask mask(Predicate<Vector3> inside) {
    Mask.Builder builder = Mask.builder(GRID);
    for (int z = 0; z < GRID.sizeZ(); z++) {
      BitSet slice = new BitSet();
      for (int i = 0; i < GRID.sliceVoxelCount(); i++) {
        slice.set(i, inside.test(GRID.centreMm(z * GRID.sliceVoxelCount() + i)));
      }
      builder.slice(z, slice);
    }
    return builder.build();
  }

  private static PlanOutcome plan(
      AimedBeams aimed,
      List<PlanObjective> objectives,
      int[] target,
      Optional<double[]> start,
      SliceExecutor executor) {
    return new FluencePlanning(Replanning.optimisation(60), FluencePlanning.LEVELS, executor)
        .plan(
            aimed,
            new PlanTask(objectives, List.of(), WANTED_GY, target, 27),
            start,
            PlanListener.NONE,
            new NullProgressMonitor());
  }

  @Test
  void aLinearRiskFallsWhileCoverageStays() throws PlanningException {
    try (SliceExecutor executor = SliceExecutor.ofThreads(2)) {
      AimedBeams aimed =
          new BeamInfluences(ContributedDoseEngines.standard())
              .of(
                  PlanSetup.standard(),
                  BeamAim.all(BeamAngles.equallySpaced(7), Vector3.ZERO),
                  site,
                  target,
                  executor,
                  new NullProgressMonitor());
      int[] rest =
          IntStream.of(PlanningSite.positions(body))
              .filter(v -> Arrays.binarySearch(inTarget, v) < 0)
              .toArray();
      // hotter than the coverage asks for, so that there is something to give up
      PlanOutcome asItIs =
          plan(
              aimed,
              List.of(
                  PlanObjective.physical("PTV", inTarget, new SquaredDeviation(WANTED_GY + 4), 100),
                  PlanObjective.physical("rest", rest, new SquaredOverdose(30), 1)),
              inTarget,
              Optional.empty(),
              executor);
      double[] base = PreparedPlan.values(asItIs.dose());
      int[] region = IntStream.of(inTarget).filter(v -> GRID.centreMm(v).x() > 8).toArray();
      double[] share = new double[region.length];
      Arrays.fill(share, 1.0 / region.length);
      var pull =
          new RiskPull(
              "corner", region, new RiskPull.Drive.Linear(share), new DoseModel.Physical(), 0.02);
      double coverage = VoxelBounds.atFraction(PreparedPlan.gathered(base, inTarget), 0.95);

      PlanOutcome outcome =
          plan(
              aimed,
              objectives(pull, base, rest, WANTED_GY),
              inTarget,
              Optional.of(asItIs.fluence()),
              executor);

      double[] after = PreparedPlan.values(outcome.dose());
      assertTrue(coverage > WANTED_GY + 1, "the phantom has something to give: " + coverage);
      assertTrue(
          VoxelBounds.atFraction(PreparedPlan.gathered(after, inTarget), 0.95)
              >= WANTED_GY - KEPT_GY);
      assertTrue(pull.drivingGy(after) <= pull.drivingGy(base) - 2, "the driving dose falls");
      assertTrue(hottest(after, rest) <= hottest(base, rest) + 1.5, "nothing is moved outside");
      assertFalse(outcome.beams().stream().allMatch(beam -> beam.segments().isEmpty()));
      isMadeOfItsBeams(outcome, after);
      scales(outcome, after);
    }
  }

  private static void scales(PlanOutcome outcome, double[] doseGy) {
    PlanOutcome scaled = outcome.withMonitorUnitsTimes(1.25);

    double[] now = PreparedPlan.values(scaled.dose());
    for (int i = 0; i < now.length; i++) {
      assertEquals(1.25 * doseGy[i], now[i], 1e-5); // rounded to float once
    }
    isMadeOfItsBeams(scaled, now);
    for (int b = 0; b < scaled.beams().size(); b++) {
      PlanOutcome.OutcomeBeam was = outcome.beams().get(b);
      PlanOutcome.OutcomeBeam is = scaled.beams().get(b);
      assertEquals(1.25 * was.monitorUnits(), is.monitorUnits());
      assertEquals(was.segments().size(), is.segments().size());
      for (int s = 0; s < is.segments().size(); s++) {
        assertEquals(1.25 * was.segments().get(s).fluence(), is.segments().get(s).fluence());
        assertEquals(was.segments().get(s).openings(), is.segments().get(s).openings());
      }
    }
    assertThrows(IllegalArgumentException.class, () -> outcome.withMonitorUnitsTimes(0));
  }

  private List<PlanObjective> objectives(RiskPull pull, double[] base, int[] rest, double leastGy) {
    List<PlanObjective> objectives = new ArrayList<>();
    double[] floors = VoxelBounds.floors(PreparedPlan.gathered(base, inTarget), 0.95, leastGy);
    objectives.add(
        PlanObjective.physical(
            "PTV", inTarget, new ExternalObjective("kept", VoxelBounds.atLeast(floors)), 300));
    objectives.add(
        PlanObjective.physical(
            "rest",
            rest,
            new ExternalObjective("kept", VoxelBounds.atMost(PreparedPlan.gathered(base, rest))),
            10));
    objectives.add(pull.objective(base, 6, RISK_WEIGHT));
    return objectives;
  }

  private static double hottest(double[] dose, int[] voxels) {
    return Arrays.stream(PreparedPlan.gathered(dose, voxels)).max().orElseThrow();
  }

  private static void isMadeOfItsBeams(PlanOutcome outcome, double[] whole) {
    double[] sum = new double[whole.length];
    outcome
        .beams()
        .forEach(
            beam -> {
              double[] own = PreparedPlan.values(beam.dose());
              for (int i = 0; i < sum.length; i++) {
                sum[i] += own[i];
              }
            });
    for (int i = 0; i < sum.length; i++) {
      assertEquals(whole[i], sum[i], 1e-3); // floats of seven beams
    }
  }
}
