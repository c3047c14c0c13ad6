/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.registration.internal;

import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.registration.transform.BSplineTransform;

/**
 * Control points over the voxel centres of an image: point 1 of each axis lies on the first voxel,
 * and the last but one at or beyond the last voxel.
 *
 * @param image the image that is covered
 * @param spacingMm between control points
 */
public record ControlLattice(GridGeometry image, double spacingMm) {

  private static int count(int voxels, double voxelMm, double spacingMm) {
    return Math.max(1, (int) Math.ceil((voxels - 1) * voxelMm / spacingMm - 1e-9)) + 3;
  }

  /** Returns the control points as a grid. */
  public GridGeometry grid() {
    Vector3 s = image.spacingMm();
    return new GridGeometry(
        count(image.sizeX(), s.x(), spacingMm),
        count(image.sizeY(), s.y(), spacingMm),
        count(image.sizeZ(), s.z(), spacingMm),
        image.toPatientMm(-spacingMm / s.x(), -spacingMm / s.y(), -spacingMm / s.z()),
        new Vector3(spacingMm, spacingMm, spacingMm),
        image.axes());
  }

  public BSplineTransform transform(double[] coefficientMm) {
    return BSplineTransform.of(grid(), coefficientMm);
  }

  /** Returns the lattice with half the spacing. */
  public ControlLattice refined() {
    return new ControlLattice(image, spacingMm / 2);
  }

  /**
   * Returns the coefficients of the same deformation on the refined lattice: along each axis the
   * new points are (c₋ + 6c + c₊)/8 on the old ones and the mean half way between them.
   */
  public double[] refine(double[] coefficients) {
    GridGeometry from = grid();
    GridGeometry to = refined().grid();
    double[] refined = new double[3 * to.voxelCount()];
    for (int component = 0; component < 3; component++) {
      double[] a = new double[from.voxelCount()];
      System.arraycopy(coefficients, component * a.length, a, 0, a.length);
      double[] b = refineAxis(a, 1, from.sizeX(), to.sizeX());
      double[] c = refineAxis(b, to.sizeX(), from.sizeY(), to.sizeY());
      double[] d = refineAxis(c, to.sizeX() * to.sizeY(), from.sizeZ(), to.sizeZ());
      System.arraycopy(d, 0, refined, component * d.length, d.length);
    }
    return refined;
  }

  private static double[] refineAxis(double[] from, int stride, int size, int newSize) {
    int outer = from.length / (stride * size);
    double[] to = new double[outer * newSize * stride];
    for (int o = 0; o < outer; o++) {
      for (int j = 0; j < newSize; j++) {
        boolean onOld = j % 2 != 0; // on old point (j + 1)/2, else between j/2 and j/2 + 1
        int k = Math.min((j + 1) / 2, size - 1);
        for (int i = 0; i < stride; i++) {
          int at = o * size * stride + i;
          double here = from[at + k * stride];
          double next = from[at + Math.min(k + 1, size - 1) * stride];
          double before = from[at + Math.max(k - 1, 0) * stride];
          double value = onOld ? (before + 6 * here + next) / 8 : (here + next) / 2;
          to[(o * newSize + j) * stride + i] = value;
        }
      }
    }
    return to;
  }

  /** Returns the spline weights at the voxels of an image with the same axes, x, y and z. */
  SplineAxis[] weights(GridGeometry level) {
    Vector3 first = image.toIndex(level.originMm());
    Vector3 s = image.spacingMm();
    Vector3 t = level.spacingMm();
    GridGeometry grid = grid();
    return new SplineAxis[] {
      new SplineAxis(grid.sizeX(), spacingMm, level.sizeX(), first.x() * s.x(), t.x()),
      new SplineAxis(grid.sizeY(), spacingMm, level.sizeY(), first.y() * s.y(), t.y()),
      new SplineAxis(grid.sizeZ(), spacingMm, level.sizeZ(), first.z() * s.z(), t.z())
    };
  }
}
