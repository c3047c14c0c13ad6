/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.rendering;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.recourse.grid.contour.ContourSet;
import org.recourse.grid.contour.PlanarContour;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.volume.DoseGrid;

/**
 * A box whose contour and whose 50 Gy dose edge lie in the same place by construction: both are
 * drawn, and must coincide within half a pixel in all three planes.
 */
class RegistrationOfLayersTest {

  private static final double HALF_A_PIXEL = 0.5;
  private static final double LEVEL_GY = 50;
  private static final double SLOPE_GY_PER_MM = 4;
  private static final double CONTOUR_SPACING_MM = 2.5;
  private static final int SIZE = 400;
  private static final double PIXELS_PER_MM = 6.3;

  /** Faces of the box; in z half a contour spacing beyond the first and the last contour. */
  private static final Vector3 LOW_MM = new Vector3(-21.3, -14.7, 101.25);

  private static final Vector3 HIGH_MM = new Vector3(17.9, 12.2, 128.75);
  private static final Vector3 MIDDLE_MM = LOW_MM.plus(HIGH_MM).times(0.5);

  private static final GridGeometry DOSE_GEOMETRY =
      new GridGeometry(33, 27, 23, new Vector3(-40.1, -33.7, 87.9), new Vector3(2.4, 2.6, 2.5));

  @ParameterizedTest
  @EnumSource
  void contourAndDoseEdgeCoincide(Orientation orientation) {
    SlicePlane plane = SlicePlane.through(orientation, MIDDLE_MM);
    var view = new ViewTransform(plane.uMm(MIDDLE_MM), plane.vMm(MIDDLE_MM), PIXELS_PER_MM, 1);
    var wash = new DoseWash(DosePalette.VIRIDIS, 60, LEVEL_GY, 1);
    var outline = StructureOutline.of(box(), 0xffffff, false);

    RenderedFrame washed =
        RenderedFrame.of(RenderedFrame.wash(plane, boxDose(), wash), view, SIZE, SIZE);
    RenderedFrame outlined =
        RenderedFrame.of(
            new SliceScene(plane, List.of(), List.of(), List.of(outline)), view, SIZE, SIZE);

    double[] doseEdges = washEdges(washed);
    double[] contourEdges = lineEdges(outlined);
    double[] truth = truth(plane, view);
    for (int side = 0; side < 4; side++) {
      assertEquals(doseEdges[side], contourEdges[side], HALF_A_PIXEL, orientation + " " + side);
      assertEquals(truth[side], contourEdges[side], HALF_A_PIXEL, orientation + " " + side);
    }
  }

  @ParameterizedTest
  @EnumSource
  void isodoseLineAndContourCoincide(Orientation orientation) {
    SlicePlane plane = SlicePlane.through(orientation, MIDDLE_MM);
    var view = new ViewTransform(plane.uMm(MIDDLE_MM), plane.vMm(MIDDLE_MM), PIXELS_PER_MM, 1);
    var layer =
        new DoseLayer(
            boxDose(), RenderedFrame.NO_WASH, List.of(new IsodoseLevel(LEVEL_GY, 0xffffff)));

    RenderedFrame frame =
        RenderedFrame.of(
            new SliceScene(plane, List.of(), List.of(layer), List.of()), view, SIZE, SIZE);

    double[] isodoseEdges = lineEdges(frame);
    double[] truth = truth(plane, view);
    for (int side = 0; side < 4; side++) {
      assertEquals(truth[side], isodoseEdges[side], HALF_A_PIXEL, orientation + " " + side);
    }
  }

  /** Left, right, top, bottom in pixels. */
  private static double[] truth(SlicePlane plane, ViewTransform view) {
    double u0 = view.pixelX(plane.uMm(LOW_MM), SIZE);
    double u1 = view.pixelX(plane.uMm(HIGH_MM), SIZE);
    double v0 = view.pixelY(plane.vMm(LOW_MM), SIZE);
    double v1 = view.pixelY(plane.vMm(HIGH_MM), SIZE);
    return new double[] {Math.min(u0, u1), Math.max(u0, u1), Math.min(v0, v1), Math.max(v0, v1)};
  }

  /** Edges of the washed area along the middle row and the middle column. */
  private static double[] washEdges(RenderedFrame frame) {
    int middle = SIZE / 2;
    int left = middle;
    int right = middle;
    int top = middle;
    int bottom = middle;
    while (frame.rgb(left - 1, middle) != FrameRenderer.BACKGROUND_RGB) {
      left--;
    }
    while (frame.rgb(right, middle) != FrameRenderer.BACKGROUND_RGB) {
      right++;
    }
    while (frame.rgb(middle, top - 1) != FrameRenderer.BACKGROUND_RGB) {
      top--;
    }
    while (frame.rgb(middle, bottom) != FrameRenderer.BACKGROUND_RGB) {
      bottom++;
    }
    return new double[] {left, right, top, bottom};
  }

  /** Middles of the white line left, right, above and below the middle of the frame. */
  private static double[] lineEdges(RenderedFrame frame) {
    int half = SIZE / 2;
    return new double[] {
      lightCentre(frame, 0, half, true),
      lightCentre(frame, half, SIZE, true),
      lightCentre(frame, 0, half, false),
      lightCentre(frame, half, SIZE, false)
    };
  }

  private static double lightCentre(RenderedFrame frame, int from, int to, boolean alongRow) {
    int background = FrameRenderer.BACKGROUND_RGB >> 8 & 0xff;
    double sum = 0;
    double weighted = 0;
    for (int i = from; i < to; i++) {
      int rgb = alongRow ? frame.rgb(i, SIZE / 2) : frame.rgb(SIZE / 2, i);
      double light = Math.max((rgb >> 8 & 0xff) - background, 0); // the halo is darker
      sum += light;
      weighted += light * (i + 0.5);
    }
    assertTrue(sum > 0, "no line found");
    return weighted / sum;
  }

  private static ContourSet box() {
    List<PlanarContour> contours = new ArrayList<>();
    double lastMm = HIGH_MM.z() - CONTOUR_SPACING_MM / 2;
    for (double z = LOW_MM.z() + CONTOUR_SPACING_MM / 2;
        z < lastMm + 0.1;
        z += CONTOUR_SPACING_MM) {
      contours.add(
          PlanarContour.of(
              new double[] {
                LOW_MM.x(), LOW_MM.y(), z,
                HIGH_MM.x(), LOW_MM.y(), z,
                HIGH_MM.x(), HIGH_MM.y(), z,
                LOW_MM.x(), HIGH_MM.y(), z
              }));
    }
    return new ContourSet(contours);
  }

  /**
   * Falls linearly through 50 Gy at each face, so that linear interpolation has the edge exactly
   * there along the middle lines.
   */
  private static DoseGrid boxDose() {
    DoseGrid.Builder builder = DoseGrid.builder(DOSE_GEOMETRY);
    for (int z = 0; z < DOSE_GEOMETRY.sizeZ(); z++) {
      float[] slice = new float[DOSE_GEOMETRY.sliceVoxelCount()];
      for (int i = 0; i < slice.length; i++) {
        Vector3 p =
            DOSE_GEOMETRY.toPatientMm(i % DOSE_GEOMETRY.sizeX(), i / DOSE_GEOMETRY.sizeX(), z);
        double insideMm =
            Math.min(
                Math.min(p.x() - LOW_MM.x(), HIGH_MM.x() - p.x()),
                Math.min(
                    Math.min(p.y() - LOW_MM.y(), HIGH_MM.y() - p.y()),
                    Math.min(p.z() - LOW_MM.z(), HIGH_MM.z() - p.z())));
        slice[i] = (float) (LEVEL_GY + SLOPE_GY_PER_MM * insideMm);
      }
      builder.slice(z, slice);
    }
    return builder.build();
  }
}
