/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cohort.extraction;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * What is extracted from the cases of a cohort folder.
 *
 * @param cohort folder of the cohort
 * @param target folder of the result
 * @param structureName structure in which features and dose are taken
 * @param features handcrafted features
 * @param deep features of a network, taken in the structures of the first reader; empty: none
 * @param doses dose volumes; empty: none
 */
public record ExtractionRequest(
    Path cohort,
    Path target,
    String structureName,
    CohortExtraction features,
    Optional<RegionFeatures> deep,
    Optional<DoseVolumeGrid> doses) {

  public ExtractionRequest {
    Objects.requireNonNull(cohort, "cohort");
    Objects.requireNonNull(target, "target");
    Objects.requireNonNull(features, "features");
    Objects.requireNonNull(deep, "deep");
    Objects.requireNonNull(doses, "doses");
    if (structureName.isBlank()) {
      throw new IllegalArgumentException("a structure has a name");
    }
  }
}
