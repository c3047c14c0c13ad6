/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.registration.transform;

import java.util.Objects;
import java.util.Optional;
import org.recourse.grid.geometry.AffineTransform;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;

/**
 * A map given by displacements on a grid, as in a DICOM deformable registration: T(p) = p + u(p), u
 * trilinear between the nodes. Beyond the grid the displacement of the nearest border point holds.
 * Immutable and thread-safe; equal only to itself.
 */
public final class DisplacementField implements SpatialTransform {

  private final GridGeometry geometry;
  private final float[] displacementMm; // x, y, z triplets, patient axes
  private final AffineTransform toIndex;

  private DisplacementField(GridGeometry geometry, float[] displacementMm) {
    this.geometry = geometry;
    this.displacementMm = displacementMm;
    toIndex = geometry.patientToIndex();
  }

  /**
   * Makes a field from x, y, z triplets in grid order (x fastest), which are copied.
   *
   * @throws IllegalArgumentException if their number does not fit or one is not finite
   */
  public static DisplacementField of(GridGeometry geometry, float[] displacementMm) {
    if (displacementMm.length != 3 * geometry.voxelCount()) {
      throw new IllegalArgumentException(
          "field has " + displacementMm.length + " numbers, expected " + 3 * geometry.voxelCount());
    }
    for (float mm : displacementMm) {
      if (!Float.isFinite(mm)) {
        throw new IllegalArgumentException("a displacement is not finite: " + mm);
      }
    }
    return new DisplacementField(geometry, displacementMm.clone());
  }

  /** Samples any transform on the nodes of a grid. */
  public static DisplacementField sampled(SpatialTransform transform, GridGeometry geometry) {
    float[] displacement = new float[3 * geometry.voxelCount()];
    int i = 0;
    for (int z = 0; z < geometry.sizeZ(); z++) {
      for (int y = 0; y < geometry.sizeY(); y++) {
        for (int x = 0; x < geometry.sizeX(); x++) {
          Vector3 p = geometry.toPatientMm(x, y, z);
          Vector3 u = transform.apply(p).minus(p);
          displacement[i++] = (float) u.x();
          displacement[i++] = (float) u.y();
          displacement[i++] = (float) u.z();
        }
      }
    }
    return of(geometry, displacement);
  }

  public GridGeometry geometry() {
    return geometry;
  }

  /** Returns a copy of the x, y, z triplets in grid order, mm. */
  public float[] displacementMm() {
    return displacementMm.clone();
  }

  /** Returns the displacement of a node, mm. */
  public Vector3 displacementMmAt(int x, int y, int z) {
    int i = 3 * geometry.indexOf(x, y, z);
    return new Vector3(displacementMm[i], displacementMm[i + 1], displacementMm[i + 2]);
  }

  @Override
  public Vector3 apply(Vector3 pointMm) {
    return pointMm.plus(displacementAt(toIndex.apply(pointMm)));
  }

  private Vector3 displacementAt(Vector3 index) {
    double cx = Math.clamp(index.x(), 0.0, geometry.sizeX() - 1.0);
    double cy = Math.clamp(index.y(), 0.0, geometry.sizeY() - 1.0);
    double cz = Math.clamp(index.z(), 0.0, geometry.sizeZ() - 1.0);
    int x = Math.min((int) cx, Math.max(geometry.sizeX() - 2, 0));
    int y = Math.min((int) cy, Math.max(geometry.sizeY() - 2, 0));
    int z = Math.min((int) cz, Math.max(geometry.sizeZ() - 2, 0));
    double ux = 0;
    double uy = 0;
    double uz = 0;
    for (int corner = 0; corner < 8; corner++) {
      int i = corner & 1;
      int j = corner >> 1 & 1;
      int k = corner >> 2;
      double weight = weight(cx - x, i) * weight(cy - y, j) * weight(cz - z, k);
      if (weight != 0) {
        int at = 3 * geometry.indexOf(x + i, y + j, z + k);
        ux += weight * displacementMm[at];
        uy += weight * displacementMm[at + 1];
        uz += weight * displacementMm[at + 2];
      }
    }
    return new Vector3(ux, uy, uz);
  }

  private static double weight(double fraction, int upper) {
    return upper == 1 ? fraction : 1 - fraction;
  }

  /** Central differences over half a voxel to each side: the trilinear field has kinks. */
  @Override
  public Jacobian jacobianAt(Vector3 pointMm) {
    Vector3 index = toIndex.apply(pointMm);
    Vector3 x = change(index, new Vector3(0.5, 0, 0));
    Vector3 y = change(index, new Vector3(0, 0.5, 0));
    Vector3 z = change(index, new Vector3(0, 0, 0.5));
    var byIndex = new Jacobian(x.x(), y.x(), z.x(), x.y(), y.y(), z.y(), x.z(), y.z(), z.z());
    Jacobian u = byIndex.after(Jacobian.of(toIndex));
    return new Jacobian(
        1 + u.xx(), u.xy(), u.xz(), u.yx(), 1 + u.yy(), u.yz(), u.zx(), u.zy(), 1 + u.zz());
  }

  private Vector3 change(Vector3 index, Vector3 half) {
    return displacementAt(index.plus(half)).minus(displacementAt(index.minus(half)));
  }

  @Override
  public Optional<AffineTransform> asAffine() {
    return Optional.empty();
  }

  @Override
  public String toString() {
    return "DisplacementField[" + Objects.toString(geometry) + "]";
  }
}
