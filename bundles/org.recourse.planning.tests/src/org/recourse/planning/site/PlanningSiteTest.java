/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.planning.site;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.recourse.grid.volume.Mask;
import org.recourse.planning.influence.InfluencePhantom;

/** Margins around a structure on a grid of 4 mm. */
class PlanningSiteTest {

  private final Mask voxel = InfluencePhantom.box(10, 11, 12, 13, 14, 15);
  private final PlanningSite site = site(InfluencePhantom.everywhere());

  private PlanningSite site(Mask body) {
    return new PlanningSite(InfluencePhantom.water(), body, Map.of("Point", voxel));
  }

  @Test
  void aMarginOfOneVoxelTakesTheSixNeighbours() {
    assertEquals(7, site.voxelsWithin("Point", 4).orElseThrow().length);
  }

  /** Neighbours across an edge are 5.7 mm away, across a corner 6.9 mm. */
  @Test
  void distancesAreThoseOfCentres() {
    assertEquals(19, site.voxelsWithin("Point", 6).orElseThrow().length);
    assertEquals(27, site.voxelsWithin("Point", 7).orElseThrow().length);
  }

  @Test
  void withoutMarginItIsTheStructure() {
    assertArrayEquals(
        site.voxels("Point").orElseThrow(), site.voxelsWithin("Point", 0).orElseThrow());
  }

  @Test
  void nothingOutsideTheBodyCounts() {
    PlanningSite half = site(InfluencePhantom.box(10, 41, 0, 35, 0, 33));
    assertEquals(6, half.voxelsWithin("Point", 4).orElseThrow().length);
  }

  @Test
  void aMarginAtTheBorderOfTheGridIsCut() {
    Mask corner = InfluencePhantom.box(0, 1, 0, 1, 0, 1);
    var at =
        new PlanningSite(
            InfluencePhantom.water(), InfluencePhantom.everywhere(), Map.of("Corner", corner));
    assertEquals(4, at.voxelsWithin("Corner", 4).orElseThrow().length);
  }

  @Test
  void aMissingStructureAndANegativeMarginAreNamed() {
    assertTrue(site.voxelsWithin("Nobody", 4).isEmpty());
    assertThrows(IllegalArgumentException.class, () -> site.voxelsWithin("Point", -1));
  }
}
