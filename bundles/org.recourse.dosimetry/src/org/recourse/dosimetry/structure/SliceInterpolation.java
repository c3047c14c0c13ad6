/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.dosimetry.structure;

import java.util.List;
import java.util.Objects;
import org.recourse.dosimetry.internal.shape.NodeGrid;
import org.recourse.dosimetry.internal.shape.ShapePlane;
import org.recourse.dosimetry.internal.shape.SlabShape;
import org.recourse.grid.contour.PlanarRegion;

/**
 * Outlines between two drawn slices, for contour editing. The shape is interpolated as in the
 * dose-volume histogram: a circle between two circles of different radius has the radius of the
 * cone up to the rounding of the lattice. A part that overlaps nothing on the other slice ends half
 * way.
 */
public final class SliceInterpolation {

  private static final double LATTICE_FRACTION = 1.0 / 150;

  private SliceInterpolation() {}

  /**
   * Interpolates between two regions of parallel planes.
   *
   * @param lower region on the first plane
   * @param upper region on the second plane
   * @param distanceMm distance of the planes, above 0
   * @param t position between them, above 0 to below 1
   * @return closed loops of u, v pairs, mm; empty only where nothing is left
   */
  public static List<double[]> between(
      PlanarRegion lower, PlanarRegion upper, double distanceMm, double t) {
    Objects.requireNonNull(lower, "lower");
    if (!(distanceMm > 0 && distanceMm < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("distanceMm must be above 0: " + distanceMm);
    }
    if (!(t > 0 && t < 1)) {
      throw new IllegalArgumentException("t must lie between 0 and 1: " + t);
    }
    double[] a = lower.boundsMm();
    double[] b = upper.boundsMm();
    double[] bounds = {
      Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])
    };
    double size = Math.max(bounds[2] - bounds[0], bounds[3] - bounds[1]);
    NodeGrid grid = Lattice.around(bounds, size * LATTICE_FRACTION, size * LATTICE_FRACTION);
    var slab = new SlabShape(ShapePlane.of(lower, grid), ShapePlane.of(upper, grid), distanceMm);
    float[] level = new float[grid.nodeCount()];
    slab.levelAt(t, level);
    return Lattice.outlinesMm(level, grid);
  }
}
