/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.model.validate;

import org.recourse.model.ClinicalGoal;
import org.recourse.model.ModelPackage;
import org.recourse.model.PatientCase;

/**
 * Rules of clinical goals. The grammar of metrics belongs to dosimetry and is not checked here.
 *
 * @param problems where problems go
 */
record GoalRules(Problems problems) {

  private static final ModelPackage MODEL = ModelPackage.eINSTANCE;

  void check(ClinicalGoal goal) {
    String name =
        Words.isBlank(goal.getStructureName())
            ? "A goal"
            : "The goal of \"" + goal.getStructureName().strip() + "\"";
    if (Words.isBlank(goal.getStructureName())) {
      problems.error(
          goal,
          MODEL.getClinicalGoal_StructureName(),
          name + " names no structure, so it cannot be judged. Enter the structure.");
    } else if (!isContoured(goal)) {
      problems.warning(
          goal,
          MODEL.getClinicalGoal_StructureName(),
          name + " cannot be judged: no structure of the case has this name. Correct the name.");
    }
    if (Words.isBlank(goal.getMetric())) {
      problems.error(
          goal,
          MODEL.getClinicalGoal_Metric(),
          name + " has no metric. Enter one such as D0.03cc or V20Gy[%].");
    }
    if (!(goal.getLimit() >= 0 && Double.isFinite(goal.getLimit()))) {
      problems.error(
          goal,
          MODEL.getClinicalGoal_Limit(),
          name + " has the limit " + Words.number(goal.getLimit()) + "; it is 0 or more.");
    }
    if (goal.isSetTolerance() && !(goal.getTolerance() >= 0)) {
      problems.error(
          goal,
          MODEL.getClinicalGoal_Tolerance(),
          name + " has the tolerance " + Words.number(goal.getTolerance()) + "; it is 0 or more.");
    }
  }

  private static boolean isContoured(ClinicalGoal goal) {
    String wanted = goal.getStructureName().strip();
    return goal.eContainer() instanceof PatientCase patientCase
        && patientCase.getStructureSets().stream()
            .flatMap(set -> set.getStructures().stream())
            .anyMatch(
                structure ->
                    !Words.isBlank(structure.getName())
                            && structure.getName().strip().equalsIgnoreCase(wanted)
                        || wanted.equalsIgnoreCase(structure.getTg263Name()));
  }
}
