/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.dosiomics;

import java.util.List;
import java.util.Objects;
import org.recourse.grid.finding.Finding;
import org.recourse.radiomics.feature.FeatureVector;

/**
 * Features of one dose in one region, in this order: {@code original_shape_…} of the region, {@code
 * <image>_<family>_…} of the dose, {@code dvh_…} and {@code spatial_…}. Immutable.
 */
public record DosiomicsResult(FeatureVector features, List<Finding> findings) {

  public DosiomicsResult {
    Objects.requireNonNull(features, "features");
    findings = List.copyOf(findings);
  }

  /**
   * Returns the same features under {@code physical_…} or {@code eqd2_…}, for one table of both.
   */
  public FeatureVector named(DoseQuantity quantity) {
    return FeatureVector.builder()
        .putAll(quantity.id() + "_", features, java.util.Set.of())
        .build();
  }
}
