/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.phantom.solid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.recourse.grid.geometry.AffineTransform;
import org.recourse.grid.geometry.Vector3;

class SolidTest {

  private static final double ROUNDING_MM = 1e-12;

  @Test
  void ballAndCapsuleGiveTheDistance() {
    var ball = new Ball(new Vector3(1, 2, 3), 5);
    var capsule = new Capsule(new Vector3(0, 0, 0), new Vector3(10, 0, 0), 2);

    assertEquals(5, ball.fieldMm(1, 12, 3), ROUNDING_MM);
    assertEquals(-5, ball.fieldMm(1, 2, 3), ROUNDING_MM);
    assertEquals(1, capsule.fieldMm(4, 0, 3), ROUNDING_MM);
    assertEquals(3, capsule.fieldMm(13, 4, 0), ROUNDING_MM);
  }

  @Test
  void ellipsoidIsExactOnItsSurfaceAndForEqualAxes() {
    var ellipsoid = Ellipsoid.of(0, 0, 0, 10, 20, 30);
    double third = 1 / Math.sqrt(3);

    assertEquals(0, ellipsoid.fieldMm(10 * third, 20 * third, 30 * third), ROUNDING_MM);
    assertEquals(-10, ellipsoid.fieldMm(0, 0, 0), ROUNDING_MM);
    assertEquals(4, Ellipsoid.of(0, 0, 0, 6, 6, 6).fieldMm(0, 6, 8), ROUNDING_MM);
  }

  @Test
  void combinationsContainWhatTheyShould() {
    var left = new Ball(new Vector3(-3, 0, 0), 5);
    var right = new Ball(new Vector3(3, 0, 0), 5);
    var middle = new Vector3(0, 0, 0);

    assertTrue(Solid.union(left, right).contains(new Vector3(7, 0, 0)));
    assertTrue(left.within(right).contains(middle));
    assertFalse(left.within(right).contains(new Vector3(-5, 0, 0)));
    assertFalse(left.minus(right).contains(middle));
    assertTrue(left.grownBy(3).contains(new Vector3(4.9, 0, 0)));
    double seamMm = Math.min(left.fieldMm(0, 4.2, 0), right.fieldMm(0, 4.2, 0));
    assertEquals(seamMm - 1, Solid.blend(left, right, 4).fieldMm(0, 4.2, 0), ROUNDING_MM);
  }

  @Test
  void movedBodyKeepsItsDistancesAndItsBoxHoldsIt() {
    AffineTransform frameToBody =
        AffineTransform.ofRows(new double[] {0, -1, 0, 4, 1, 0, 0, 5, 0, 0, 1, 6});
    var ball = new Ball(new Vector3(10, 20, 30), 5);

    Solid seen = ball.seenFrom(frameToBody);
    Vector3 centre = frameToBody.inverse().apply(ball.centreMm());

    assertEquals(-5, seen.fieldMm(centre.x(), centre.y(), centre.z()), ROUNDING_MM);
    assertEquals(centre.minus(new Vector3(5, 5, 5)), seen.bounds().lowMm());
    assertEquals(centre.plus(new Vector3(5, 5, 5)), seen.bounds().highMm());
  }

  @Test
  void refusesBodiesWithoutSize() {
    Vector3 point = Vector3.ZERO;

    assertThrows(IllegalArgumentException.class, () -> new Ball(point, 0));
    assertThrows(IllegalArgumentException.class, () -> new Capsule(point, point, 1));
    assertThrows(IllegalArgumentException.class, () -> Ellipsoid.of(0, 0, 0, 1, Double.NaN, 1));
  }
}
