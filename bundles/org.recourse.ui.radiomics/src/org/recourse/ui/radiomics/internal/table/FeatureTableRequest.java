/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.radiomics.internal.table;

import java.util.List;
import java.util.Objects;
import org.recourse.assistant.numbers.PlanNumbers;
import org.recourse.assistant.numbers.StructureState;

/**
 * What the Features view wants computed. Immutable.
 *
 * @param numbers numbers of the plan, whose dose is read
 * @param structure region of the features
 * @param sources columns in their order
 */
record FeatureTableRequest(
    PlanNumbers numbers, StructureState structure, List<FeatureSource> sources) {

  FeatureTableRequest {
    Objects.requireNonNull(numbers, "numbers");
    Objects.requireNonNull(structure, "structure");
    sources = List.copyOf(sources);
  }
}
