/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.registration.transform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.parallel.SliceExecutor;

class TransformTest {

  /** Rounding of double arithmetic on coordinates of some hundred millimetres. */
  private static final double ROUNDING_MM = 1e-9;

  private static final RigidTransform RIGID =
      new RigidTransform(
          new Vector3(0.1, -0.2, 0.3), new Vector3(5, -4, 6), new Vector3(10, 20, 30));

  private static BSplineTransform spline(double amplitudeMm) {
    var lattice = new GridGeometry(8, 9, 7, new Vector3(-40, -30, -50), new Vector3(20, 20, 20));
    var random = new Random(4);
    double[] coefficients =
        random.doubles(3L * lattice.voxelCount(), -amplitudeMm, amplitudeMm).toArray();
    return BSplineTransform.of(lattice, coefficients);
  }

  @Test
  void rigidParametersSurviveTheWayThroughAMatrix() {
    RigidTransform back = RigidTransform.of(RIGID.matrix(), RIGID.centreMm());

    assertEquals(0, back.rotationRad().distanceTo(RIGID.rotationRad()), ROUNDING_MM);
    assertEquals(0, back.shiftMm().distanceTo(RIGID.shiftMm()), ROUNDING_MM);
    assertEquals(1, RIGID.jacobianAt(Vector3.ZERO).determinant(), ROUNDING_MM);
  }

  @Test
  void jacobianOfASplineAgreesWithDifferences() {
    SpatialTransform map = new AffineMap(RIGID.matrix()).after(spline(3));
    Vector3 p = new Vector3(13, 27, -8);
    double h = 1e-4;

    Vector3 alongX =
        map.apply(p.plus(new Vector3(h, 0, 0)))
            .minus(map.apply(p.minus(new Vector3(h, 0, 0))))
            .times(1 / (2 * h));

    assertEquals(0, alongX.distanceTo(map.jacobianAt(p).times(new Vector3(1, 0, 0))), 1e-6);
  }

  @Test
  void inverseUndoesWithAMeasuredError() {
    SpatialTransform map = new AffineMap(RIGID.matrix()).after(spline(3));
    var domain = new GridGeometry(6, 6, 6, new Vector3(0, 0, -20), new Vector3(11, 11, 11));
    try (SliceExecutor executor = SliceExecutor.ofThreads(2)) {
      InverseCheck check =
          InverseCheck.of(map, map.inverse(), domain, executor, new NullProgressMonitor());

      assertTrue(check.maximumMm() < 1e-4, check.toString());
    }
  }

  @Test
  void aSampledFieldFollowsTheTransformAndStaysConstantOutside() {
    var domain = new GridGeometry(12, 12, 12, new Vector3(0, 0, 0), new Vector3(5, 5, 5));
    DisplacementField field = DisplacementField.sampled(RIGID, domain);
    Vector3 inside = new Vector3(22, 31, 17);

    assertEquals(0, field.apply(inside).distanceTo(RIGID.apply(inside)), 1e-5); // float
    Vector3 outside = new Vector3(-100, 0, 0);
    Vector3 displacement = field.apply(outside).minus(outside);
    assertEquals(0, displacement.distanceTo(field.displacementMmAt(0, 0, 0)), ROUNDING_MM);
  }
}
