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
 * Temporal lobe injury after re-irradiation by the Lyman model on D0.1cc. Stateless.
 *
 * <p>Worked example: D0.1cc 100 Gy EQD2 gives 0.32478.
 */
public final class TemporalLobeLymanResponse implements DoseResponse {

  private static final LymanNtcp MODEL = new LymanNtcp(107.84, 0.16);
  private static final DoseMetric D01CC = new DoseMetric.DoseAtVolumeCm3(0.1);

  @Override
  public DoseResponseDescription description() {
    return new DoseResponseDescription(
        "org.recourse.radiobiology.temporalLobe.lyman",
        "1.0",
        "Temporal lobe injury after re-irradiation, Lyman, D0.1cc",
        DoseResponseDescription.Kind.COMPLICATION,
        "temporal lobe",
        new AlphaBetaRatio(3),
        RecoveryConvention.NONE,
        List.of(
            DoseResponseDescription.Parameter.of("td50Gy", 107.84, 97.15, 118.54),
            DoseResponseDescription.Parameter.of("m", 0.16, 0.14, 0.19)),
        new Source("rNPC, 103 patients, 206 lobes", "abstract", SourceStrength.ABSTRACT));
  }

  @Override
  public ResponseValue respond(Dvh eqd2Dvh) {
    return switch (D01CC.evaluate(eqd2Dvh)) {
      case MetricValue.Defined d -> new ResponseValue.Probability(MODEL.probability(d.value()));
      case MetricValue.Undefined(String reason) -> new ResponseValue.NotApplicable(reason);
    };
  }
}
