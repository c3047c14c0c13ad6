/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.planning.objective;

import java.util.Arrays;

/**
 * A point of the dose-volume histogram: at most (or at least) a fraction of the volume above a
 * dose.
 *
 * <p>When too large a part exceeds the dose D, the voxels between D and the dose that the wanted
 * fraction exceeds now are pressed down, squared and averaged over the structure; the hottest ones
 * are left. For "at least" the mirror image. The penalty is not convex. Source: Wu and Mohan 2000
 * (doi:10.1118/1.599011).
 *
 * @param doseGy D, finite and not negative
 * @param volumeFraction part of the volume, in (0, 1)
 * @param bound which side is wanted
 */
public record DoseVolume(double doseGy, double volumeFraction, Bound bound) implements Objective {

  /** Whether the volume above the dose shall be small or large. */
  public enum Bound {
    AT_MOST,
    AT_LEAST
  }

  public DoseVolume {
    if (!(doseGy >= 0 && doseGy < 1e6) || !(volumeFraction > 0 && volumeFraction < 1)) {
      throw new IllegalArgumentException(doseGy + " Gy in " + volumeFraction + " of the volume");
    }
  }

  @Override
  public double value(double[] doseGyOfVoxel, double weight, double[] derivative) {
    double[] sorted = doseGyOfVoxel.clone();
    Arrays.sort(sorted);
    int above = (int) Math.round(volumeFraction * sorted.length);
    boolean most = bound == Bound.AT_MOST;
    // the hottest voxel that is one too many, or the coldest that is still needed
    int position = sorted.length - above - (most ? 1 : 0);
    if (position < 0 || position >= sorted.length) {
      return 0;
    }
    double reachedGy = sorted[position];
    if (most ? reachedGy <= doseGy : reachedGy >= doseGy) {
      return 0;
    }
    double sum = 0;
    for (int i = 0; i < doseGyOfVoxel.length; i++) {
      double d = doseGyOfVoxel[i];
      boolean moved = most ? d > doseGy && d <= reachedGy : d < doseGy && d >= reachedGy;
      if (moved) {
        double delta = d - doseGy;
        sum += delta * delta;
        derivative[i] += weight * 2 * delta / doseGyOfVoxel.length;
      }
    }
    return sum / doseGyOfVoxel.length;
  }

  @Override
  public String description() {
    String side = bound == Bound.AT_MOST ? "at most" : "at least";
    return "V%sGy %s %s %%".formatted(doseGy, side, 100 * volumeFraction);
  }
}
