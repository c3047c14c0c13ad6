/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiobiology.conversion;

import java.util.Optional;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.PointMap;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.resample.TrilinearSampler;
import org.recourse.grid.volume.DoseGrid;

/**
 * A course that comes through a deformation: every target voxel is looked up where its centre lies
 * in the course, and takes the EQD2 that is there. Dose to a piece of tissue stays its dose; energy
 * and mass are not carried, because the map knows no density. Voxels without an image, by the map
 * or beyond the grid of the course, are not covered. Immutable, so slices may be added on several
 * threads.
 */
final class DeformedCourse implements PlacedCourse {

  private final TrilinearSampler eqd2Gy;
  private final PointMap targetToCourse;
  private final GridGeometry target;

  DeformedCourse(float[][] eqd2Gy, GridGeometry own, PointMap targetToCourse, GridGeometry target) {
    DoseGrid.Builder grid = DoseGrid.builder(own);
    for (int z = 0; z < eqd2Gy.length; z++) {
      grid.slice(z, eqd2Gy[z]);
    }
    this.eqd2Gy = TrilinearSampler.of(grid.build());
    this.targetToCourse = targetToCourse;
    this.target = target;
  }

  @Override
  public int addSlice(int z, float[] sumGy) {
    int covered = 0;
    int i = 0;
    for (int y = 0; y < target.sizeY(); y++) {
      for (int x = 0; x < target.sizeX(); x++, i++) {
        Optional<Vector3> there = targetToCourse.at(target.toPatientMm(x, y, z));
        double gy = there.isPresent() ? eqd2Gy.sampleOr(there.get(), Double.NaN) : Double.NaN;
        if (!Double.isNaN(gy)) { // NaN: nothing is known of the course there
          sumGy[i] += (float) gy;
          covered++;
        }
      }
    }
    return covered;
  }
}
