/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.assistant.numbers;

import java.util.Objects;
import org.recourse.risk.VoxelAttribution;

/**
 * How much the number of a network changes with the dose of each voxel, on one revision of a plan.
 * Immutable and thread-safe.
 *
 * @param revision revision of the plan it belongs to
 * @param modelId the network; empty text where no model has a gradient
 * @param title title of the network; empty text where no model has a gradient
 * @param attribution the gradient, or the sentence why there is none
 */
public record RiskGradient(
    long revision, String modelId, String title, VoxelAttribution attribution) {
  public RiskGradient {
    Objects.requireNonNull(modelId, "modelId");
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(attribution, "attribution");
  }

  RiskGradient at(long otherRevision) {
    return new RiskGradient(otherRevision, modelId, title, attribution);
  }
}
