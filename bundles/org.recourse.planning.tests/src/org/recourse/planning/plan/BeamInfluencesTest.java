/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.planning.plan;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.grid.volume.Mask;
import org.recourse.planning.beam.BeamAngles;
import org.recourse.planning.engine.ContributedDoseEngines;
import org.recourse.planning.engine.DoseEngine;
import org.recourse.planning.engine.DoseEngineDescription;
import org.recourse.planning.engine.DoseEngineEntry;
import org.recourse.planning.engine.DoseQuestion;
import org.recourse.planning.engine.PencilBeams;
import org.recourse.planning.influence.DoseInfluence;
import org.recourse.planning.influence.InfluenceCache;
import org.recourse.planning.influence.InfluencePhantom;
import org.recourse.planning.influence.PencilBeamEngine;
import org.recourse.planning.site.PlanningSite;

class BeamInfluencesTest {

  private final List<Integer> asked = new ArrayList<>();
  private final Mask target = InfluencePhantom.box(16, 25, 14, 22, 12, 20);
  private final PlanningSite site =
      new PlanningSite(
          InfluencePhantom.water(), InfluencePhantom.everywhere(), Map.of("PTV", target));

  @TempDir private Path folder;

  /** The pencil beam under its own id, counting what it is asked. */
  private final class Counting implements DoseEngine {

    @Override
    public DoseEngineDescription description() {
      return new PencilBeams().description();
    }

    @Override
    public DoseInfluence influence(
        DoseQuestion question, SliceExecutor executor, IProgressMonitor monitor) {
      asked.add(question.beams().size());
      return new PencilBeams().influence(question, executor, monitor);
    }
  }

  @Test
  void oneMovedBeamIsComputedAloneAndTheWholeIsTheSameBitForBit() throws PlanningException {
    BeamInfluences kept = influences(Optional.empty());
    aim(kept, 0, 72, 144, 216, 288);
    assertEquals(5, asked.size());
    AimedBeams moved = aim(kept, 0, 72, 150, 216, 288);
    assertEquals(6, asked.size(), "only the one that moved");

    AimedBeams fresh = aim(influences(Optional.empty()), 0, 72, 150, 216, 288);
    assertArrayEquals(doseOf(fresh.influence()), doseOf(moved.influence()));
    assertArrayEquals(derivativeOf(fresh.influence()), derivativeOf(moved.influence()));
    // and the same as all beams computed at once
    try (SliceExecutor executor = SliceExecutor.ofThreads(2)) {
      DoseInfluence atOnce =
          new PencilBeamEngine(moved.setup().machine(), moved.setup().cutOffMm())
              .influence(
                  moved.beams(), site.density(), site.body(), executor, new NullProgressMonitor());
      assertArrayEquals(doseOf(atOnce), doseOf(moved.influence()));
    }
  }

  @Test
  void aSecondSessionReadsFromDisk() throws PlanningException {
    AimedBeams first = aim(influences(cache()), 10, 130, 250);
    assertEquals(3, asked.size());
    AimedBeams second = aim(influences(cache()), 10, 130, 250);
    assertEquals(3, asked.size(), "nothing was computed again");
    assertArrayEquals(doseOf(first.influence()), doseOf(second.influence()));
  }

  @Test
  void anEngineThatIsNotInstalledIsNamed() {
    var failure =
        assertThrows(
            PlanningException.class,
            () -> {
              try (SliceExecutor executor = SliceExecutor.ofThreads(1)) {
                influences(Optional.empty())
                    .of(
                        PlanSetup.standard().withEngine("com.example.none"),
                        BeamAim.all(BeamAngles.equallySpaced(1), InfluencePhantom.CENTRE_MM),
                        site,
                        target,
                        executor,
                        new NullProgressMonitor());
              }
            });
    assertTrue(failure.getMessage().contains("com.example.none"));
    assertTrue(failure.getMessage().contains(PencilBeams.ID));
  }

  private Optional<InfluenceCache> cache() {
    return Optional.of(new InfluenceCache(folder, 1L << 30, Clock.systemUTC()));
  }

  private BeamInfluences influences(Optional<InfluenceCache> cache) {
    var entry = new DoseEngineEntry(PencilBeams.ID, "Counting", "test", Counting::new);
    return new BeamInfluences(new ContributedDoseEngines(List.of(entry)), cache);
  }

  private AimedBeams aim(BeamInfluences influences, double... gantryDeg) throws PlanningException {
    List<BeamAngles> angles = new ArrayList<>();
    for (double deg : gantryDeg) {
      angles.add(BeamAngles.gantry(deg));
    }
    try (SliceExecutor executor = SliceExecutor.ofThreads(2)) {
      return influences.of(
          PlanSetup.standard(),
          BeamAim.all(angles, InfluencePhantom.CENTRE_MM),
          site,
          target,
          executor,
          new NullProgressMonitor());
    }
  }

  private static double[] doseOf(DoseInfluence influence) {
    double[] fluence = new Random(1).doubles(influence.weightCount()).toArray();
    double[] dose = new double[influence.geometry().voxelCount()];
    try (SliceExecutor executor = SliceExecutor.ofThreads(2)) {
      influence.dose(fluence, dose, executor, new NullProgressMonitor());
    }
    return dose;
  }

  private static double[] derivativeOf(DoseInfluence influence) {
    double[] q = new Random(2).doubles(influence.geometry().voxelCount()).toArray();
    try (SliceExecutor executor = SliceExecutor.ofThreads(2)) {
      return influence.weightDerivative(q, executor, new NullProgressMonitor());
    }
  }
}
