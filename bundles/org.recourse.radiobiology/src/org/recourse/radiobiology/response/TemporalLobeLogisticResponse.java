/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiobiology.response;

import java.util.List;
import org.recourse.dosimetry.dvh.DoseMetric;
import org.recourse.dosimetry.dvh.Dvh;
import org.recourse.dosimetry.dvh.MetricValue;
import org.recourse.radiobiology.evidence.Source;
import org.recourse.radiobiology.evidence.SourceStrength;
import org.recourse.radiobiology.fractionation.AlphaBetaRatio;
import org.recourse.radiobiology.ledger.RecoveryConvention;

/**
 * Temporal lobe injury after re-irradiation by the logistic model on D1.5cc. Stateless.
 *
 * <p>Worked example: D1.5cc 100 Gy EQD2 gives 0.22455.
 */
public final class TemporalLobeLogisticResponse implements DoseResponse {

  private static final LogisticDoseResponse MODEL = new LogisticDoseResponse(65.26, 125.25);
  private static final DoseMetric D15CC = new DoseMetric.DoseAtVolumeCm3(1.5);

  @Override
  public DoseResponseDescription description() {
    return new DoseResponseDescription(
        "org.recourse.radiobiology.temporalLobe.logistic",
        "1.0",
        "Temporal lobe injury after re-irradiation, logistic, D1.5cc",
        DoseResponseDescription.Kind.COMPLICATION,
        "temporal lobe",
        new AlphaBetaRatio(3),
        RecoveryConvention.NONE,
        List.of(
            DoseResponseDescription.Parameter.of("td5Gy", 65.26, 46.72, 80.69),
            DoseResponseDescription.Parameter.of("td50Gy", 125.25, 89.51, 152.18)),
        new Source(
            "Guan 2024, doi:10.3389/fonc.2024.1394111", "abstract", SourceStrength.ABSTRACT));
  }

  @Override
  public ResponseValue respond(Dvh eqd2Dvh) {
    return switch (D15CC.evaluate(eqd2Dvh)) {
      case MetricValue.Defined d -> new ResponseValue.Probability(MODEL.probability(d.value()));
      case MetricValue.Undefined(String reason) -> new ResponseValue.NotApplicable(reason);
    };
  }
}
