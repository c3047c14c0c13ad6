/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.planning.internal.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.recourse.grid.contour.ContourSet;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.model.Beam;
import org.recourse.model.ControlPoint;
import org.recourse.model.ModelFactory;
import org.recourse.planning.beam.BeamAngles;
import org.recourse.planning.beam.BeamFrame;
import org.recourse.planning.beam.Beamlets;
import org.recourse.planning.beam.PatientPosition;
import org.recourse.planning.sequencing.Segment;
import org.recourse.ui.planning.internal.TankCase;

class ProjectionTest {

  private static final int SIZE = 400;
  private static final double HALF_MM = 100;
  private static final double PIXELS_PER_MM = SIZE / (2 * HALF_MM);

  /** A pixel to each side: corners are rounded to pixels. */
  private static final double TOLERANCE_PIXELS = 1.5;

  private static BeamFrame frame(double gantryDeg) {
    return BeamFrame.of(
        BeamAngles.gantry(gantryDeg), PatientPosition.HEAD_FIRST_SUPINE, Vector3.ZERO, 1000);
  }

  /** The face of a cube of 40 mm nearest to the source is magnified by 1000 / 980. */
  @Test
  void theShadowOfACubeIsThatOfItsNearestFace() {
    Projection shadow = Projection.of(TankCase.contours(2), frame(0), HALF_MM, SIZE);

    double expected = 20 * 1000.0 / 980 * PIXELS_PER_MM;
    assertEquals(expected, reach(shadow, 1, 0), TOLERANCE_PIXELS);
    assertEquals(expected, reach(shadow, 0, 1), TOLERANCE_PIXELS);
  }

  /** The cord lies 39 to 51 mm behind the middle: to the right of a beam from the left side. */
  @Test
  void whatLiesBehindIsBesideTheAxisFromTheSide() {
    Projection shadow = Projection.of(TankCase.contours(3), frame(90), HALF_MM, SIZE);

    BeamFrame side = frame(90);
    double uMm = side.uMm(new Vector3(0, 45, 0));
    assertEquals(45, Math.abs(uMm), 1e-9);
    int x = (int) Math.round(SIZE / 2.0 + uMm * PIXELS_PER_MM);
    assertTrue(shadow.contains(x, SIZE / 2));
    assertFalse(shadow.contains(SIZE - x, SIZE / 2));
    assertFalse(shadow.contains(SIZE / 2, SIZE / 2));
  }

  @Test
  void nothingHasNoShadow() {
    Projection shadow = Projection.of(new ContourSet(List.of()), frame(0), HALF_MM, SIZE);
    assertFalse(shadow.contains(SIZE / 2, SIZE / 2));
  }

  private static int reach(Projection shadow, int dx, int dy) {
    int steps = 0;
    while (shadow.contains(SIZE / 2 + steps * dx, SIZE / 2 + steps * dy)) {
      steps++;
    }
    return steps;
  }

  @Test
  void thePictureOfADraftShowsTheBeamletsToBeOptimised() {
    var scene =
        new BeamScene(
            "Beam",
            frame(0),
            List.of(new BeamScene.Seen(TankCase.contours(2), 0xff0000, true, false)),
            new Aperture.Planned(List.of(TankCase.contours(2))));
    try (var executor = SliceExecutor.ofThreads(1)) {
      BeamPicture picture = BeamPicture.of(scene, 200, executor, new NullProgressMonitor());

      Aperture.Fluence beamlets = (Aperture.Fluence) picture.aperture();
      // voxel centres from -20 to 16 mm, a margin of 5 mm: places -5 to 4 of 5 mm, both ways
      assertEquals(10 * 10, beamlets.beamlets().count());
      int middle = picture.pixelsRgb()[100 * 200 + 100];
      assertTrue((middle >> 16 & 0xff) > (middle & 0xff) + 20, Integer.toHexString(middle));
      assertEquals(BeamPicture.BACKGROUND_RGB, picture.pixelsRgb()[0]);
    }
  }

  @Test
  void segmentsAddUpToTheFluence() {
    Beamlets beamlets = Beamlets.field(5, 2, 2);
    var fluence =
        Aperture.Fluence.of(
            beamlets,
            List.of(
                new Segment(2, List.of(new Segment.Opening(-2.5, -5, 5))),
                new Segment(1, List.of(new Segment.Opening(-2.5, 0, 5)))));

    assertEquals(
        List.of(2.0, 3.0, 0.0, 0.0), java.util.Arrays.stream(fluence.fluence()).boxed().toList());
    assertEquals(2, BeamSteps.count(fluence));
    assertEquals("Segment 1 of 2, 67 % of the MU", BeamSteps.text(fluence, 1));
  }

  @Test
  void equalControlPointsAreOneShape() {
    var jaws = Optional.of(new Aperture.Rectangle(-1, 1, -2, 2));
    var shapes =
        Aperture.Shapes.of(
            List.of(
                new Aperture.Shape(jaws, List.of(), 0), new Aperture.Shape(jaws, List.of(), 1)));
    assertEquals(1, shapes.shapes().size());
  }

  /** Two pairs of 10 mm; the second is closed. Each shape has a control point at its ends. */
  @Test
  void leavesOfTheModelAreShownWhereTheirEdgesAreKnown() {
    Beam beam = ModelFactory.eINSTANCE.createBeam();
    beam.getLeafBoundariesMm().addAll(List.of(-10.0, 0.0, 10.0));
    double[][] points = {{0, -5, 5}, {0.25, -5, 5}, {0.25, 0, 5}, {1, 0, 5}};
    for (double[] each : points) {
      ControlPoint point = ModelFactory.eINSTANCE.createControlPoint();
      point.setCumulativeWeightFraction(each[0]);
      point.getLeafPositionsMm().addAll(List.of(each[1], -5.0, each[2], -5.0));
      beam.getControlPoints().add(point);
    }

    Aperture.Shapes shapes = (Aperture.Shapes) Aperture.ofControlPoints(beam);
    assertEquals(2, shapes.shapes().size());
    assertEquals(List.of(new Aperture.Rectangle(0, 5, -10, 0)), shapes.shapes().get(1).leaves());
    assertEquals("Shape 2 of 2, 75 % of the MU", BeamSteps.text(shapes, 2));

    beam.getLeafBoundariesMm().clear();
    assertEquals(new Aperture.Unknown(), Aperture.ofControlPoints(beam));
  }
}
