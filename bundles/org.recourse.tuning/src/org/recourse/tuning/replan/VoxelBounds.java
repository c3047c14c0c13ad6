/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.tuning.replan;

import java.util.Arrays;
import org.recourse.planning.objective.ExternalObjective;

/**
 * A bound for each voxel by itself, so that a plan keeps the shape it has where it is good: the
 * mean over the voxels of max(0, d − b)² for an upper bound b, of max(0, b − d)² for a lower one.
 * Immutable.
 */
final class VoxelBounds implements ExternalObjective.Term {

  private final double[] boundGy;
  private final double sign;

  private VoxelBounds(double[] boundGy, double sign) {
    this.boundGy = boundGy;
    this.sign = sign;
  }

  static VoxelBounds atMost(double[] boundGy) {
    return new VoxelBounds(boundGy, 1);
  }

  static VoxelBounds atLeast(double[] boundGy) {
    return new VoxelBounds(boundGy, -1);
  }

  @Override
  public double value(double[] doseGy, double[] derivative) {
    double perVoxel = 1.0 / doseGy.length;
    double sum = 0;
    for (int i = 0; i < doseGy.length; i++) {
      double excess = Math.max(0, sign * (doseGy[i] - boundGy[i]));
      sum += excess * excess;
      derivative[i] = 2 * sign * excess * perVoxel;
    }
    return sum * perVoxel;
  }

  /**
   * Lower bounds that give a part of the volume at least a dose and let no voxel below it fall.
   *
   * @param nowGy doses of the plan
   * @param volumeFraction part of the volume
   * @param leastGy dose it is to get
   */
  static double[] floors(double[] nowGy, double volumeFraction, double leastGy) {
    double raise = Math.max(0, leastGy - atFraction(nowGy, volumeFraction));
    double[] floors = new double[nowGy.length];
    for (int i = 0; i < floors.length; i++) {
      floors[i] = Math.min(nowGy[i] + raise, leastGy);
    }
    return floors;
  }

  /**
   * Upper bounds under which a part of the volume gets no more than a dose: hotter voxels come down
   * by what is too much, colder ones may rise by a little.
   *
   * @param nowGy doses of the plan
   * @param volumeFraction part of the volume
   * @param mostGy dose its coldest voxel may get
   * @param riseGy by how much voxels below that may rise
   */
  static double[] ceilings(double[] nowGy, double volumeFraction, double mostGy, double riseGy) {
    double here = atFraction(nowGy, volumeFraction);
    double[] ceilings = new double[nowGy.length];
    for (int i = 0; i < ceilings.length; i++) {
      ceilings[i] =
          nowGy[i] >= here ? nowGy[i] - (here - mostGy) : Math.min(mostGy, nowGy[i] + riseGy);
    }
    return ceilings;
  }

  /** Dose that at least this part of the voxels receives; the maximum for 0. */
  static double atFraction(double[] doseGy, double volumeFraction) {
    double[] sorted = doseGy.clone();
    Arrays.sort(sorted);
    int fromTop = (int) Math.min(sorted.length - 1.0, Math.floor(volumeFraction * sorted.length));
    return sorted[sorted.length - 1 - Math.max(0, fromTop)];
  }
}
