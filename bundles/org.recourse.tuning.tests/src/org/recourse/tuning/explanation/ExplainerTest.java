/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.tuning.explanation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.recourse.assistant.numbers.NumbersComputation;
import org.recourse.assistant.numbers.PlanNumbers;
import org.recourse.tuning.proposal.BundledTuning;
import org.recourse.tuning.proposal.CaseModels;
import org.recourse.tuning.proposal.HotSpotNetwork;

/** On the bundled case, with a model whose gradient has a closed form. */
class ExplainerTest {

  private static final CaseModels MODELS =
      BundledTuning.models(new HotSpotNetwork("PTVnx", "synthetic", true));

  private static PlanNumbers numbers() {
    return new NumbersComputation(
            MODELS.voxels(), MODELS.risks(), MODELS.protocols(), MODELS.executor())
        .compute(BundledTuning.snapshot(), new NullProgressMonitor());
  }

  @Test
  void namesTheTargetAndPassesItsTests() {
    Explanation explanation =
        new Explainer(MODELS).explain(HotSpotNetwork.ID, numbers(), new NullProgressMonitor());

    var explained = assertInstanceOf(Explanation.Explained.class, explanation);
    assertEquals(7, explained.revision());
    StructureShare target =
        explained.structures().stream()
            .filter(s -> s.structure().equals("PTVnx"))
            .findFirst()
            .orElseThrow();
    assertEquals(1, target.shareFraction(), 1e-6); // the model looks nowhere else
    double bands = target.bands().stream().mapToDouble(b -> b.shareFraction()).sum();
    assertEquals(target.shareFraction(), bands, 1e-9);
    Counterfactual counterfactual = explained.counterfactual().orElseThrow();
    assertTrue(counterfactual.computedFall() > 0);
    assertTrue(counterfactual.sentence().contains("Gy less in these"));
    assertTrue(explained.fidelity().size() >= 2);
    explained.fidelity().forEach(test -> assertTrue(test.passed(), test.text()));
  }

  @Test
  void aFormulaThatSeesNoVoxelsSaysSo() {
    Explanation explanation =
        new Explainer(MODELS)
            .explain("org.recourse.risk.temporalLobe.lyman", numbers(), new NullProgressMonitor());

    var none = assertInstanceOf(Explanation.NotAvailable.class, explanation);
    assertTrue(none.sentence().contains("does not look at voxels"));
  }
}
