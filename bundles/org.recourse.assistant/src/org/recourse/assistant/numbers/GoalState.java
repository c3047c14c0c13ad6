/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.assistant.numbers;

import java.util.OptionalDouble;
import org.recourse.model.ClinicalGoal;
import org.recourse.model.DoseQuantity;
import org.recourse.model.EvidenceTag;
import org.recourse.model.GoalComparison;

/**
 * A clinical goal as it was when the snapshot was taken. Immutable.
 *
 * @param structureName structure by name
 * @param metric metric as text, such as D0.03cc
 * @param comparison direction
 * @param limit limit in the unit of the metric
 * @param tolerance distance from the limit that is still tolerated; empty if none
 * @param quantity dose the metric is taken of
 * @param source literature or protocol
 * @param evidence strength of the evidence
 */
public record GoalState(
    String structureName,
    String metric,
    GoalComparison comparison,
    double limit,
    OptionalDouble tolerance,
    DoseQuantity quantity,
    String source,
    EvidenceTag evidence) {

  static GoalState of(ClinicalGoal goal) {
    return new GoalState(
        Texts.of(goal.getStructureName()),
        Texts.of(goal.getMetric()),
        goal.getComparison(),
        goal.getLimit(),
        goal.isSetTolerance() ? OptionalDouble.of(goal.getTolerance()) : OptionalDouble.empty(),
        goal.getQuantity(),
        Texts.of(goal.getSource()),
        goal.getEvidence());
  }

  /** Returns whether the limit may be judged; a draft from secondary sources is only shown. */
  public boolean isJudged() {
    return evidence != EvidenceTag.SECONDARY && evidence != EvidenceTag.RECALLED;
  }
}
