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
import org.eclipse.core.runtime.IProgressMonitor;
import org.recourse.grid.geometry.AffineTransform;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.parallel.SliceExecutor;

/** EQD2 of one course, converted on its own grid, with its place on a target grid. Immutable. */
sealed interface PlacedCourse permits MappedCourse, DeformedCourse {

  /** Adds slice {@code z} of the target to {@code sumGy}; returns how many voxels are covered. */
  int addSlice(int z, float[] sumGy);

  /** Converts a course and lays it over a grid. */
  static PlacedCourse of(
      CourseDose course,
      Tissue tissue,
      GridGeometry target,
      SliceExecutor executor,
      IProgressMonitor monitor) {
    GridGeometry own = course.physicalDose().geometry();
    var formula = LinearQuadraticConversion.VoxelFormula.of(course, tissue);
    int voxels = own.sliceVoxelCount();
    float[][] eqd2Gy = new float[own.sizeZ()][];
    executor.forEachSlice(
        own.sizeZ(),
        monitor,
        z -> {
          float[] slice = new float[voxels];
          course.physicalDose().copySlice(z, slice);
          formula.convert(slice);
          eqd2Gy[z] = slice;
        });
    Optional<AffineTransform> matrix = course.targetToCourse().asAffine();
    return matrix.isPresent()
        ? new MappedCourse(eqd2Gy, own, matrix.get(), target)
        : new DeformedCourse(eqd2Gy, own, course.targetToCourse(), target);
  }
}
