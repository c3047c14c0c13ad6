/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.inference.model;

import java.util.Objects;

/**
 * The doses a model was trained on; a case outside them is outside its domain.
 *
 * @param quantity physical dose or EQD2
 * @param voxelSizeXMm voxel size along x of the training volumes, above 0 mm
 * @param voxelSizeYMm the same along y
 * @param voxelSizeZMm the same along z
 * @param fractionCount fractions of the courses in the training data
 * @param dosePerFractionGy doses per fraction in the training data
 */
public record DoseConditions(
    DoseQuantity quantity,
    double voxelSizeXMm,
    double voxelSizeYMm,
    double voxelSizeZMm,
    ValueRange fractionCount,
    ValueRange dosePerFractionGy) {

  public DoseConditions {
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
    if (fractionCount.minimum() < 1 || dosePerFractionGy.minimum() < 0) {
      throw new IllegalArgumentException(
          "no fractionation: " + fractionCount + " fractions of " + dosePerFractionGy + " Gy");
    }
  }
}
