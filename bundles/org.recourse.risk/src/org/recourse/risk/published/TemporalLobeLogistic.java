/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.risk.published;

import java.util.List;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.recourse.radiobiology.fractionation.AlphaBetaRatio;
import org.recourse.radiobiology.response.LogisticDoseResponse;
import org.recourse.risk.Interval;
import org.recourse.risk.RiskInput;
import org.recourse.risk.RiskModel;
import org.recourse.risk.RiskModelDescription;
import org.recourse.risk.RiskParameter;
import org.recourse.risk.RiskResult;
import org.recourse.risk.RiskUnit;
import org.recourse.risk.organ.CumulativeOrganDose;

/**
 * Logistic model of temporal lobe injury after re-irradiation on the cumulative D1.5cc. Stateless
 * and thread-safe.
 *
 * <p>NTCP = 1 / (1 + exp(−k · (D1.5cc − TD50))), k = ln 19 / (TD50 − TD5), TD5 65.26 Gy (95 % CI
 * 46.72 to 80.69), TD50 125.25 Gy (89.51 to 152.18), EQD2 with α/β 3 Gy. Source: Guan et al. 2024,
 * doi:10.3389/fonc.2024.1394111.
 *
 * <p>The interval runs between the curve through both lower limits and the curve through both upper
 * limits, so that it is the published one at 5 % and at 50 %; how the errors of TD5 and TD50 depend
 * on each other is not published.
 *
 * <p>Worked example: 80 Gy give 0.09788, 100 Gy 0.22455.
 */
public final class TemporalLobeLogistic implements RiskModel {

  static final String ID = "org.recourse.risk.temporalLobe.logistic";

  private static final double VOLUME_CM3 = 1.5;
  private static final double TD5_GY = 65.26;
  private static final Interval TD5_INTERVAL_GY = new Interval(46.72, 80.69);
  private static final double TD50_GY = 125.25;
  private static final Interval TD50_INTERVAL_GY = new Interval(89.51, 152.18);
  private static final double ALPHA_BETA_GY = 3;

  private static final RiskModelDescription DESCRIPTION =
      new RiskModelDescription(
          ID,
          "1.0.0",
          "Temporal lobe injury: logistic, D1.5cc",
          "temporal lobe injury after re-irradiation",
          true,
          true,
          "patients: 78 with recurrent nasopharyngeal carcinoma, two courses of IMRT, 26 with"
              + " injury",
          "1 / (1 + exp(-k (x - TD50))), k = ln 19 / (TD50 - TD5), x = cumulative D1.5cc of the"
              + " lobe in Gy EQD2",
          List.of(
              "The interval runs between the curves through the lower and through the upper 95 %"
                  + " limits of TD5 and TD50: it does not contain the registration or the dose.",
              "In the source the first dose was mapped by deformable registration; here it is"
                  + " mapped by the registration of the case.",
              "Made from patients with recurrent nasopharyngeal carcinoma; the diagnosis is not"
                  + " checked."),
          List.of(
              RiskParameter.fixed(
                  "td5Gy",
                  "TD5",
                  RiskUnit.EQD2_GY,
                  TD5_GY,
                  Optional.of(TD5_INTERVAL_GY),
                  Sources.GUAN_2024),
              RiskParameter.fixed(
                  "td50Gy",
                  "TD50",
                  RiskUnit.EQD2_GY,
                  TD50_GY,
                  Optional.of(TD50_INTERVAL_GY),
                  Sources.GUAN_2024),
              RiskParameter.fixed(
                  "alphaBetaGy",
                  "alpha/beta of the temporal lobe",
                  RiskUnit.GY,
                  ALPHA_BETA_GY,
                  Optional.empty(),
                  Sources.GUAN_2024)),
          List.of(Sources.GUAN_2024));

  @Override
  public RiskModelDescription description() {
    return DESCRIPTION;
  }

  @Override
  public RiskResult assess(RiskInput input, IProgressMonitor monitor) {
    var dose = new CumulativeOrganDose(VOLUME_CM3, new AlphaBetaRatio(ALPHA_BETA_GY));
    return new TemporalLobes(dose, new Response()).assess(input, monitor);
  }

  private record Response() implements LobeResponse {

    private static final LogisticDoseResponse CENTRAL = new LogisticDoseResponse(TD5_GY, TD50_GY);
    private static final LogisticDoseResponse SENSITIVE =
        new LogisticDoseResponse(TD5_INTERVAL_GY.lower(), TD50_INTERVAL_GY.lower());
    private static final LogisticDoseResponse RESISTANT =
        new LogisticDoseResponse(TD5_INTERVAL_GY.upper(), TD50_INTERVAL_GY.upper());

    @Override
    public double probability(double doseEqd2Gy) {
      return CENTRAL.probability(doseEqd2Gy);
    }

    @Override
    public Interval interval95(double leastEqd2Gy, double mostEqd2Gy) {
      return new Interval(RESISTANT.probability(leastEqd2Gy), SENSITIVE.probability(mostEqd2Gy));
    }

    @Override
    public double slopePerGy(double doseEqd2Gy) {
      return CENTRAL.slopePerGy(doseEqd2Gy);
    }
  }
}
