/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.planning.wishes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.grid.volume.Mask;
import org.recourse.planning.beam.BeamAngles;
import org.recourse.planning.beam.BeamFrame;
import org.recourse.planning.beam.PatientPosition;
import org.recourse.planning.beam.TargetBeamlets;
import org.recourse.planning.influence.InfluenceMatrix;
import org.recourse.planning.influence.PencilBeamEngine;
import org.recourse.planning.influence.PlannedBeam;
import org.recourse.planning.json.PlanningFileException;
import org.recourse.planning.machine.MachineFile;
import org.recourse.planning.machine.PhotonMachine;
import org.recourse.planning.medium.DensityGrid;
import org.recourse.planning.optimisation.PlanOptimisation;
import org.recourse.planning.site.PlanningSite;

/**
 * A second course of 50 Gy in 25 fractions beside a cord and a brainstem that an earlier one left
 * with 35 Gy EQD2 each. The limits are entered here as a physicist would; they are no advice.
 */
class PreviousCourseTest {

  private static final double CORD_BEFORE_GY = 35;
  private static final double STEM_BEFORE_GY = 35;
  private static final double CORD_LIMIT_EQD2_GY = 50;
  private static final double STEM_LIMIT_EQD2_GY = 54;
  private static final double CONSTRAINT_GY = 0.05;
  private static final int FRACTIONS = 25;
  private static final double ALPHA_BETA_GY = 2;

  private static final GridGeometry GRID =
      new GridGeometry(31, 31, 15, new Vector3(-75, -75, -35), new Vector3(5, 5, 5));

  private static final String TARGET_AND_BODY =
      """
      {"schema":"recourse/objectives/1","fractionCount":25,"targets":["PTV"],"objectives":[
      {"structure":"PTV","kind":"deviation","doseGy":50,"weight":100},
      {"structure":"Body","without":["PTV"],"kind":"overdose","doseGy":45,"weight":1}],
      "constraints":[%s]}\
      """;

  /** What a first course would be allowed, in physical dose. */
  private static final String PHYSICAL =
      """
      {"structure":"Cord","kind":"maximum","limitGy":45},
      {"structure":"Stem","kind":"maximum","limitGy":50}\
      """;

  private static final String CUMULATIVE =
      """
      {"structure":"Cord","kind":"maximum","limitGy":50,"dose":"cumulativeEqd2","alphaBetaGy":2},
      {"structure":"Stem","kind":"maximum","limitGy":54,"dose":"cumulativeEqd2","alphaBetaGy":2}\
      """;

  private final PhotonMachine machine = MachineFile.generic6Mv();
  private final PlanningSite site =
      new PlanningSite(
          DensityGrid.uniform(GRID, 1),
          box(0, 31, 0, 31),
          Map.of(
              "Body", box(0, 31, 0, 31),
              "PTV", box(11, 20, 8, 15),
              "Cord", box(14, 17, 16, 19),
              "Stem", box(21, 24, 10, 13)));

  @Test
  void theCumulativePlanMeetsLimitsThatThePhysicalPlanBreaks() throws PlanningFileException {
    Map<String, Double> physical = cumulativeMaxima(PHYSICAL);
    Map<String, Double> cumulative = cumulativeMaxima(CUMULATIVE);
    assertTrue(physical.get("Cord") > CORD_LIMIT_EQD2_GY + 1, physical.toString());
    assertTrue(physical.get("Stem") > STEM_LIMIT_EQD2_GY + 1, physical.toString());
    assertTrue(cumulative.get("Cord") <= CORD_LIMIT_EQD2_GY + CONSTRAINT_GY, cumulative.toString());
    assertTrue(cumulative.get("Stem") <= STEM_LIMIT_EQD2_GY + CONSTRAINT_GY, cumulative.toString());
    assertEquals(50, cumulative.get("PTV"), 2, cumulative.toString()); // mean dose
  }

  @Test
  void namesWhatIsMissing() throws PlanningFileException {
    PlanWishes wishes = PlanWishes.read(TARGET_AND_BODY.formatted(CUMULATIVE));
    var none =
        assertThrows(PlanningFileException.class, () -> wishes.constraints(site, Background.NONE));
    assertTrue(none.getMessage().contains("no previous course"), none.getMessage());
    PlanWishes other = PlanWishes.read(TARGET_AND_BODY.formatted("").replace("Body", "Skin"));
    var skin =
        assertThrows(PlanningFileException.class, () -> other.objectives(site, Background.NONE));
    assertTrue(skin.getMessage().contains("no structure Skin"), skin.getMessage());
    String wrong = TARGET_AND_BODY.formatted("").replace("\"overdose\"", "\"over\"");
    var kind = assertThrows(PlanningFileException.class, () -> PlanWishes.read(wrong));
    assertTrue(kind.getMessage().contains("objectives[1].kind is none of"), kind.getMessage());
  }

  private Map<String, Double> cumulativeMaxima(String constraints) throws PlanningFileException {
    PlanWishes wishes = PlanWishes.read(TARGET_AND_BODY.formatted(constraints));
    Background before =
        (alphaBetaGy, voxels, shiftsMm) -> {
          boolean cord = Arrays.equals(voxels, site.voxels("Cord").orElseThrow());
          double[] eqd2 = new double[voxels.length];
          Arrays.fill(eqd2, cord ? CORD_BEFORE_GY : STEM_BEFORE_GY);
          return List.of(eqd2);
        };
    try (SliceExecutor executor = SliceExecutor.ofThreads(2)) {
      var monitor = new NullProgressMonitor();
      InfluenceMatrix matrix =
          new PencilBeamEngine(machine, 35)
              .influence(beams(), site.density(), site.body(), executor, monitor);
      double[] start = new double[matrix.weightCount()];
      Arrays.fill(start, 5);
      PlanOptimisation.Result plan =
          PlanOptimisation.standard()
              .optimise(
                  matrix,
                  wishes.objectives(site, before),
                  wishes.constraints(site, before),
                  start,
                  (iteration, value, weights) -> {},
                  executor,
                  monitor);
      return Map.of(
          "Cord", CORD_BEFORE_GY + greatestEqd2(plan.doseGy(), "Cord"),
          "Stem", STEM_BEFORE_GY + greatestEqd2(plan.doseGy(), "Stem"),
          "PTV", mean(plan.doseGy(), "PTV"));
    }
  }

  private double greatestEqd2(double[] dose, String structure) {
    double gy =
        Arrays.stream(site.voxels(structure).orElseThrow())
            .mapToDouble(v -> dose[v])
            .max()
            .orElse(0);
    return gy * (gy / FRACTIONS + ALPHA_BETA_GY) / (2 + ALPHA_BETA_GY);
  }

  private double mean(double[] dose, String structure) {
    return Arrays.stream(site.voxels(structure).orElseThrow())
        .mapToDouble(v -> dose[v])
        .average()
        .orElseThrow();
  }

  private List<PlannedBeam> beams() {
    Mask target = site.structures().get("PTV");
    var beams = new ArrayList<PlannedBeam>();
    for (BeamAngles angles : BeamAngles.equallySpaced(7)) {
      BeamFrame frame =
          BeamFrame.of(
              angles,
              PatientPosition.HEAD_FIRST_SUPINE,
              PlanningSite.centreMm(target),
              machine.sourceAxisDistanceMm());
      beams.add(new PlannedBeam(frame, TargetBeamlets.of(frame, target, 5, 5)));
    }
    return beams;
  }

  private static Mask box(int fromX, int toX, int fromY, int toY) {
    Mask.Builder mask = Mask.builder(GRID);
    boolean body = toX - fromX == GRID.sizeX();
    for (int z = body ? 0 : 3; z < (body ? GRID.sizeZ() : 12); z++) {
      BitSet slice = new BitSet();
      for (int y = fromY; y < toY; y++) {
        slice.set(y * GRID.sizeX() + fromX, y * GRID.sizeX() + toX);
      }
      mask.slice(z, slice);
    }
    return mask.build();
  }
}
