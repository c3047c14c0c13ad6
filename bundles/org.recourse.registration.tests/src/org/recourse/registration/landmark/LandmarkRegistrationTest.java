/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.registration.landmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.recourse.grid.geometry.Vector3;
import org.recourse.registration.quality.LandmarkError;
import org.recourse.registration.transform.RigidTransform;

class LandmarkRegistrationTest {

  private static List<LandmarkPair> pairs(RigidTransform truth, Vector3... fixed) {
    return Stream.of(fixed).map(p -> new LandmarkPair("p", p, truth.apply(p))).toList();
  }

  @Test
  void recoversALargeRotationFromThreePoints() {
    var truth =
        new RigidTransform(new Vector3(2, -1, 3), new Vector3(50, -40, 7), new Vector3(1, 2, 3));
    List<LandmarkPair> pairs =
        pairs(truth, new Vector3(0, 0, 0), new Vector3(90, 5, 0), new Vector3(10, 70, 20));

    LandmarkError error = LandmarkError.of(LandmarkRegistration.register(pairs), pairs);

    assertEquals(0, error.maximumMm(), 1e-9); // rounding
  }

  @Test
  void refusesPointsOnALine() {
    List<LandmarkPair> pairs =
        pairs(
            new RigidTransform(Vector3.ZERO, Vector3.ZERO, Vector3.ZERO),
            new Vector3(0, 0, 0),
            new Vector3(1, 1, 1),
            new Vector3(2, 2, 2));

    assertThrows(IllegalArgumentException.class, () -> LandmarkRegistration.register(pairs));
  }
}
