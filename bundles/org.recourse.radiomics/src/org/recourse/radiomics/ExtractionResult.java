/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiomics;

import java.util.List;
import java.util.Objects;
import org.recourse.grid.finding.Finding;
import org.recourse.radiomics.feature.FeatureVector;

/**
 * Features of one region, under their full names such as {@code original_glcm_Contrast}. Without
 * features, a finding of severity ERROR says why. Immutable.
 */
public record ExtractionResult(FeatureVector features, List<Finding> findings) {

  public ExtractionResult {
    Objects.requireNonNull(features, "features");
    findings = List.copyOf(findings);
  }

  static ExtractionResult refused(List<Finding> findings) {
    return new ExtractionResult(FeatureVector.builder().build(), findings);
  }
}
