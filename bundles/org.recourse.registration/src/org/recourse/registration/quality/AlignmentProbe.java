/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.registration.quality;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.grid.resample.TrilinearSampler;
import org.recourse.grid.volume.ImageVolume;
import org.recourse.registration.search.RegistrationStep;
import org.recourse.registration.search.RigidRegistration;
import org.recourse.registration.search.RigidResult;
import org.recourse.registration.search.RigidSettings;
import org.recourse.registration.search.SimilarityKind;
import org.recourse.registration.transform.RigidTransform;
import org.recourse.registration.transform.SpatialTransform;

/**
 * Asks the images themselves: the moving image is carried by the transform onto a coarse copy of
 * the fixed grid and the two are registered rigidly once more, by mutual information. A good
 * registration has nothing left to correct. It sees an error of the whole, not one of a single
 * organ.
 *
 * @param correctionMm mean shift that the second registration asks for, over a ball of 60 mm radius
 * @param correlation normalised correlation r of the two images before the correction, −1 to 1
 */
public record AlignmentProbe(double correctionMm, double correlation) {

  private static final double GRID_MM = 4;
  private static final double BALL_MM = 60;
  private static final int SAMPLES = 60_000;

  public static AlignmentProbe of(
      ImageVolume fixed,
      ImageVolume moving,
      SpatialTransform fixedToMoving,
      SliceExecutor executor,
      IProgressMonitor monitor) {
    SubMonitor progress = SubMonitor.convert(monitor, "Checking the alignment", 10);
    GridGeometry grid = coarse(fixed.geometry());
    ImageVolume a = sampled(fixed, grid, p -> p, executor, progress.split(2));
    ImageVolume b = sampled(moving, grid, fixedToMoving::apply, executor, progress.split(2));
    var base = RigidSettings.of(SimilarityKind.MUTUAL_INFORMATION);
    var settings =
        new RigidSettings(base.similarity(), 32, SAMPLES, base.coarsestMm(), base.fixedMask());
    var none = new RigidTransform(Vector3.ZERO, Vector3.ZERO, Vector3.ZERO);
    RigidResult found =
        new RigidRegistration(settings)
            .register(a, b, none, RegistrationStep.Listener.NONE, executor, progress.split(6));
    return new AlignmentProbe(meanShiftMm(found.fixedToMoving()), correlation(a, b));
  }

  private static GridGeometry coarse(GridGeometry g) {
    Vector3 s = g.spacingMm();
    int fx = Math.max(1, (int) Math.round(GRID_MM / s.x()));
    int fy = Math.max(1, (int) Math.round(GRID_MM / s.y()));
    int fz = Math.max(1, (int) Math.round(GRID_MM / s.z()));
    return new GridGeometry(
        Math.max(1, g.sizeX() / fx),
        Math.max(1, g.sizeY() / fy),
        Math.max(1, g.sizeZ() / fz),
        g.toPatientMm((fx - 1) / 2.0, (fy - 1) / 2.0, (fz - 1) / 2.0),
        new Vector3(s.x() * fx, s.y() * fy, s.z() * fz),
        g.axes());
  }

  /** Where a point of the grid is looked up. */
  private interface PointMap {
    Vector3 apply(Vector3 pointMm);
  }

  private static ImageVolume sampled(
      ImageVolume image,
      GridGeometry grid,
      PointMap map,
      SliceExecutor executor,
      IProgressMonitor monitor) {
    var sampler = TrilinearSampler.of(image);
    double outside = image.intensityAt(0, 0, 0); // air in the corner, for CT and MR alike
    ImageVolume.Builder result = ImageVolume.builder(grid);
    executor.forEachSlice(
        grid.sizeZ(),
        monitor,
        z -> {
          float[] slice = new float[grid.sliceVoxelCount()];
          for (int i = 0; i < slice.length; i++) {
            Vector3 p = map.apply(grid.toPatientMm(i % grid.sizeX(), i / grid.sizeX(), z));
            slice[i] = (float) sampler.sampleOr(p, outside);
          }
          result.slice(z, slice);
        });
    return result.build();
  }

  private static double meanShiftMm(RigidTransform correction) {
    Vector3 c = correction.centreMm();
    double sum = 0;
    for (int corner = 0; corner < 8; corner++) {
      double edge = BALL_MM / Math.sqrt(3);
      Vector3 p =
          c.plus(
              new Vector3(
                  (corner & 1) == 0 ? edge : -edge,
                  (corner & 2) == 0 ? edge : -edge,
                  (corner & 4) == 0 ? edge : -edge));
      sum += correction.apply(p).distanceTo(p);
    }
    return sum / 8;
  }

  private static double correlation(ImageVolume a, ImageVolume b) {
    GridGeometry g = a.geometry();
    float[] sliceA = new float[g.sliceVoxelCount()];
    float[] sliceB = new float[g.sliceVoxelCount()];
    double[] s = new double[5];
    for (int z = 0; z < g.sizeZ(); z++) {
      a.copySlice(z, sliceA);
      b.copySlice(z, sliceB);
      for (int i = 0; i < sliceA.length; i++) {
        s[0] += sliceA[i];
        s[1] += sliceB[i];
        s[2] += (double) sliceA[i] * sliceA[i];
        s[3] += (double) sliceB[i] * sliceB[i];
        s[4] += (double) sliceA[i] * sliceB[i];
      }
    }
    double n = g.voxelCount();
    double norm = Math.sqrt((s[2] - s[0] * s[0] / n) * (s[3] - s[1] * s[1] / n));
    return norm > 0 ? (s[4] - s[0] * s[1] / n) / norm : 0;
  }
}
