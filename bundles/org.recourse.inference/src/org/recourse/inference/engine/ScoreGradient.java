/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.inference.engine;

import java.util.Objects;
import org.recourse.inference.tensor.Tensor;

/**
 * A score and how it changes with the dose.
 *
 * @param score between 0 and 1
 * @param perGy derivative of the score with respect to the dose of each voxel in 1/Gy, in the shape
 *     of the dose
 */
public record ScoreGradient(double score, Tensor perGy) {

  public ScoreGradient {
    Objects.requireNonNull(perGy, "perGy");
    if (!(score >= 0 && score <= 1)) {
      throw new IllegalArgumentException("a score lies between 0 and 1: " + score);
    }
  }
}
