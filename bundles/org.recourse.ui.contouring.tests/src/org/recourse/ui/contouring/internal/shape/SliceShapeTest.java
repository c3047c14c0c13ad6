/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.contouring.internal.shape;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Areas by closed forms. */
class SliceShapeTest {

  /** The disc has the area of its circle by construction. */
  private static final double DISC_ROUNDING_MM2 = 1e-6;

  /** Perimeter times the tolerance of the simplification, with a margin. */
  private static final double SIMPLIFIED_MM2 = 0.4;

  @Test
  void aTouchOfTheBrushIsADisc() {
    var stroke = new BrushStroke(SliceShape.EMPTY, 5, false, 10, -3);

    assertEquals(25 * Math.PI, stroke.shape().areaMm2(), DISC_ROUNDING_MM2);
    assertEquals(25 * Math.PI, stroke.finished().areaMm2(), SIMPLIFIED_MM2);
    assertTrue(stroke.finished().region().contains(14.9, -3));
    assertFalse(stroke.finished().region().contains(15.1, -3));
  }

  @Test
  void aStraightStrokeIsAStadium() {
    var stroke = new BrushStroke(SliceShape.EMPTY, 4, false, 0, 0);
    stroke.moveTo(3, 4);
    stroke.moveTo(6, 8);

    double stadiumMm2 = 16 * Math.PI + 2 * 4 * 10;
    assertEquals(stadiumMm2, stroke.shape().areaMm2(), 1e-3 * stadiumMm2); // flat sides: 0.08 % of r
    assertEquals(1, stroke.shape().loopsXyMm().size());
  }

  @Test
  void theEraserCutsAHole() {
    SliceShape square = square(20);

    var stroke = new BrushStroke(square, 3, true, 0, 0);

    assertEquals(400 - 9 * Math.PI, stroke.shape().areaMm2(), DISC_ROUNDING_MM2);
    assertEquals(2, stroke.shape().loopsXyMm().size());
    assertFalse(stroke.shape().region().contains(0, 0));
  }

  @Test
  void erasingAllLeavesNothing() {
    var stroke = new BrushStroke(square(2), 5, true, 0, 0);

    assertTrue(stroke.finished().isEmpty());
    assertEquals(0, stroke.finished().areaMm2());
  }

  @Test
  void unionAndDifferenceFollowTheClosedForms() {
    SliceShape left = rectangle(0, 0, 10, 10);
    SliceShape right = rectangle(6, 2, 16, 8);

    assertEquals(100 + 60 - 24, left.plus(right).areaMm2(), DISC_ROUNDING_MM2);
    assertEquals(100 - 24, left.minus(right).areaMm2(), DISC_ROUNDING_MM2);
    assertEquals(0, left.minus(left).areaMm2());
    assertEquals(100, left.plus(SliceShape.EMPTY).areaMm2(), DISC_ROUNDING_MM2);
  }

  @Test
  void aBrushOverTheHoleClosesIt() {
    SliceShape ring = square(20).minus(square(6));

    var stroke = new BrushStroke(ring, 5, false, 0, 0);

    assertEquals(400, stroke.shape().areaMm2(), DISC_ROUNDING_MM2);
    assertEquals(1, stroke.shape().loopsXyMm().size());
  }

  @Test
  void simplificationKeepsCornersAndDropsPointsOnTheEdges() {
    double[] withPointsOnEdges = {0, 0, 5, 0, 10, 0, 10, 10, 5, 10.001, 0, 10, 0, 3};

    double[] simple =
        SliceShape.of(List.of(withPointsOnEdges)).simplified(0.005).loopsXyMm().getFirst();

    assertArrayEquals(new double[] {0, 0, 10, 0, 10, 10, 0, 10}, simple);
  }

  @Test
  void manyStrokesStayWithinTheToleranceOfOneAnother() {
    SliceShape shape = SliceShape.EMPTY;
    for (int i = 0; i < 50; i++) { // again and again over the same disc
      shape = new BrushStroke(shape, 5, false, 0, 0).finished();
    }

    assertEquals(25 * Math.PI, shape.areaMm2(), SIMPLIFIED_MM2);
    assertEquals(1, shape.loopsXyMm().size());
  }

  private static SliceShape square(double sideMm) {
    return rectangle(-sideMm / 2, -sideMm / 2, sideMm / 2, sideMm / 2);
  }

  private static SliceShape rectangle(double x0, double y0, double x1, double y1) {
    return SliceShape.of(List.of(new double[] {x0, y0, x1, y0, x1, y1, x0, y1}));
  }
}
