/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.registration.transform;

import org.eclipse.core.runtime.IProgressMonitor;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.parallel.SliceExecutor;

/**
 * How well one transform undoes another: |backward(forward(p)) − p| over the nodes of a grid.
 *
 * @param meanMm mean error
 * @param maximumMm largest error
 * @param worstPointMm where it is largest
 */
public record InverseCheck(double meanMm, double maximumMm, Vector3 worstPointMm) {

  /** Measures the error on every node of {@code domain}, a grid in the frame of {@code forward}. */
  public static InverseCheck of(
      SpatialTransform forward,
      SpatialTransform backward,
      GridGeometry domain,
      SliceExecutor executor,
      IProgressMonitor monitor) {
    var slices = new InverseCheck[domain.sizeZ()];
    executor.forEachSlice(
        domain.sizeZ(), monitor, z -> slices[z] = ofSlice(forward, backward, domain, z));
    double sum = 0;
    InverseCheck worst = slices[0];
    for (InverseCheck slice : slices) {
      sum += slice.meanMm;
      worst = slice.maximumMm > worst.maximumMm ? slice : worst;
    }
    return new InverseCheck(sum / slices.length, worst.maximumMm, worst.worstPointMm);
  }

  private static InverseCheck ofSlice(
      SpatialTransform forward, SpatialTransform backward, GridGeometry domain, int z) {
    double sum = 0;
    double maximum = -1;
    Vector3 worst = domain.originMm();
    for (int y = 0; y < domain.sizeY(); y++) {
      for (int x = 0; x < domain.sizeX(); x++) {
        Vector3 p = domain.toPatientMm(x, y, z);
        double mm = backward.apply(forward.apply(p)).distanceTo(p);
        sum += mm;
        if (mm > maximum) {
          maximum = mm;
          worst = p;
        }
      }
    }
    return new InverseCheck(sum / domain.sliceVoxelCount(), maximum, worst);
  }
}
