/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.tuning.proposal;

import java.util.List;
import java.util.Objects;
import org.recourse.assistant.numbers.PlanNumbers;
import org.recourse.grid.finding.Finding;

/**
 * What a search found for one revision of a plan. Immutable.
 *
 * @param before numbers of the plan as it is
 * @param ranked acceptable proposals first, each group by risk per Gy of lost coverage
 * @param limits for each model that was to fall, why it cannot fall further
 * @param findings why nothing was searched, and other reservations
 */
public record Proposals(
    PlanNumbers before, List<Proposal> ranked, List<WhyNotLower> limits, List<Finding> findings) {

  public Proposals {
    Objects.requireNonNull(before, "before");
    ranked = List.copyOf(ranked);
    limits = List.copyOf(limits);
    findings = List.copyOf(findings);
  }

  /** Returns the proposals that may be accepted. */
  public List<Proposal> acceptable() {
    return ranked.stream().filter(Proposal::acceptable).toList();
  }
}
