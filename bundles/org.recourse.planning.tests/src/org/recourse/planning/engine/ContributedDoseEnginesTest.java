/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.planning.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.BitSet;
import java.util.List;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.grid.volume.Mask;
import org.recourse.planning.beam.BeamAngles;
import org.recourse.planning.beam.BeamFrame;
import org.recourse.planning.beam.Beamlets;
import org.recourse.planning.beam.PatientPosition;
import org.recourse.planning.influence.PlannedBeam;
import org.recourse.planning.machine.MachineFile;
import org.recourse.planning.medium.DensityGrid;

/** Mistakes of vendors become findings. */
class ContributedDoseEnginesTest {

  private static final GridGeometry GRID =
      new GridGeometry(3, 3, 1, Vector3.ZERO, new Vector3(5, 5, 5));

  @Test
  void theEngineOfThisBundleComputes() {
    var answer =
        assertInstanceOf(
            DoseEngineCatalogue.Answer.Computed.class,
            compute(ContributedDoseEngines.standard(), PencilBeams.ID));
    assertEquals(4, answer.influence().weightCount());
    assertEquals(PencilBeams.ID, answer.engine().id());
  }

  @Test
  void ofTwoWithOneIdTheFirstIsUsed() {
    DoseEngineEntry entry = new DoseEngineEntry("a", "A", "one", PencilBeams::new);
    DoseEngineEntry second = new DoseEngineEntry("a", "B", "two", PencilBeams::new);
    var engines = new ContributedDoseEngines(List.of(entry, second));
    assertEquals(List.of(entry), engines.engines());
    assertTrue(engines.findings().getFirst().text().contains("two"));
  }

  @Test
  void anExceptionNamesTheBundle() {
    var engines =
        new ContributedDoseEngines(
            List.of(
                new DoseEngineEntry(
                    "a",
                    "A",
                    "com.example",
                    () -> {
                      throw new IllegalStateException("broken");
                    })));
    var answer = assertInstanceOf(DoseEngineCatalogue.Answer.Failed.class, compute(engines, "a"));
    assertTrue(answer.finding().text().contains("com.example"), answer.finding().text());
  }

  @Test
  void anotherIdThanDeclaredIsRefused() {
    var engines =
        new ContributedDoseEngines(
            List.of(new DoseEngineEntry("a", "A", "com.example", PencilBeams::new)));
    assertInstanceOf(DoseEngineCatalogue.Answer.Failed.class, compute(engines, "a"));
  }

  @Test
  void anUnknownIdIsTheCallersMistake() {
    assertThrows(
        IllegalArgumentException.class,
        () -> compute(ContributedDoseEngines.standard(), "nothing"));
  }

  private static DoseEngineCatalogue.Answer compute(DoseEngineCatalogue engines, String id) {
    var frame =
        BeamFrame.of(BeamAngles.gantry(0), PatientPosition.HEAD_FIRST_SUPINE, Vector3.ZERO, 1000);
    BitSet all = new BitSet();
    all.set(0, GRID.sliceVoxelCount());
    var question =
        new DoseQuestion(
            MachineFile.generic6Mv(),
            List.of(new PlannedBeam(frame, Beamlets.field(5, 2, 2))),
            DensityGrid.uniform(GRID, 1),
            Mask.builder(GRID).slice(0, all).build(),
            50);
    try (SliceExecutor executor = SliceExecutor.ofThreads(1)) {
      return engines.compute(id, question, executor, new NullProgressMonitor());
    }
  }
}
