/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.session;

import java.util.Objects;
import java.util.Optional;
import org.recourse.assistant.bands.UncertaintyBands;
import org.recourse.assistant.numbers.PlanNumbers;

/**
 * The intervals that are shown beside numbers: those of the numbers, or older ones until the new
 * are computed, which are shown grey. Immutable.
 *
 * @param bands the intervals
 * @param current whether they belong to the numbers
 */
public record ShownBands(UncertaintyBands bands, boolean current) {

  public ShownBands {
    Objects.requireNonNull(bands, "bands");
  }

  /** Returns the newest intervals; empty before the first. */
  public static Optional<ShownBands> of(CaseSession session, PlanNumbers numbers) {
    return session
        .planWatch()
        .latestBands()
        .map(bands -> new ShownBands(bands, bands.revision() == numbers.revision()));
  }
}
