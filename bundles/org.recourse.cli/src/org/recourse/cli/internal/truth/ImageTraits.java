/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cli.internal.truth;

import java.util.List;
import java.util.Optional;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.recourse.grid.contour.ContourSet;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.grid.volume.ImageVolume;
import org.recourse.phantom.cohort.SyntheticPatient;

/**
 * What the model of the campaign sees in the MR images of a patient, and what tells whether it
 * knows such images. Immutable.
 *
 * @param grain logarithm of the grain over the mean signal: T1C and T2 in the posterior half, then
 *     in the anterior half. Grain is the root mean square of the signal minus its mean over 7 x 7
 *     pixels of the slice
 * @param signal logarithm of the mean signal in the target of T1, T1C, T2
 * @param grainT1 the same as grain for T1 in the whole target: noise of the scanner
 * @param placeMm middle of the target from the middle of the nasopharyngeal mucosa; not a number
 *     where that is not drawn
 */
record ImageTraits(double[] grain, double[] signal, double grainT1, double[] placeMm) {

  private static final int REACH = 3;

  static ImageTraits of(SyntheticPatient patient, CohortCase cohortCase, SliceExecutor executor) {
    List<ImageVolume> images = patient.images(new NullProgressMonitor());
    GridGeometry geometry = patient.mrGeometry();
    TargetPoints points = TargetPoints.of(cohortCase.planning(), geometry, executor);
    double[] grain = new double[4];
    double[] signal = new double[3];
    double grainT1 = 0;
    for (int s = 0; s < 3; s++) {
      float[] values = values(images.get(s));
      double mean = mean(values, points);
      signal[s] = Math.log(Math.max(mean, 1e-6));
      double posterior = grain(values, geometry, points.posterior()) / mean;
      double anterior = grain(values, geometry, points.anterior()) / mean;
      if (s == 0) {
        grainT1 = Math.log(0.5 * (posterior + anterior));
      } else {
        grain[s - 1] = Math.log(posterior);
        grain[s + 1] = Math.log(anterior);
      }
    }
    return new ImageTraits(grain, signal, grainT1, place(points.centreMm(), cohortCase));
  }

  private static float[] values(ImageVolume image) {
    GridGeometry geometry = image.geometry();
    float[] values = new float[geometry.voxelCount()];
    float[] slice = new float[geometry.sliceVoxelCount()];
    for (int z = 0; z < geometry.sizeZ(); z++) {
      image.copySlice(z, slice);
      System.arraycopy(slice, 0, values, z * slice.length, slice.length);
    }
    return values;
  }

  private static double mean(float[] values, TargetPoints points) {
    double sum = 0;
    for (int p : points.posterior()) {
      sum += values[p];
    }
    for (int p : points.anterior()) {
      sum += values[p];
    }
    return sum / (points.posterior().length + points.anterior().length);
  }

  private static double grain(float[] values, GridGeometry geometry, int[] positions) {
    int width = geometry.sizeX();
    int height = geometry.sizeY();
    double squares = 0;
    for (int p : positions) {
      int x = p % width;
      int y = p / width % height;
      int slice = p - y * width - x;
      double sum = 0;
      int count = 0;
      for (int v = Math.max(0, y - REACH); v <= Math.min(height - 1, y + REACH); v++) {
        for (int u = Math.max(0, x - REACH); u <= Math.min(width - 1, x + REACH); u++) {
          sum += values[slice + v * width + u];
          count++;
        }
      }
      double off = values[p] - sum / count;
      squares += off * off;
    }
    return Math.sqrt(squares / Math.max(1, positions.length)) + 1e-9;
  }

  /** A target far from the nasopharynx has no such structure on its slices: no place is known. */
  private static double[] place(Vector3 targetMm, CohortCase cohortCase) {
    Optional<ContourSet> mark = cohortCase.contours("Mucosa_NPX");
    if (mark.isEmpty()) {
      return new double[] {Double.NaN, Double.NaN, Double.NaN};
    }
    Vector3 sum = Vector3.ZERO;
    int count = 0;
    for (var contour : mark.get().contours()) {
      for (int i = 0; i < contour.pointCount(); i++) {
        sum = sum.plus(contour.pointMm(i));
        count++;
      }
    }
    Vector3 off = targetMm.minus(sum.times(1.0 / count));
    return new double[] {off.x(), off.y(), off.z()};
  }
}
