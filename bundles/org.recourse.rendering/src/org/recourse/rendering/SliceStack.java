/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.rendering;

import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;

/**
 * Slice positions through which a view scrolls. Immutable.
 *
 * <p>If an axis of the grid lies along the normal of the view, the positions are those of its voxel
 * centres. On an oblique grid they are equally spaced by the smallest voxel spacing over the extent
 * of the voxel centres.
 *
 * @param firstMm lowest position along the normal
 * @param stepMm distance of neighbouring positions, greater than 0
 * @param count number of positions, at least one
 */
public record SliceStack(double firstMm, double stepMm, int count) {

  /** An axis this close to the normal, in radians, counts as parallel (0.006 degrees). */
  private static final double PARALLEL_TOLERANCE = 1e-4;

  public SliceStack {
    if (!Double.isFinite(firstMm)) {
      throw new IllegalArgumentException("firstMm must be finite: " + firstMm);
    }
    if (!(stepMm > 0 && stepMm < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("stepMm must be > 0: " + stepMm);
    }
    if (count < 1) {
      throw new IllegalArgumentException("count must be >= 1: " + count);
    }
  }

  public static SliceStack of(GridGeometry geometry, Orientation orientation) {
    Vector3 normal = orientation.normal();
    Vector3 spacingMm = geometry.spacingMm();
    double[] cosine = {
      geometry.axes().x().dot(normal),
      geometry.axes().y().dot(normal),
      geometry.axes().z().dot(normal)
    };
    double[] stepMm = {spacingMm.x(), spacingMm.y(), spacingMm.z()};
    int[] size = {geometry.sizeX(), geometry.sizeY(), geometry.sizeZ()};
    double originMm = geometry.originMm().dot(normal);
    double leastMm = originMm;
    double mostMm = originMm;
    for (int axis = 0; axis < 3; axis++) {
      double extentMm = (size[axis] - 1) * stepMm[axis] * cosine[axis];
      if (1 - Math.abs(cosine[axis]) < PARALLEL_TOLERANCE * PARALLEL_TOLERANCE) {
        return new SliceStack(originMm + Math.min(0, extentMm), stepMm[axis], size[axis]);
      }
      leastMm += Math.min(0, extentMm);
      mostMm += Math.max(0, extentMm);
    }
    double finestMm = Math.min(stepMm[0], Math.min(stepMm[1], stepMm[2]));
    return new SliceStack(leastMm, finestMm, 1 + (int) Math.round((mostMm - leastMm) / finestMm));
  }

  public double positionMm(int index) {
    return firstMm + index * stepMm;
  }

  public double middleMm() {
    return positionMm((count - 1) / 2);
  }

  /** Index of the nearest position; positions outside the stack give its ends. */
  public int nearestIndex(double positionMm) {
    return (int) Math.clamp(Math.round((positionMm - firstMm) / stepMm), 0, count - 1);
  }

  /** The nearest position moved by a number of slices, kept inside the stack. */
  public double steppedMm(double positionMm, int slices) {
    return positionMm(Math.clamp((long) nearestIndex(positionMm) + slices, 0, count - 1));
  }
}
