/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiomics.preprocess;

import java.util.List;
import org.recourse.radiomics.image.VoxelBlock;

/**
 * Outcome of a bias-field correction. Immutable.
 *
 * @param corrected the image divided by the field, single precision
 * @param logField natural logarithm of the field, single precision
 * @param levels what each fitting level did
 */
public record BiasFieldResult(VoxelBlock corrected, VoxelBlock logField, List<Level> levels) {

  /**
   * One fitting level.
   *
   * @param iterations iterations done
   * @param convergence coefficient of variation of the last change of the field
   */
  public record Level(int iterations, double convergence) {}

  public BiasFieldResult {
    levels = List.copyOf(levels);
  }
}
