/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.model.validate;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.emf.common.util.Diagnostic;
import org.eclipse.emf.ecore.impl.EValidatorRegistryImpl;
import org.eclipse.emf.ecore.util.Diagnostician;
import org.recourse.model.ModelPackage;
import org.recourse.model.PatientCase;

/**
 * Checks a whole case against the constraints of the model. Stateless; may be called from any
 * thread while nobody edits the case.
 */
public final class CaseValidator {

  private final Diagnostician diagnostician;

  public CaseValidator() {
    var registry = new EValidatorRegistryImpl();
    registry.put(ModelPackage.eINSTANCE, new CaseConstraints());
    diagnostician = new Diagnostician(registry);
  }

  /** Returns what is wrong with the case, in the order of the model; empty if nothing is. */
  public List<CaseProblem> validate(PatientCase patientCase) {
    var problems = new ArrayList<CaseProblem>();
    collect(diagnostician.validate(patientCase), problems);
    return List.copyOf(problems);
  }

  private static void collect(Diagnostic diagnostic, List<CaseProblem> problems) {
    if (diagnostic.getChildren().isEmpty() && diagnostic.getSeverity() != Diagnostic.OK) {
      problems.add(Problems.toProblem(diagnostic));
    }
    diagnostic.getChildren().forEach(child -> collect(child, problems));
  }
}
