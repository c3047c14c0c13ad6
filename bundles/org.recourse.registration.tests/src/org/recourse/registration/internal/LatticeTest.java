/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.registration.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;

class LatticeTest {

  @Test
  void refinementKeepsTheDeformation() {
    var image = new GridGeometry(31, 28, 25, new Vector3(5, -60, 90), new Vector3(4, 5, 6));
    var lattice = new ControlLattice(image, 40);
    double[] coefficients =
        new Random(2).doubles(3L * lattice.grid().voxelCount(), -9, 9).toArray();
    double[] refined = lattice.refine(coefficients);
    for (int i = 0; i < 25; i++) {
      Vector3 p = image.toPatientMm(i, i, i);
      Vector3 before = lattice.transform(coefficients).apply(p);
      Vector3 after = lattice.refined().transform(refined).apply(p);
      assertEquals(0, before.distanceTo(after), 1e-9, "voxel " + i); // rounding
    }
  }
}
