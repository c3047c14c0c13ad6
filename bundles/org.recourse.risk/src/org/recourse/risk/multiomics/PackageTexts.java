/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.risk.multiomics;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.recourse.inference.model.ModelDescription;
import org.recourse.inference.model.TensorSpecification;
import org.recourse.inference.prediction.PredictionRule;
import org.recourse.risk.Evidence;
import org.recourse.risk.Interval;
import org.recourse.risk.Literature;
import org.recourse.risk.RiskModelDescription;
import org.recourse.risk.RiskParameter;
import org.recourse.risk.RiskUnit;

/** Puts the description of a model package into the words of risk models. Stateless. */
final class PackageTexts {

  private static final Literature PAPER =
      new Literature(
          "Gao 2025: multi-sequence MRI radiomics and dosiomics, nasopharyngeal necrosis after"
              + " re-irradiation (architecture; no weights are published)",
          "",
          Evidence.READ);

  private PackageTexts() {}

  static RiskModelDescription description(ModelDescription model) {
    boolean synthetic = model.training().synthetic();
    boolean dose = model.input(TensorSpecification.Role.DOSE).isPresent();
    var limitations = new ArrayList<String>();
    if (synthetic) {
      limitations.add(PredictionRule.DEMONSTRATION_LABEL + ".");
    }
    limitations.add(model.intendedUse());
    limitations.add(
        "Trained on %d patients with %d events: %s"
            .formatted(
                model.training().patientCount(),
                model.training().eventCount(),
                model.training().description()));
    return new RiskModelDescription(
        model.identity().id(),
        model.identity().version(),
        model.identity().title(),
        "nasopharyngeal necrosis",
        dose,
        model.calibration().isPresent() && !synthetic,
        synthetic ? "synthetic" : model.training().description(),
        dose
            ? "network of " + model.features().size() + " MR features and the dose in PTVnx"
            : "network of " + model.features().size() + " MR features",
        limitations,
        List.of(demonstration()),
        List.of(PAPER));
  }

  private static RiskParameter demonstration() {
    return new RiskParameter(
        MultiOmicsRisk.DEMONSTRATION,
        "Show the score of a model of synthetic patients for other patients (1: yes)",
        RiskUnit.ONE,
        new Interval(0, 1),
        0,
        Optional.empty(),
        new Literature("Chosen here: off unless a user asks for it", "", Evidence.ASSUMED),
        List.of());
  }
}
