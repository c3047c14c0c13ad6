/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.model.validate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.recourse.model.Course;
import org.recourse.model.ModelFactory;
import org.recourse.model.ModelPackage;
import org.recourse.model.PatientCase;
import org.recourse.model.Plan;
import org.recourse.model.Prescription;
import org.recourse.model.Registration;
import org.recourse.model.Structure;
import org.recourse.model.samples.SampleCases;
import org.recourse.model.validate.CaseProblem.Severity;

/** What tests of the validator share: a sound case, its parts, and assertions on what is found. */
abstract class ValidatedCase {

  static final ModelPackage MODEL = ModelPackage.eINSTANCE;
  static final ModelFactory MAKE = ModelFactory.eINSTANCE;

  final CaseValidator validator = new CaseValidator();
  final PatientCase sample = SampleCases.reirradiation();
  final Course planned = sample.getCourses().get(0);
  final Course first = sample.getCourses().get(1);
  final Course paper = sample.getCourses().get(2);
  final Plan plan = planned.getPlans().getFirst();
  final Prescription prescription = plan.getPrescription();
  final Registration registration = sample.getRegistrations().getFirst();
  final List<Structure> structures = sample.getStructureSets().getFirst().getStructures();

  final CaseProblem only() {
    List<CaseProblem> problems = validator.validate(sample);
    assertEquals(1, problems.size(), problems.toString());
    return problems.getFirst();
  }

  final void assertOnly(
      Severity severity, EObject object, EStructuralFeature feature, String words) {
    CaseProblem problem = only();
    assertEquals(severity, problem.severity(), problem.sentence());
    assertSame(object, problem.object());
    assertSame(feature, problem.feature().orElseThrow());
    assertTrue(problem.sentence().contains(words), problem.sentence());
  }
}
