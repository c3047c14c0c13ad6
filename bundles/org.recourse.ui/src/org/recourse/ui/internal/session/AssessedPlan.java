/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.internal.session;

import java.util.Optional;
import org.recourse.assistant.numbers.PlanSnapshot;
import org.recourse.model.PatientCase;
import org.recourse.model.Plan;

/** Finds the plan that the editor edits: the one the numbers are computed for. Stateless. */
public final class AssessedPlan {

  private AssessedPlan() {}

  public static Optional<Plan> of(PatientCase patientCase) {
    return PlanSnapshot.of(patientCase, 0)
        .assessed()
        .map(at -> patientCase.getCourses().get(at.course()).getPlans().get(at.plan()));
  }
}
