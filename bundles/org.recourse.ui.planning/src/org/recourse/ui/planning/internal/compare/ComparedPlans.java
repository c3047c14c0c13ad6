/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.planning.internal.compare;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.WeakHashMap;
import org.osgi.service.component.annotations.Component;
import org.recourse.assistant.cases.CaseVoxels;
import org.recourse.assistant.numbers.PlanNumbers;

/**
 * The doses that are compared, for the overlay of their difference, which is created by the
 * platform. Thread-safe.
 */
@Component(service = ComparedPlans.class)
public final class ComparedPlans {

  /**
   * Two plans with a dose.
   *
   * @param firstName name of the first
   * @param first its dose
   * @param secondName name of the second
   * @param second its dose
   */
  public record Pair(
      String firstName,
      PlanNumbers.PlanDose first,
      String secondName,
      PlanNumbers.PlanDose second) {
    public Pair {
      Objects.requireNonNull(firstName, "firstName");
      Objects.requireNonNull(first, "first");
      Objects.requireNonNull(secondName, "secondName");
      Objects.requireNonNull(second, "second");
    }
  }

  private final Map<CaseVoxels, Pair> pairs = Collections.synchronizedMap(new WeakHashMap<>());

  public void set(CaseVoxels voxels, Pair pair) {
    pairs.put(voxels, pair);
  }

  public Optional<Pair> of(CaseVoxels voxels) {
    return Optional.ofNullable(pairs.get(voxels));
  }
}
