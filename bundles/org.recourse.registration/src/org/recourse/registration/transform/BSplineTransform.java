/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.registration.transform;

import java.util.Optional;
import org.recourse.grid.geometry.AffineTransform;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;

/**
 * Free-form deformation by uniform cubic B-splines (Rueckert et al. 1999, doi:10.1109/42.796284):
 * T(p) = p + Σ β(i−x)·β(j−y)·β(k−z)·c(ijk), with x, y, z the continuous index of p in the lattice.
 *
 * <p>The spline is complete for lattice indices 1 to size − 2; beyond them the displacement of the
 * nearest complete point holds. Immutable and thread-safe; equal only to itself.
 */
public final class BSplineTransform implements SpatialTransform {

  private static final int LEAST_POINTS = 4;

  private final GridGeometry lattice;
  private final double[] coefficientMm; // all x, then all y, then all z components
  private final AffineTransform toIndex;

  private BSplineTransform(GridGeometry lattice, double[] coefficientMm) {
    this.lattice = lattice;
    this.coefficientMm = coefficientMm;
    toIndex = lattice.patientToIndex();
  }

  /**
   * Makes a deformation.
   *
   * @param lattice positions of the control points, at least 4 along each axis
   * @param coefficientMm control displacements along the patient axes: all x components in lattice
   *     order, then all y, then all z; copied
   */
  public static BSplineTransform of(GridGeometry lattice, double[] coefficientMm) {
    if (Math.min(lattice.sizeX(), Math.min(lattice.sizeY(), lattice.sizeZ())) < LEAST_POINTS) {
      throw new IllegalArgumentException("lattice needs 4 points along each axis: " + lattice);
    }
    if (coefficientMm.length != 3 * lattice.voxelCount()) {
      throw new IllegalArgumentException(
          coefficientMm.length + " coefficients, expected " + 3 * lattice.voxelCount());
    }
    for (double mm : coefficientMm) {
      if (!Double.isFinite(mm)) {
        throw new IllegalArgumentException("a coefficient is not finite: " + mm);
      }
    }
    return new BSplineTransform(lattice, coefficientMm.clone());
  }

  public GridGeometry lattice() {
    return lattice;
  }

  /** Returns a copy of the control displacements, in the order of {@link #of}. */
  public double[] coefficientMm() {
    return coefficientMm.clone();
  }

  @Override
  public Vector3 apply(Vector3 pointMm) {
    Axis x = axis(toIndex.apply(pointMm).x(), lattice.sizeX());
    Axis y = axis(toIndex.apply(pointMm).y(), lattice.sizeY());
    Axis z = axis(toIndex.apply(pointMm).z(), lattice.sizeZ());
    return pointMm.plus(weighted(x, x.value, y, y.value, z, z.value));
  }

  @Override
  public Jacobian jacobianAt(Vector3 pointMm) {
    Vector3 index = toIndex.apply(pointMm);
    Axis x = axis(index.x(), lattice.sizeX());
    Axis y = axis(index.y(), lattice.sizeY());
    Axis z = axis(index.z(), lattice.sizeZ());
    Vector3 a = weighted(x, x.slope, y, y.value, z, z.value);
    Vector3 b = weighted(x, x.value, y, y.slope, z, z.value);
    Vector3 c = weighted(x, x.value, y, y.value, z, z.slope);
    var byIndex = new Jacobian(a.x(), b.x(), c.x(), a.y(), b.y(), c.y(), a.z(), b.z(), c.z());
    Jacobian u = byIndex.after(Jacobian.of(toIndex));
    return new Jacobian(
        1 + u.xx(), u.xy(), u.xz(), u.yx(), 1 + u.yy(), u.yz(), u.zx(), u.zy(), 1 + u.zz());
  }

  private Vector3 weighted(Axis x, double[] wx, Axis y, double[] wy, Axis z, double[] wz) {
    int count = lattice.voxelCount();
    double ux = 0;
    double uy = 0;
    double uz = 0;
    for (int k = 0; k < 4; k++) {
      for (int j = 0; j < 4; j++) {
        int row = ((z.first + k) * lattice.sizeY() + y.first + j) * lattice.sizeX() + x.first;
        double weight = wz[k] * wy[j];
        for (int i = 0; i < 4; i++) {
          double w = weight * wx[i];
          ux += w * coefficientMm[row + i];
          uy += w * coefficientMm[count + row + i];
          uz += w * coefficientMm[2 * count + row + i];
        }
      }
    }
    return new Vector3(ux, uy, uz);
  }

  /** The four control points that act at one index, with their weights and their derivatives. */
  private record Axis(int first, double[] value, double[] slope) {}

  private static Axis axis(double index, int size) {
    double inside = Math.clamp(index, 1.0, size - 2.0);
    int first = Math.min((int) inside - 1, size - 4);
    double t = inside - 1 - first;
    double s = 1 - t;
    double[] value = {
      s * s * s / 6, (4 + 3 * t * t * (t - 2)) / 6, (4 + 3 * s * s * (s - 2)) / 6, t * t * t / 6
    };
    double[] slope = {-s * s / 2, t * (3 * t - 4) / 2, -s * (3 * s - 4) / 2, t * t / 2};
    return new Axis(first, value, inside == index ? slope : new double[4]);
  }

  @Override
  public Optional<AffineTransform> asAffine() {
    return Optional.empty();
  }

  @Override
  public String toString() {
    return "BSplineTransform[" + lattice + "]";
  }
}
