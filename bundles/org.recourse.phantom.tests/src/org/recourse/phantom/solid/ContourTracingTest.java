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
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.recourse.grid.contour.ContourSet;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.phantom.ContourVolumes;

class ContourTracingTest {

  private static final double STEP_MM = 0.5;

  /** A chord of a circle of 10 mm over 0.7 mm lies at most 0.006 mm inside. */
  private static final double CHORD_MM = 0.01;

  private final SliceExecutor executor = SliceExecutor.ofThreads(2);
  private final ContourTracing tracing = new ContourTracing(executor);

  @AfterEach
  void close() {
    executor.close();
  }

  @Test
  void pointsLieOnTheSurface() {
    var ball = new Ball(new Vector3(3.3, -2.1, 0.7), 10);

    ContourSet contours = contours(ball, planes(-12, 1, 27));

    assertEquals(20, contours.contours().size());
    contours.contours().stream()
        .flatMap(c -> IntStream.range(0, c.pointCount()).mapToObj(c::pointMm))
        .forEach(p -> assertEquals(0, ball.fieldMm(p.x(), p.y(), p.z()), CHORD_MM));
  }

  @Test
  void volumeOfABallIsItsClosedForm() {
    ContourSet contours = contours(new Ball(Vector3.ZERO, 10), planes(-12.5, 1, 26));

    assertEquals(4.18879, ContourVolumes.cm3(contours, 1), 0.01);
  }

  @Test
  void holeIsAnInnerContourRunningTheOtherWay() {
    Solid shell = new Ball(Vector3.ZERO, 10).minus(new Ball(Vector3.ZERO, 6));

    ContourSet contours = contours(shell, new double[] {0});

    assertEquals(2, contours.contours().size());
    assertEquals(Math.PI * (100 - 36) / 1000, ContourVolumes.signedCm3(contours, 1), 0.001);
  }

  @Test
  void planesBesideTheBodyAndThinBodiesGiveNothing() {
    assertTrue(contours(new Ball(Vector3.ZERO, 10), new double[] {-11, 12}).isEmpty());
    assertTrue(contours(new Ball(Vector3.ZERO, 0.4), new double[] {0}).isEmpty());
    Solid nothing = new Ball(Vector3.ZERO, 3).within(new Ball(new Vector3(9, 0, 0), 3));
    assertTrue(contours(nothing, new double[] {0}).isEmpty());
  }

  @Test
  void saddleMakesTwoLoopsOrOneButNeverACrossing() {
    double[] apart = {
      9, 9, 9, 9, 9, 1, -1, 9, 9, -1, 3, 9, 9, 9, 9, 9,
    };
    double[] joined = apart.clone();
    joined[10] = 0.5;
    joined[5] = 0.5;

    assertEquals(2, new MarchingSquares(apart, 4, 4).loops().size());
    assertEquals(1, new MarchingSquares(joined, 4, 4).loops().size());
  }

  @Test
  void stopsWhenCancelled() {
    var monitor = new NullProgressMonitor();
    monitor.setCanceled(true);

    assertThrows(
        OperationCanceledException.class,
        () -> tracing.contours(new Ball(Vector3.ZERO, 5), new double[] {0, 1}, 1, monitor));
  }

  private ContourSet contours(Solid body, double[] planesZMm) {
    return tracing.contours(body, planesZMm, STEP_MM, new NullProgressMonitor());
  }

  private static double[] planes(double firstMm, double spacingMm, int count) {
    return IntStream.range(0, count).mapToDouble(i -> firstMm + i * spacingMm).toArray();
  }
}
