/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.tuning.proposal;

import java.util.Locale;

/**
 * By how much the dose of a plan differs when another engine computes it. Immutable.
 *
 * @param meanGy mean of the absolute difference over the voxels with at least half of the
 *     prescribed dose, Gy
 * @param percentile95Gy 95 % of these voxels differ by no more than this, Gy
 * @param prescribedGy prescribed dose, above 0
 */
public record DoseDifference(double meanGy, double percentile95Gy, double prescribedGy) {

  private static final double PERCENT = 100;

  public DoseDifference {
    if (!(meanGy >= 0 && percentile95Gy >= 0 && prescribedGy > 0)) {
      throw new IllegalArgumentException(
          meanGy + " Gy, " + percentile95Gy + " Gy of " + prescribedGy + " Gy");
    }
  }

  /** Returns the mean difference in percent of the prescribed dose. */
  public double meanPercent() {
    return PERCENT * meanGy / prescribedGy;
  }

  /** Returns the difference in words. */
  public String text() {
    return String.format(
        Locale.ROOT,
        "%.2f Gy on average (%.1f %% of the prescription) and by up to %.2f Gy in 95 %% of the"
            + " voxels with at least half of the prescribed dose",
        meanGy,
        meanPercent(),
        percentile95Gy);
  }
}
