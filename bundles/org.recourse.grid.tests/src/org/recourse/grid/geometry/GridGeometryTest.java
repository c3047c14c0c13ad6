/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.grid.geometry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class GridGeometryTest {

  private static final double ROUNDING = 1e-9;
  private static final Vector3 UNIT = new Vector3(1, 1, 1);

  @RepeatedTest(20)
  void rotatedAnisotropicGridMapsThereAndBack(RepetitionInfo run) {
    var random = new RandomGeometry(run.getCurrentRepetition());
    var spacing =
        new Vector3(random.between(0.3, 5), random.between(0.3, 5), random.between(0.3, 5));
    var geometry = new GridGeometry(7, 5, 3, random.point(300), spacing, random.axes());
    Vector3 index = random.point(20);

    Vector3 patient = geometry.toPatientMm(index.x(), index.y(), index.z());

    assertEquals(0, geometry.toIndex(patient).distanceTo(index), ROUNDING);
    assertEquals(0, geometry.patientToIndex().apply(patient).distanceTo(index), ROUNDING);
    assertEquals(0, geometry.indexToPatient().apply(index).distanceTo(patient), ROUNDING);
  }

  @Test
  void originIsTheCentreOfTheFirstVoxel() {
    var geometry = new GridGeometry(2, 3, 4, new Vector3(-5, 6, 7), new Vector3(1, 2, 3));

    assertEquals(new Vector3(-5, 6, 7), geometry.toPatientMm(0, 0, 0));
    assertEquals(new Vector3(-4, 10, 16), geometry.toPatientMm(1, 2, 3));
    assertEquals(6, geometry.voxelVolumeMm3());
    assertEquals(24, geometry.voxelCount());
    assertEquals(23, geometry.indexOf(1, 2, 3));
  }

  @Test
  void spacingAlongADirectionIsThatOfTheClosestAxis() {
    Axes coronal = Axes.ofRowAndColumn(new Vector3(1, 0, 0), new Vector3(0, 0, -1));
    var geometry = new GridGeometry(2, 2, 2, Vector3.ZERO, new Vector3(1, 2, 3), coronal);

    assertEquals(3, geometry.spacingAlongMm(new Vector3(0, 1, 0)));
    assertEquals(2, geometry.spacingAlongMm(new Vector3(0, 0.1, 0.99)));
  }

  @Test
  void refusesEmptyGridsAndIndicesOutside() {
    assertThrows(
        IllegalArgumentException.class, () -> new GridGeometry(0, 1, 1, Vector3.ZERO, UNIT));
    assertThrows(
        IllegalArgumentException.class,
        () -> new GridGeometry(1, 1, 1, Vector3.ZERO, new Vector3(1, Double.NaN, 1)));
    var single = new GridGeometry(1, 1, 1, Vector3.ZERO, UNIT);
    assertEquals(0, single.indexOf(0, 0, 0));
    assertThrows(IndexOutOfBoundsException.class, () -> single.indexOf(0, 1, 0));
  }

  @Test
  void leftHandedAndSkewAxesAreRefused() {
    Vector3 x = new Vector3(1, 0, 0);
    Vector3 y = new Vector3(0, 1, 0);
    assertThrows(IllegalArgumentException.class, () -> new Axes(x, y, new Vector3(0, 0, -1)));
    assertThrows(
        IllegalArgumentException.class, () -> Axes.ofRowAndColumn(x, new Vector3(0.1, 1, 0)));
  }
}
