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
 * How a rigid transform is searched.
 *
 * @param similarity what is compared
 * @param bins histogram bins per image for mutual information, 8 to 128
 * @param samples fixed voxels per resolution level, at least 1000
 * @param coarsestMm voxel size of the coarsest level, mm
 * @param fixedMask voxels of the fixed frame that count; empty for all
 */
public record RigidSettings(
    SimilarityKind similarity, int bins, int samples, double coarsestMm, Optional<Mask> fixedMask) {

  public RigidSettings {
    Objects.requireNonNull(similarity, "similarity");
    Objects.requireNonNull(fixedMask, "fixedMask");
    if (bins < 8 || bins > 128) {
      throw new IllegalArgumentException("bins must be 8 to 128: " + bins);
    }
    if (samples < 1000) {
      throw new IllegalArgumentException("samples must be at least 1000: " + samples);
    }
    if (!(coarsestMm > 0)) {
      throw new IllegalArgumentException("coarsestMm must be > 0: " + coarsestMm);
    }
  }

  /** Returns settings that fit images of the body. */
  public static RigidSettings of(SimilarityKind similarity) {
    return new RigidSettings(similarity, 48, 200_000, 8, Optional.empty());
  }

  public RigidSettings withFixedMask(Mask mask) {
    return new RigidSettings(similarity, bins, samples, coarsestMm, Optional.of(mask));
  }
}
