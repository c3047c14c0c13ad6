/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.registration.search;

import java.util.Objects;
import java.util.Optional;
import org.recourse.grid.volume.Mask;

/**
 * How a free-form deformation is searched.
 *
 * @param similarity what is compared
 * @param bins histogram bins per image for mutual information, 8 to 128
 * @param controlSpacingMm between the control points of the finest lattice
 * @param bendingWeight weight of the bending energy (1/mm²) beside the similarity
 * @param leastJacobian no voxel may shrink below this fraction of its volume, 0 to 0.9
 * @param iterations most steps per level
 * @param fixedMask voxels of the fixed frame that count; empty for all
 */
public record DeformableSettings(
    SimilarityKind similarity,
    int bins,
    double controlSpacingMm,
    double bendingWeight,
    double leastJacobian,
    int iterations,
    Optional<Mask> fixedMask) {

  public DeformableSettings {
    Objects.requireNonNull(similarity, "similarity");
    Objects.requireNonNull(fixedMask, "fixedMask");
    if (bins < 8 || bins > 128) {
      throw new IllegalArgumentException("bins must be 8 to 128: " + bins);
    }
    if (!(controlSpacingMm > 0)) {
      throw new IllegalArgumentException("controlSpacingMm must be > 0: " + controlSpacingMm);
    }
    if (!(bendingWeight >= 0)) {
      throw new IllegalArgumentException("bendingWeight must be >= 0: " + bendingWeight);
    }
    if (!(leastJacobian >= 0 && leastJacobian <= 0.9)) {
      throw new IllegalArgumentException("leastJacobian must be 0 to 0.9: " + leastJacobian);
    }
    if (iterations < 1) {
      throw new IllegalArgumentException("iterations must be at least 1: " + iterations);
    }
  }

  /** Returns settings that fit images of the body. */
  public static DeformableSettings of(SimilarityKind similarity) {
    return switch (similarity) {
      case NORMALISED_CORRELATION ->
          new DeformableSettings(similarity, 48, 18, 300, 0.1, 40, Optional.empty());
      case MUTUAL_INFORMATION ->
          new DeformableSettings(similarity, 48, 18, 200, 0.1, 40, Optional.empty());
    };
  }

  public DeformableSettings withFixedMask(Mask mask) {
    return new DeformableSettings(
        similarity,
        bins,
        controlSpacingMm,
        bendingWeight,
        leastJacobian,
        iterations,
        Optional.of(mask));
  }

  public DeformableSettings withBendingWeight(double weight) {
    return new DeformableSettings(
        similarity, bins, controlSpacingMm, weight, leastJacobian, iterations, fixedMask);
  }
}
