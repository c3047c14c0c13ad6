/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.inference.prediction;

import java.util.Objects;
import org.recourse.inference.model.DoseQuantity;

/**
 * What is known about the dose that is given to a model.
 *
 * @param quantity physical dose or EQD2, as it was computed
 * @param voxelSizeXMm voxel size along x
 * @param voxelSizeYMm voxel size along y
 * @param voxelSizeZMm voxel size along z
 * @param maximumDoseGy largest dose of the volume, of that quantity
 * @param fractionCount fractions of the course, at least one
 * @param dosePerFractionGy prescribed physical dose of one fraction
 */
public record CourseFacts(
    DoseQuantity quantity,
    double voxelSizeXMm,
    double voxelSizeYMm,
    double voxelSizeZMm,
    double maximumDoseGy,
    int fractionCount,
    double dosePerFractionGy) {

  public CourseFacts {
    Objects.requireNonNull(quantity, "quantity");
    if (!(voxelSizeXMm > 0 && voxelSizeYMm > 0 && voxelSizeZMm > 0)) {
      throw new IllegalArgumentException(
          "voxel sizes must be > 0 mm: "
              + voxelSizeXMm
              + ", "
              + voxelSizeYMm
              + ", "
              + voxelSizeZMm);
    }
    if (!(maximumDoseGy >= 0 && dosePerFractionGy >= 0) || fractionCount < 1) {
      throw new IllegalArgumentException(
          "no course: " + maximumDoseGy + ", " + fractionCount + " x " + dosePerFractionGy);
    }
  }
}
