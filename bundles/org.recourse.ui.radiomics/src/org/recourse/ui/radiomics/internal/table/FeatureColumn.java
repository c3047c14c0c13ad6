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
import org.recourse.radiomics.feature.FeatureVector;

/**
 * Features of one source. Immutable.
 *
 * @param source what they were computed from
 * @param features values by full name; empty if nothing could be computed
 * @param notes sentences that say what is missing or doubtful
 */
record FeatureColumn(FeatureSource source, FeatureVector features, List<String> notes) {

  FeatureColumn {
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(features, "features");
    notes = List.copyOf(notes);
  }

  static FeatureColumn missing(FeatureSource source, String note) {
    return new FeatureColumn(source, FeatureVector.builder().build(), List.of(note));
  }
}
