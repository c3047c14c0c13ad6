/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cli.internal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.recourse.assistant.numbers.PlanSnapshot;
import org.recourse.model.Course;
import org.recourse.model.DicomReference;
import org.recourse.model.DoseDistribution;
import org.recourse.model.PatientCase;
import org.recourse.model.Plan;
import org.recourse.model.StructureSet;
import org.recourse.model.store.CaseStore;

/** Names in a result what it was computed from. Stateless. */
final class CaseInputs {

  private CaseInputs() {}

  /** Adds the case file, if there is one, and the dose and structure objects that were used. */
  static void add(JsonResult result, CaseFolder opened, Optional<String> onlyDose)
      throws RefusalException {
    Path file = CaseStore.caseFile(opened.openCase().folder());
    if (Files.exists(file)) {
      result.inputFile(file);
    }
    PatientCase patientCase = opened.openCase().patientCase();
    for (StructureSet set : patientCase.getStructureSets()) {
      add(result, set.getReference());
    }
    if (onlyDose.isPresent()) {
      result.inputObject(onlyDose.get());
      return;
    }
    for (Course course : patientCase.getCourses()) {
      for (Plan plan : course.getPlans()) {
        for (DoseDistribution dose : plan.getDoses()) {
          add(result, dose.getReference());
        }
      }
    }
  }

  private static void add(JsonResult result, DicomReference reference) {
    if (reference != null && reference.getSopInstanceUid() != null) { // EMF: may be unset
      result.inputObject(reference.getSopInstanceUid());
    }
  }

  /** Returns the UIDs of the dose grids of a case. */
  static List<String> doseUids(PlanSnapshot snapshot) {
    return snapshot.courses().stream()
        .flatMap(course -> course.plans().stream())
        .flatMap(plan -> plan.doses().stream())
        .map(dose -> dose.uid())
        .toList();
  }
}
