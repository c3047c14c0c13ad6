/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.registration.quality;

/**
 * Limits of the verdict. Beyond a limit a registration needs review; beyond twice the limit (for
 * the Jacobian: at or below 0) it fails.
 *
 * @param leastJacobian volume factor that no voxel may be below
 * @param leastVolumeFactor volume factor below which tissue of the body is unlikely to shrink
 * @param mostVolumeFactor volume factor above which tissue of the body is unlikely to swell
 * @param unlikelyFraction share of the body that may lie beyond these two; five times as much fails
 * @param reverseMm how far searches in both directions may disagree, for 95 % of the body
 * @param inverseMm mean inverse error
 * @param landmarkMm mean landmark error
 * @param leastDice overlap of contours
 * @param contourMm mean distance of contours
 * @param correctionMm what a second registration may ask for
 * @param source where the limits come from, as shown beside every verdict
 */
public record QualityThresholds(
    double leastJacobian,
    double leastVolumeFactor,
    double mostVolumeFactor,
    double unlikelyFraction,
    double reverseMm,
    double inverseMm,
    double landmarkMm,
    double leastDice,
    double contourMm,
    double correctionMm,
    String source) {

  public QualityThresholds {
    if (!(leastJacobian >= 0
        && leastVolumeFactor >= leastJacobian
        && mostVolumeFactor > leastVolumeFactor
        && unlikelyFraction > 0
        && reverseMm > 0
        && inverseMm > 0
        && landmarkMm > 0
        && leastDice > 0
        && leastDice < 1
        && contourMm > 0
        && correctionMm > 0)) {
      throw new IllegalArgumentException("limits must be positive, leastDice below 1");
    }
    if (source.isBlank()) {
      throw new IllegalArgumentException("limits without a source are nobody's limits");
    }
  }

  /**
   * TG-132 (doi:10.1002/mp.12256, table V): landmarks and contours within the largest voxel edge,
   * about 2 to 3 mm; Dice 0.8 to 0.9; no negative Jacobian; inverse within the voxel, which
   * searches in both directions are held to as well. TG-132 has no limit for plausible volume
   * factors: 0.6 and 1.6 in at most 1 % of the body is twice what the worst of our deformations of
   * 8 mm needed.
   */
  public static QualityThresholds tg132() {
    return new QualityThresholds(
        0.1,
        0.6,
        1.6,
        0.01,
        3,
        3,
        3,
        0.8,
        3,
        3,
        "AAPM TG-132, table V, doi:10.1002/mp.12256; volume factors: measured by us, see"
            + " registration.md");
  }
}
