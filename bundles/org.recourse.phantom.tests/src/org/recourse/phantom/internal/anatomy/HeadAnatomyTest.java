/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.phantom.internal.anatomy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.recourse.grid.contour.ContourSet;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.phantom.ContourVolumes;
import org.recourse.phantom.solid.ContourTracing;
import org.recourse.phantom.solid.Solid;

class HeadAnatomyTest {

  /** Surface points of rGTV lie up to 0.5 mm apart, so the nearest is up to this much farther. */
  private static final double SURFACE_SAMPLING_MM = 0.1;

  private final HeadAnatomy anatomy = new HeadAnatomy();
  private final SliceExecutor executor = SliceExecutor.ofThreads(2);

  @AfterEach
  void close() {
    executor.close();
  }

  @Test
  void planningTargetSurroundsTheTumourByThreeMillimetres() {
    List<Vector3> tumour = surface(anatomy.grossTumour(), 0.5);
    List<Vector3> target = surface(anatomy.planningTarget(), 2.5);
    for (int i = 0; i < target.size(); i += 11) {
      Vector3 p = target.get(i);
      double nearestMm = tumour.stream().mapToDouble(p::distanceTo).min().orElseThrow();
      assertEquals(HeadAnatomy.PTV_MARGIN_MM, nearestMm, SURFACE_SAMPLING_MM);
    }
    tumour.forEach(p -> assertTrue(anatomy.planningTarget().contains(p)));
  }

  @Test
  void lobesLieOnTheirSides() {
    for (Side side : Side.values()) {
      for (Vector3 p : surface(anatomy.temporalLobe(side), 2.5)) {
        assertTrue(p.x() * side.sign() > 15, "x of a point of the lobe " + side + ": " + p);
        assertTrue(anatomy.brain().grownBy(0.1).contains(p));
      }
    }
    Map<String, Organ> byName = byName();
    assertTrue(byName.get("Lobe_Temporal_L").body().contains(new Vector3(45, 0, 30)));
    assertTrue(byName.get("Lobe_Temporal_R").body().contains(new Vector3(-45, 0, 30)));
  }

  @Test
  void everyStructureLiesInsideTheSkin() {
    for (Organ organ : new OrganAtlas(anatomy).planned()) {
      if (!organ.name().equals("External")) {
        for (Vector3 p : surface(organ.body(), 2.5)) {
          assertTrue(anatomy.external().contains(p), organ.name() + " leaves the skin at " + p);
        }
      }
    }
  }

  @Test
  void volumesAreThoseOfAnAdult() {
    Map<String, Organ> byName = byName();
    assertVolume(byName, "Eye_L", 7.238, 7.238); // a ball of 12 mm
    assertVolume(byName, "rGTV", 18, 26);
    assertVolume(byName, "Brainstem", 17, 35);
    assertVolume(byName, "Brain", 900, 1500);
    assertVolume(byName, "Lobe_Temporal_L", 40, 110);
    assertVolume(byName, "SpinalCord", 4, 15);
    assertVolume(byName, "Parotid_R", 8, 40);
    assertVolume(byName, "OpticChiasm", 0.3, 1.2);
  }

  @Test
  void cordContinuesTheBrainstemWithoutOverlap() {
    assertTrue(anatomy.brainstem().contains(new Vector3(0, 45, -21)));
    assertTrue(anatomy.spinalCord().contains(new Vector3(0, 45, -23)));
    for (Vector3 p : surface(anatomy.spinalCord().grownBy(-0.5), 1)) {
      assertFalse(anatomy.brainstem().contains(p), "in both: " + p);
    }
  }

  @Test
  void namesAreUnique() {
    List<Organ> organs = new OrganAtlas(anatomy).planned();

    assertEquals(organs.size(), byName().size());
    assertEquals(21, organs.size());
  }

  private Map<String, Organ> byName() {
    return new OrganAtlas(anatomy)
        .planned().stream().collect(Collectors.toMap(Organ::name, organ -> organ));
  }

  private void assertVolume(Map<String, Organ> byName, String name, double lowCm3, double highCm3) {
    double volumeCm3 = ContourVolumes.signedCm3(contours(byName.get(name).body(), 1), 1);
    double samplingFraction = 0.01; // planes 1 mm apart
    assertTrue(
        volumeCm3 > lowCm3 * (1 - samplingFraction) && volumeCm3 < highCm3 * (1 + samplingFraction),
        name + ": " + volumeCm3 + " cm3");
  }

  private List<Vector3> surface(Solid body, double spacingMm) {
    return contours(body, spacingMm).contours().stream()
        .flatMap(c -> IntStream.range(0, c.pointCount()).mapToObj(c::pointMm))
        .toList();
  }

  private ContourSet contours(Solid body, double spacingMm) {
    double[] planesZMm =
        IntStream.range(0, (int) (240 / spacingMm))
            .mapToDouble(i -> -119.7 + i * spacingMm)
            .toArray();
    double stepMm = Math.min(1, spacingMm);
    return new ContourTracing(executor)
        .contours(body, planesZMm, stepMm, new NullProgressMonitor());
  }
}
