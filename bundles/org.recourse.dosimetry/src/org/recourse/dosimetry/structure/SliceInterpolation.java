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
import java.util.Optional;
import org.recourse.dosimetry.internal.shape.Components;
import org.recourse.dosimetry.internal.shape.NodeGrid;
import org.recourse.grid.contour.PlanarRegion;

/**
 * Outlines between two drawn slices, for contour editing: the signed distances to the outlines of
 * both slices are interpolated linearly (shape-based interpolation: Raya and Udupa 1990, doi
 * 10.1109/42.52980). A circle between two circles on one axis therefore has the radius of the cone,
 * up to the rounding of the lattice.
 *
 * <p>A part that overlaps nothing on the other slice, and a hole that is filled there, keep their
 * outline up to half way and end. Where one outline is far outside of the other, as at a step, the
 * far distance counts as no more than the other shape is deep.
 *
 * <p>Worked example: between circles of radius 8 mm and 2 mm, 5 mm apart, the circle 2 mm above the
 * larger one (t = 0.4) has a radius of 8 + 0.4 &middot; (2 - 8) = 5.6 mm.
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
    float[] level = new float[grid.nodeCount()];
    interpolate(lower, upper, grid, t, level);
    return Lattice.outlinesMm(level, grid);
  }

  private static void interpolate(
      PlanarRegion lower, PlanarRegion upper, NodeGrid grid, double t, float[] level) {
    float[] below = Lattice.signedDistanceMm(Optional.of(lower), grid);
    float[] above = Lattice.signedDistanceMm(Optional.of(upper), grid);
    boolean[] endsUpwards = new boolean[level.length];
    boolean[] endsDownwards = new boolean[level.length];
    new Components(below, grid).markUnmatched(above, endsUpwards);
    new Components(above, grid).markUnmatched(below, endsDownwards);
    final float deepestBelow = highest(below);
    final float deepestAbove = highest(above);
    final boolean isNearLower = t < 0.5;
    for (int i = 0; i < level.length; i++) {
      if (isNearLower ? endsUpwards[i] : endsDownwards[i]) {
        level[i] = isNearLower ? below[i] : above[i];
      } else {
        // what ends on the farther slice is taken out by turning its sign
        float a = endsUpwards[i] ? -below[i] : Math.max(below[i], -deepestAbove);
        float b = endsDownwards[i] ? -above[i] : Math.max(above[i], -deepestBelow);
        level[i] = (float) ((1 - t) * a + t * b);
      }
    }
  }

  private static float highest(float[] distanceMm) {
    float highest = 0;
    for (float value : distanceMm) {
      highest = Math.max(highest, value);
    }
    return highest;
  }
}
