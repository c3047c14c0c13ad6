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
import java.util.Optional;
import java.util.OptionalInt;
import org.recourse.assistant.numbers.PlanNumbers;
import org.recourse.assistant.numbers.PlanState;
import org.recourse.tuning.check.CheckLimits;

/**
 * A change as the checks see it. Immutable.
 *
 * @param kind what is changed
 * @param drivenBy the model that is to fall; empty where closed forms rank the change
 * @param before numbers of the plan as it is
 * @param after numbers with the change
 * @param risks every model before and after
 * @param limits limits of the checks
 */
record PlanChange(
    ProposalKind kind,
    Optional<String> drivenBy,
    PlanNumbers before,
    PlanNumbers after,
    List<RiskChange> risks,
    CheckLimits limits) {

  Optional<RiskChange> driver() {
    return drivenBy.flatMap(
        id -> risks.stream().filter(risk -> risk.modelId().equals(id)).findFirst());
  }

  OptionalInt fractionsAfter() {
    return fractions(after);
  }

  static OptionalInt fractions(PlanNumbers numbers) {
    OptionalInt count =
        numbers
            .snapshot()
            .assessedPlan()
            .map(PlanState::prescription)
            .map(prescription -> prescription.fractionCount())
            .orElse(OptionalInt.empty());
    return count.isPresent() && count.getAsInt() >= 1 ? count : OptionalInt.empty();
  }

  /** Whether the schedule differs: fractions, or fractions a day. */
  boolean changesFractionation() {
    return kind == ProposalKind.FRACTIONATION;
  }

  boolean severalFractionsADay() {
    return after
        .snapshot()
        .assessedPlan()
        .filter(plan -> plan.prescription().fractionsPerDay() > 1)
        .isPresent();
  }
}
