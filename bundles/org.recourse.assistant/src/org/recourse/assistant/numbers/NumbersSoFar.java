/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.assistant.numbers;

import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What is known of the numbers of one revision while the rest is being computed. Immutable.
 *
 * @param numbers complete in what is known; the rest is empty
 * @param known the numbers that are computed
 * @param gradient the gradient of a network, where it is known
 */
public record NumbersSoFar(
    PlanNumbers numbers, Set<DerivedNumber> known, Optional<RiskGradient> gradient) {
  public NumbersSoFar {
    Objects.requireNonNull(numbers, "numbers");
    known = known.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(known));
    Objects.requireNonNull(gradient, "gradient");
  }

  /** Returns the revision of the plan the numbers belong to. */
  public long revision() {
    return numbers.revision();
  }
}
