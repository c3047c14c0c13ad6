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
import org.recourse.inference.tensor.TensorShape;

/**
 * One input or output of a model.
 *
 * @param name name in the network
 * @param role what it holds
 * @param shape sizes with the batch axis first
 * @param unit unit of its values, such as {@code Gy}; {@code 1} for pure numbers
 * @param order meaning of the axes, such as {@code batch, channel, z, y, x in patient axes}
 * @param preprocessing what is done to the values before they are given, in a sentence
 */
public record TensorSpecification(
    String name, Role role, TensorShape shape, String unit, String order, String preprocessing) {

  /** What a tensor holds. */
  public enum Role {
    /** Dose of one region. */
    DOSE,
    /** Scaled features in the order of the feature list. */
    FEATURES,
    /** Number between 0 and 1 that rises with the risk. */
    SCORE,
    /** Score before the logistic function. */
    LOGIT,
    /** Change of the score for one unit of dose in each voxel. */
    DOSE_GRADIENT
  }

  public TensorSpecification {
    Objects.requireNonNull(role, "role");
    Objects.requireNonNull(shape, "shape");
    Objects.requireNonNull(order, "order");
    Objects.requireNonNull(preprocessing, "preprocessing");
    if (name.isBlank() || unit.isBlank()) {
      throw new IllegalArgumentException("a tensor has a name and a unit: " + name + ", " + unit);
    }
  }
}
