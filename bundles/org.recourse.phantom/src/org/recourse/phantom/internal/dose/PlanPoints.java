/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.phantom.internal.dose;

import java.util.ArrayList;
import java.util.List;
import org.recourse.grid.geometry.AffineTransform;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.phantom.solid.Box;

/**
 * Voxels at which the plan is judged while it is optimised, with the bounds of their dose: half of
 * the target voxels, and an eighth of the rest near the field. Immutable after construction.
 */
final class PlanPoints {

  private static final double TARGET_LOW_FRACTION = 1.015;
  private static final double TARGET_HIGH_FRACTION = 1.055;
  private static final double NORMAL_TISSUE_PENALTY = 0.06;
  private static final double REACH_MM = 22;

  /**
   * A voxel.
   *
   * @param slice slice of the dose grid
   * @param positionMm in the frame of the grid
   * @param lowGy lowest dose wanted; 0 outside the target
   * @param highGy highest dose wanted
   * @param penalty weight of a breach
   */
  record Point(int slice, Vector3 positionMm, double lowGy, double highGy, double penalty) {}

  private final List<Point> points = new ArrayList<>();

  PlanPoints(
      GridGeometry geometry, DensityMap density, AffineTransform gridToAnatomy, DoseLimits limits) {
    Box near = limits.targetBox().grownBy(REACH_MM);
    for (int z = 0; z < geometry.sizeZ(); z++) {
      for (int y = 0; y < geometry.sizeY(); y++) {
        for (int x = 0; x < geometry.sizeX(); x++) {
          if (density.isInside(z, y * geometry.sizeX() + x)) {
            Vector3 positionMm = geometry.toPatientMm(x, y, z);
            Vector3 p = gridToAnatomy.apply(positionMm);
            if (p.z() > near.lowMm().z() && p.z() < near.highMm().z()) {
              add(z, positionMm, p, (x + y + z) % 2 == 0, (x | y | z) % 2 == 0, limits);
            }
          }
        }
      }
    }
  }

  private void add(
      int slice,
      Vector3 positionMm,
      Vector3 p,
      boolean inEveryTarget,
      boolean inCoarseGrid,
      DoseLimits limits) {
    double highGy = 0;
    for (DoseLimits.TargetDose target : limits.targets()) {
      double outsideMm = target.body().fieldMm(p.x(), p.y(), p.z());
      if (outsideMm < 0) {
        if (inEveryTarget) {
          points.add(inTarget(slice, positionMm, target.doseGy(), highGy));
        }
        return;
      }
      double share = Math.max(limits.leastFraction(), 1 - limits.fallOffPerMm() * outsideMm);
      highGy = Math.max(highGy, share * target.doseGy());
    }
    double penalty = NORMAL_TISSUE_PENALTY;
    boolean inOrgan = false;
    for (DoseLimits.OrganLimit limit : limits.limits()) {
      if (limit.organ().contains(p)) {
        inOrgan = true;
        highGy = Math.min(highGy, limit.limitGy());
        penalty = Math.max(penalty, limit.weight());
      }
    }
    if (inCoarseGrid || inOrgan && inEveryTarget) {
      points.add(new Point(slice, positionMm, 0, highGy, penalty));
    }
  }

  /** Next to a target of higher dose the dose may be as high as the fall-off of that target. */
  private static Point inTarget(
      int slice, Vector3 positionMm, double doseGy, double fallOffOfHigherTargetGy) {
    double lowGy = TARGET_LOW_FRACTION * doseGy;
    double highGy = Math.max(TARGET_HIGH_FRACTION * doseGy, fallOffOfHigherTargetGy);
    return new Point(slice, positionMm, lowGy, highGy, 1);
  }

  List<Point> points() {
    return points;
  }
}
