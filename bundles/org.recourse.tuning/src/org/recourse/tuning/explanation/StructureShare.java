/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.tuning.explanation;

import java.util.List;
import java.util.Objects;

/**
 * What the dose in a structure contributes to the number of a model. Immutable.
 *
 * @param structure name
 * @param shareFraction contribution of its voxels over that of all voxels the model looks at
 * @param meanGradientPerGy mean change of the score per Gy over its voxels that the model looks at
 * @param volumeCm3 of these voxels
 * @param bands the same by dose, lowest first; bands without a voxel are left out
 */
public record StructureShare(
    String structure,
    double shareFraction,
    double meanGradientPerGy,
    double volumeCm3,
    List<DoseBand> bands) {

  /**
   * A part of a structure with similar dose.
   *
   * @param fromGy lower end, included
   * @param toGy upper end, not included
   * @param volumeCm3 of the voxels with such a dose
   * @param shareFraction contribution of these voxels over that of all voxels
   * @param meanGradientPerGy mean change of the score per Gy over these voxels
   */
  public record DoseBand(
      double fromGy,
      double toGy,
      double volumeCm3,
      double shareFraction,
      double meanGradientPerGy) {}

  public StructureShare {
    Objects.requireNonNull(structure, "structure");
    bands = List.copyOf(bands);
  }
}
