/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.assistant.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.recourse.grid.geometry.AffineTransform;
import org.recourse.grid.geometry.Vector3;

class FrameTransformsTest {

  private final FrameTransforms transforms =
      new FrameTransforms(
          List.of(
              new FrameTransforms.Link("a", "b", shift(10)),
              new FrameTransforms.Link("c", "b", shift(1)),
              new FrameTransforms.Link("x", "y", shift(5))));

  @Test
  void theSameFrameNeedsNoRegistration() {
    assertEquals(AffineTransform.IDENTITY, transforms.between("z", "z").orElseThrow());
  }

  @Test
  void aRegistrationServesInBothDirections() {
    assertEquals(10, movedX("a", "b"));
    assertEquals(-10, movedX("b", "a"));
  }

  @Test
  void registrationsAreChained() {
    assertEquals(9, movedX("a", "c"));
    assertEquals(-9, movedX("c", "a"));
  }

  @Test
  void nothingIsAssumedWhereNoRegistrationLeads() {
    assertTrue(transforms.between("a", "x").isEmpty());
    assertTrue(transforms.between("a", "unknown").isEmpty());
  }

  private double movedX(String from, String to) {
    return transforms.between(from, to).orElseThrow().apply(Vector3.ZERO).x();
  }

  private static AffineTransform shift(double xMm) {
    return AffineTransform.translation(new Vector3(xMm, 0, 0));
  }
}
