/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.grid.contour;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.recourse.grid.contour.Shapes.onPlane;
import static org.recourse.grid.contour.Shapes.rectangle;
import static org.recourse.grid.contour.Shapes.set;
import static org.recourse.grid.contour.Shapes.turned;

import java.util.ArrayList;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.recourse.grid.geometry.Axes;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.RandomGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.grid.volume.Mask;

class ContourRasteriserTest {

  private static final GridGeometry CUBE =
      new GridGeometry(10, 10, 10, Vector3.ZERO, new Vector3(1, 1, 1));

  private final SliceExecutor executor = SliceExecutor.ofThreads(2);

  @AfterEach
  void close() {
    executor.close();
  }

  private Mask rasterised(ContourSet contours, GridGeometry geometry) {
    return ContourRasteriser.rasterise(contours, geometry, executor, new NullProgressMonitor());
  }

  /** The plain definition, voxel by voxel, is the oracle for rows and crossings. */
  @RepeatedTest(25)
  void agreesWithPointInPolygon(RepetitionInfo run) {
    var random = new RandomGeometry(run.getCurrentRepetition());
    boolean oblique = run.getCurrentRepetition() % 2 == 0;
    Axes contourAxes = oblique ? random.axes() : Axes.PATIENT;
    Axes gridAxes = run.getCurrentRepetition() % 3 == 0 ? random.axes() : Axes.PATIENT;
    var spacing = new Vector3(random.between(0.5, 2), random.between(0.5, 2), 1.7);
    var origin = new Vector3(-9, -9, -9);
    var geometry = new GridGeometry(17, 13, 11, origin, spacing, gridAxes);
    var contours = new ArrayList<PlanarContour>();
    for (int plane = 0; plane < 4; plane++) {
      for (int k = 0; k < 2; k++) {
        double[] xy = new double[2 * 7];
        java.util.Arrays.setAll(xy, i -> random.between(-9, 9));
        contours.add(turned(onPlane(-4 + 2.5 * plane, xy), contourAxes));
      }
    }
    var set = new ContourSet(contours);

    Mask mask = rasterised(set, geometry);

    ContourPlanes planes = ContourPlanes.of(set, geometry);
    for (int i = 0; i < geometry.voxelCount(); i++) {
      int x = i % 17;
      int y = i / 17 % 13;
      int z = i / (17 * 13);
      boolean inside = isInside(planes, geometry.toPatientMm(x, y, z));
      assertEquals(inside, mask.contains(x, y, z), "voxel " + x + ", " + y + ", " + z);
    }
  }

  private static boolean isInside(ContourPlanes planes, Vector3 p) {
    Vector3 uvw =
        new Vector3(p.dot(planes.axes().x()), p.dot(planes.axes().y()), p.dot(planes.axes().z()));
    for (ContourPlane plane : planes.planes()) {
      if (uvw.z() >= plane.fromMm() && uvw.z() < plane.toMm()) {
        boolean inside = false;
        for (int loop = 0; loop < plane.region().loopCount(); loop++) {
          inside ^= pointInPolygon(plane.region().loopUvMm(loop), uvw.x(), uvw.y());
        }
        return inside;
      }
    }
    return false;
  }

  private static boolean pointInPolygon(double[] uv, double u, double v) {
    double turns = 0;
    for (int i = 0; i < uv.length; i += 2) {
      int next = (i + 2) % uv.length;
      double au = uv[i] - u;
      double av = uv[i + 1] - v;
      double bu = uv[next] - u;
      double bv = uv[next + 1] - v;
      turns += Math.atan2(au * bv - av * bu, au * bu + av * bv);
    }
    return Math.round(turns / (2 * Math.PI)) % 2 != 0;
  }

  @Test
  void aContourInsideAnotherCutsAHoleAndSoDoesAKeyhole() {
    ContourSet exclusiveOr =
        set(rectangle(5, 0.5, 0.5, 8.5, 8.5), rectangle(5, 3.5, 3.5, 5.5, 5.5));
    ContourSet keyhole =
        set(
            onPlane(
                5, 0.5, 0.5, 8.5, 0.5, 8.5, 8.5, 0.5, 8.5, 0.5, 3.5, 3.5, 3.5, 3.5, 5.5, 5.5, 5.5,
                5.5, 3.5, 0.5, 3.5));

    assertEquals(64 - 4, rasterised(exclusiveOr, CUBE).voxelCount());
    Mask mask = rasterised(keyhole, CUBE);
    assertEquals(64 - 4, mask.voxelCount());
    assertFalse(mask.contains(4, 4, 5));
    assertTrue(mask.contains(2, 3, 5));
  }

  @Test
  void contoursOffTheImagePlanesFillTheSlabsHalfWayToTheirNeighbours() {
    ContourSet contours =
        set(rectangle(2.4, 1.5, 1.5, 3.5, 3.5), rectangle(4.4, 5.5, 5.5, 7.5, 7.5));

    Mask mask = rasterised(contours, CUBE); // slabs 1.4 to 3.4 and 3.4 to 5.4 mm

    assertEquals(16, mask.voxelCount());
    assertTrue(mask.contains(2, 2, 2) && mask.contains(2, 2, 3));
    assertTrue(mask.contains(6, 6, 4) && mask.contains(6, 6, 5));
  }

  @Test
  void aGapStaysOpenAndIsReported() {
    ContourSet contours =
        set(
            rectangle(1, 1.5, 1.5, 3.5, 3.5),
            rectangle(2, 1.5, 1.5, 3.5, 3.5),
            rectangle(6, 1.5, 1.5, 3.5, 3.5),
            rectangle(7, 1.5, 1.5, 3.5, 3.5));

    Mask mask = rasterised(contours, CUBE);

    assertEquals(16, mask.voxelCount());
    assertFalse(mask.contains(2, 2, 4));
    ContourPlanes planes = ContourPlanes.of(contours, CUBE);
    assertEquals(1, planes.findings().size());
    assertEquals(0.016, planes.prismVolumeCm3(), 1e-12);
  }

  @Test
  void masksMayTouchTheBorderAndStickOut() {
    ContourSet contours = set(rectangle(0, -5, -5, 20, 20), rectangle(1, -5, -5, 20, 20));

    assertEquals(200, rasterised(contours, CUBE).voxelCount());
  }

  @Test
  void smallestGridsAndEmptyStructures() {
    var one = new GridGeometry(1, 1, 1, Vector3.ZERO, new Vector3(1, 1, 1));
    var slice = new GridGeometry(10, 10, 1, Vector3.ZERO, new Vector3(1, 1, 3));

    assertEquals(1, rasterised(set(rectangle(0, -1, -1, 1, 1)), one).voxelCount());
    assertEquals(4, rasterised(set(rectangle(0, 0.5, 0.5, 2.5, 2.5)), slice).voxelCount());
    assertEquals(0, rasterised(set(), CUBE).voxelCount());
    assertEquals(0, rasterised(set(onPlane(0, 1, 1, 2, 2, 3, 3)), CUBE).voxelCount());
  }

  @Test
  void stopsWhenCancelled() {
    var monitor = new NullProgressMonitor();
    monitor.setCanceled(true);
    ContourSet contours = set(rectangle(0, 0, 0, 5, 5));

    assertThrows(
        OperationCanceledException.class,
        () -> ContourRasteriser.rasterise(contours, CUBE, executor, monitor));
  }
}
