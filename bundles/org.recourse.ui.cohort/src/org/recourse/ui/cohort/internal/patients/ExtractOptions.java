/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.cohort.internal.patients;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.recourse.cohort.extraction.DoseVolumeGrid;

/**
 * What is to be extracted from the open cohort.
 *
 * @param structureName structure in which features and dose are taken
 * @param doses dose volumes; empty: none
 * @param deepFeatures folder of a package for deep features; empty: none
 */
record ExtractOptions(
    String structureName, Optional<DoseVolumeGrid> doses, Optional<Path> deepFeatures) {

  ExtractOptions {
    Objects.requireNonNull(doses, "doses");
    Objects.requireNonNull(deepFeatures, "deepFeatures");
    if (structureName.isBlank()) {
      throw new IllegalArgumentException("a structure has a name");
    }
  }
}
