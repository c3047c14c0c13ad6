/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.dicom.registration;

import java.util.Objects;
import java.util.Optional;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;

/**
 * Vector Grid Data (0064,0009): a displacement along the patient axes at every node of a grid,
 * trilinear between them. Nodes may be undefined (not a number). Immutable and thread-safe; equal
 * only to itself.
 */
public final class DeformationGrid {

  /** How far beyond the outer nodes a point still counts as inside, in nodes. */
  private static final double ROUNDING = 1e-6;

  private final GridGeometry geometry;
  private final float[] displacementMm; // x, y, z triplets; not a number where undefined

  private DeformationGrid(GridGeometry geometry, float[] displacementMm) {
    this.geometry = geometry;
    this.displacementMm = displacementMm;
  }

  /** Makes a grid from x, y, z triplets in grid order (x fastest), which are copied. */
  public static DeformationGrid of(GridGeometry geometry, float[] displacementMm) {
    Objects.requireNonNull(geometry, "geometry");
    if (displacementMm.length != 3 * geometry.voxelCount()) {
      throw new IllegalArgumentException(
          displacementMm.length + " numbers, expected " + 3 * geometry.voxelCount());
    }
    return new DeformationGrid(geometry, displacementMm.clone());
  }

  public GridGeometry geometry() {
    return geometry;
  }

  /** Returns a copy of the triplets; not a number where undefined. */
  public float[] displacementMm() {
    return displacementMm.clone();
  }

  /** Returns the share of the nodes that are undefined, 0 to 1. */
  public double undefinedFraction() {
    int undefined = 0;
    for (int i = 0; i < displacementMm.length; i += 3) {
      undefined += definedAt(i) ? 0 : 1;
    }
    return (double) undefined / geometry.voxelCount();
  }

  private boolean definedAt(int i) {
    return Float.isFinite(displacementMm[i])
        && Float.isFinite(displacementMm[i + 1])
        && Float.isFinite(displacementMm[i + 2]);
  }

  /**
   * Returns the displacement at a point; empty beyond the outer nodes and next to undefined ones.
   */
  public Optional<Vector3> at(Vector3 pointMm) {
    Vector3 index = geometry.toIndex(pointMm);
    if (!(inside(index.x(), geometry.sizeX())
        && inside(index.y(), geometry.sizeY())
        && inside(index.z(), geometry.sizeZ()))) {
      return Optional.empty();
    }
    int x = first(index.x(), geometry.sizeX());
    int y = first(index.y(), geometry.sizeY());
    int z = first(index.z(), geometry.sizeZ());
    double ux = 0;
    double uy = 0;
    double uz = 0;
    for (int corner = 0; corner < 8; corner++) {
      int i = corner & 1;
      int j = corner >> 1 & 1;
      int k = corner >> 2;
      double weight = share(index.x() - x, i) * share(index.y() - y, j) * share(index.z() - z, k);
      if (weight > ROUNDING) {
        int at = 3 * geometry.indexOf(x + i, y + j, z + k);
        if (!definedAt(at)) {
          return Optional.empty();
        }
        ux += weight * displacementMm[at];
        uy += weight * displacementMm[at + 1];
        uz += weight * displacementMm[at + 2];
      }
    }
    return Optional.of(new Vector3(ux, uy, uz));
  }

  private static boolean inside(double index, int size) {
    return index >= -ROUNDING && index <= size - 1 + ROUNDING;
  }

  private static int first(double index, int size) {
    return Math.clamp((int) Math.floor(index), 0, Math.max(size - 2, 0));
  }

  private static double share(double fraction, int upper) {
    return upper == 1 ? fraction : 1 - fraction;
  }
}
