/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.model.validate;

import java.util.Optional;
import org.eclipse.emf.common.util.BasicDiagnostic;
import org.eclipse.emf.common.util.Diagnostic;
import org.eclipse.emf.common.util.DiagnosticChain;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.recourse.model.validate.CaseProblem.Severity;

/**
 * Collects the problems of one run of the validator; the only place that knows how a problem is
 * carried through an EMF diagnostic.
 *
 * @param chain where EMF collects
 */
record Problems(DiagnosticChain chain) {

  private static final String SOURCE = "org.recourse.model";

  void error(EObject object, EStructuralFeature feature, String sentence) {
    add(Diagnostic.ERROR, sentence, object, feature);
  }

  void warning(EObject object, EStructuralFeature feature, String sentence) {
    add(Diagnostic.WARNING, sentence, object, feature);
  }

  void info(EObject object, EStructuralFeature feature, String sentence) {
    add(Diagnostic.INFO, sentence, object, feature);
  }

  private void add(int severity, String sentence, EObject object, EStructuralFeature feature) {
    chain.add(new BasicDiagnostic(severity, SOURCE, 0, sentence, new Object[] {object, feature}));
  }

  static CaseProblem toProblem(Diagnostic diagnostic) {
    Severity severity =
        switch (diagnostic.getSeverity()) {
          case Diagnostic.INFO -> Severity.INFO;
          case Diagnostic.WARNING -> Severity.WARNING;
          default -> Severity.ERROR;
        };
    var data = diagnostic.getData();
    Optional<EStructuralFeature> feature =
        data.size() > 1 && data.get(1) instanceof EStructuralFeature named
            ? Optional.of(named)
            : Optional.empty();
    return new CaseProblem(severity, diagnostic.getMessage(), (EObject) data.getFirst(), feature);
  }
}
