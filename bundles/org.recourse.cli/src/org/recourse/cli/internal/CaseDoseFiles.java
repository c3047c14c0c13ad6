/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cli.internal;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.recourse.assistant.cases.OpenCase;
import org.recourse.assistant.numbers.PlanSnapshot;
import org.recourse.model.DoseDistribution;
import org.recourse.model.DoseSummation;
import org.recourse.model.Plan;

/** The RTDOSE files of a case that a derived dose refers to: one for each plan. Immutable. */
record CaseDoseFiles(OpenCase openCase, PlanSnapshot snapshot) {

  /** Returns the dose of the plan that is assessed. */
  Optional<Path> ofAssessedPlan() {
    return assessed().flatMap(this::file);
  }

  /** Returns the frame of reference of that dose. */
  Optional<String> frameUid() {
    return assessed()
        .flatMap(CaseDoseFiles::dose)
        .filter(dose -> dose.getFrameOfReference() != null) // EMF: may be unset
        .map(dose -> dose.getFrameOfReference().getUid());
  }

  /** Returns one dose for each plan of a course; the assessed plan is left out. */
  List<Path> ofCourse(int course) {
    Optional<Plan> assessed = assessed();
    return openCase.patientCase().getCourses().get(course).getPlans().stream()
        .filter(plan -> assessed.isEmpty() || plan != assessed.get())
        .map(this::file)
        .flatMap(Optional::stream)
        .toList();
  }

  private Optional<Plan> assessed() {
    return snapshot
        .assessed()
        .map(
            at ->
                openCase.patientCase().getCourses().get(at.course()).getPlans().get(at.plan()));
  }

  private Optional<Path> file(Plan plan) {
    return dose(plan)
        .map(dose -> openCase.folder().resolve(dose.getReference().getRelativePath()));
  }

  /** The sum of the plan if there is one; every dose of a plan names the same plan. */
  private static Optional<DoseDistribution> dose(Plan plan) {
    return plan.getDoses().stream()
        .filter(dose -> dose.getReference() != null)
        .filter(dose -> dose.getReference().getRelativePath() != null)
        .min(Comparator.comparing(dose -> dose.getSummation() != DoseSummation.PLAN));
  }
}
