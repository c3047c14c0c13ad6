/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cli.internal.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.volume.Mask;
import org.recourse.planning.beam.BeamAngles;
import org.recourse.planning.beam.BeamFrame;
import org.recourse.planning.beam.PatientPosition;
import org.recourse.planning.beam.TargetBeamlets;
import org.recourse.planning.influence.PlannedBeam;
import org.recourse.planning.medium.DensityGrid;
import org.recourse.planning.objective.SquaredDeviation;
import org.recourse.planning.objective.SquaredOverdose;
import org.recourse.planning.optimisation.PlanObjective;
import org.recourse.planning.site.PlanningSite;

/**
 * A phantom of the planning benchmark. Dose counts per fraction, as matRad does, so that the values
 * of the objectives can be compared. Immutable.
 *
 * @param name small, box5, box9 or headneck
 * @param site densities and structures
 * @param beams directions with their beamlets
 * @param objectives per-fraction dose
 * @param targets structures with the dose per fraction wanted
 */
record PlanningBenchCase(
    String name,
    PlanningSite site,
    List<PlannedBeam> beams,
    List<PlanObjective> objectives,
    Map<String, Double> targets) {

  static final double BEAMLET_MM = 5;

  private static final double SOURCE_AXIS_MM = 1000;
  private static final String BODY = "Body";
  private static final String TARGET = "Target";

  /** The box of matRad: water, 160 voxels of 3 mm, body of 81, target of 21. */
  static PlanningBenchCase box(int beamCount) {
    return box("box" + beamCount, beamCount, 160, 81, 21, 3);
  }

  /** A small box, quick enough for a test. */
  static PlanningBenchCase small() {
    return box("small", 3, 32, 25, 7, 6);
  }

  private static PlanningBenchCase box(
      String name,
      int beamCount,
      int gridVoxels,
      int bodyVoxels,
      int targetVoxels,
      double spacingMm) {
    Vector3 spacing = new Vector3(spacingMm, spacingMm, spacingMm);
    GridGeometry geometry = cubeGrid(gridVoxels, spacing);
    Mask body = cube(geometry, bodyVoxels);
    Mask target = cube(geometry, targetVoxels);
    int first = (gridVoxels - bodyVoxels) / 2;
    Vector3 corner = geometry.toPatientMm(first, first, first);
    var water = new GridGeometry(bodyVoxels, bodyVoxels, bodyVoxels, corner, spacing);
    var site =
        new PlanningSite(DensityGrid.uniform(water, 1), body, Map.of(BODY, body, TARGET, target));
    List<PlanObjective> objectives =
        List.of(
            PlanObjective.physical(
                TARGET, PlanningSite.positions(target), new SquaredDeviation(60.0 / 30), 800),
            PlanObjective.physical(
                BODY,
                site.voxelsWithout(BODY, List.of(TARGET)),
                new SquaredOverdose(5.0 / 30),
                100));
    return new PlanningBenchCase(
        name, site, beams(target, beamCount), objectives, Map.of(TARGET, 60.0 / 30));
  }

  private static GridGeometry cubeGrid(int voxels, Vector3 spacing) {
    double first = -spacing.x() * (voxels - 1) / 2;
    return new GridGeometry(voxels, voxels, voxels, new Vector3(first, first, first), spacing);
  }

  /** The real head-and-neck case. */
  static PlanningBenchCase headAndNeck(PlanningSite site, String body) {
    Map<String, Double> targets = new LinkedHashMap<>();
    targets.put("PTV_7000", 70.0 / 35);
    targets.put("PTV_6300", 63.0 / 35);
    targets.put("PTV_5600", 56.0 / 35);
    var objectives = new ArrayList<PlanObjective>();
    targets.forEach(
        (name, doseGy) ->
            objectives.add(
                PlanObjective.physical(
                    name, site.voxels(name).orElseThrow(), new SquaredDeviation(doseGy), 1000)));
    organ(objectives, site, "SpinalCord", 30, 300);
    organ(objectives, site, "Brainstem", 35, 300);
    organ(objectives, site, "Parotid_L", 20, 100);
    organ(objectives, site, "Parotid_R", 20, 100);
    organ(objectives, site, "Esophagus", 35, 100);
    organ(objectives, site, "Bone_Mandible", 35, 100);
    objectives.add(
        PlanObjective.physical(
            body,
            site.voxelsWithout(body, List.copyOf(targets.keySet())),
            new SquaredOverdose(30.0 / 35),
            100));
    return new PlanningBenchCase(
        "headneck", site, beams(site.union(List.copyOf(targets.keySet())), 9), objectives, targets);
  }

  private static void organ(
      List<PlanObjective> objectives, PlanningSite site, String name, double gy, double weight) {
    objectives.add(
        PlanObjective.physical(
            name, site.voxels(name).orElseThrow(), new SquaredOverdose(gy / 35), weight));
  }

  private static List<PlannedBeam> beams(Mask target, int count) {
    Vector3 isocentre = PlanningSite.centreMm(target);
    var beams = new ArrayList<PlannedBeam>();
    for (int i = 0; i < count; i++) {
      BeamFrame frame =
          BeamFrame.of(
              BeamAngles.gantry(i * 360.0 / count),
              PatientPosition.HEAD_FIRST_SUPINE,
              isocentre,
              SOURCE_AXIS_MM);
      beams.add(new PlannedBeam(frame, TargetBeamlets.of(frame, target, BEAMLET_MM, BEAMLET_MM)));
    }
    return beams;
  }

  private static Mask cube(GridGeometry geometry, int voxels) {
    int first = (geometry.sizeX() - voxels) / 2;
    Mask.Builder mask = Mask.builder(geometry);
    BitSet slice = new BitSet();
    for (int y = first; y < first + voxels; y++) {
      int row = y * geometry.sizeX() + first;
      slice.set(row, row + voxels);
    }
    for (int z = first; z < first + voxels; z++) {
      mask.slice(z, (BitSet) slice.clone());
    }
    return mask.build();
  }

  int beamletCount() {
    return beams.stream().mapToInt(beam -> beam.beamlets().count()).sum();
  }

  /** Equal weights that give the targets the mean dose that is wanted for them on the mean. */
  double[] start(double[] doseOfUnitWeights) {
    double given = 0;
    double wanted = 0;
    for (Map.Entry<String, Double> target : targets.entrySet()) {
      for (int voxel : site.voxels(target.getKey()).orElseThrow()) {
        given += doseOfUnitWeights[voxel];
        wanted += target.getValue();
      }
    }
    double[] weight = new double[beamletCount()];
    Arrays.fill(weight, wanted / given);
    return weight;
  }
}
