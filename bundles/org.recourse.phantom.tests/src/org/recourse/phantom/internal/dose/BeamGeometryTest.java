/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.phantom.internal.dose;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.recourse.grid.geometry.Vector3;

class BeamGeometryTest {

  private static final double ROUNDING_MM = 1e-9;

  private static final Vector3 ISOCENTRE_MM = new Vector3(10, 20, 30);

  @Test
  void gantryZeroShinesFromAnteriorAndNinetyFromTheLeft() {
    Vector3 fromAnterior = new BeamGeometry(1, ISOCENTRE_MM, 0).direction();
    Vector3 fromLeft = new BeamGeometry(2, ISOCENTRE_MM, 90).direction();

    assertEquals(0, fromAnterior.distanceTo(new Vector3(0, 1, 0)), ROUNDING_MM);
    assertEquals(0, fromLeft.distanceTo(new Vector3(-1, 0, 0)), ROUNDING_MM);
  }

  @Test
  void projectionShrinksBehindTheIsocentre() {
    var projection = new Projection(new BeamGeometry(1, ISOCENTRE_MM, 0));

    projection.project(ISOCENTRE_MM.plus(new Vector3(11, 100, 22)));

    assertEquals(10, projection.u(), ROUNDING_MM);
    assertEquals(20, projection.v(), ROUNDING_MM);
    assertEquals(100, projection.t(), ROUNDING_MM);
  }

  @Test
  void nineBeamsAreFortyDegreesApart() {
    var beams = PlanComputation.evenBeams(9, ISOCENTRE_MM);

    assertEquals(9, beams.size());
    assertEquals(0, beams.get(0).gantryAngleDeg());
    assertEquals(160, beams.get(4).gantryAngleDeg(), ROUNDING_MM);
    assertEquals(320, beams.get(8).gantryAngleDeg(), ROUNDING_MM);
  }
}
