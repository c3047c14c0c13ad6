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
import org.recourse.radiobiology.response.LymanNtcp;
import org.recourse.risk.Interval;
import org.recourse.risk.RiskInput;
import org.recourse.risk.RiskModel;
import org.recourse.risk.RiskModelDescription;
import org.recourse.risk.RiskParameter;
import org.recourse.risk.RiskResult;
import org.recourse.risk.RiskUnit;
import org.recourse.risk.organ.CumulativeOrganDose;

/**
 * Lyman model of temporal lobe injury after re-irradiation on the cumulative D0.1cc. Stateless and
 * thread-safe.
 *
 * <p>NTCP = Φ((D0.1cc − TD50) / (m · TD50)), TD50 107.84 Gy (95 % CI 97.15 to 118.54), m 0.16.
 * Source: abstract, see {@link #description()}. The interval is that of TD50 at fixed m.
 *
 * <p>Worked example: 80 Gy give 0.05332, 100 Gy 0.32478.
 */
public final class TemporalLobeLyman implements RiskModel {

  static final String ID = "org.recourse.risk.temporalLobe.lyman";
  static final String ALPHA_BETA = "alphaBetaGy";

  private static final double VOLUME_CM3 = 0.1;
  private static final double TD50_GY = 107.84;
  private static final Interval TD50_INTERVAL_GY = new Interval(97.15, 118.54);
  private static final double M = 0.16;
  private static final double N = 0.04;
  private static final double DEFAULT_ALPHA_BETA_GY = 3;

  private static final RiskModelDescription DESCRIPTION =
      new RiskModelDescription(
          ID,
          "1.0.0",
          "Temporal lobe injury: Lyman, D0.1cc",
          "temporal lobe injury after re-irradiation",
          true,
          true,
          "patients: 103 with recurrent nasopharyngeal carcinoma, 206 temporal lobes, two courses"
              + " of IMRT",
          "Phi((x - TD50) / (m TD50)), x = cumulative D0.1cc of the lobe in Gy EQD2",
          List.of(
              "The abstract does not state the dose scale of D0.1cc; EQD2 without recovery is"
                  + " assumed, with the alpha/beta of the parameter list.",
              "n is close to 0, so D0.1cc stands for the dose distribution and n does not enter.",
              "The interval contains the published 95 % limits of TD50 only: not those of m, not"
                  + " the registration, not the dose.",
              "Made from patients with recurrent nasopharyngeal carcinoma; the diagnosis is not"
                  + " checked. No external validation is known here."),
          List.of(
              RiskParameter.fixed(
                  "td50Gy",
                  "TD50",
                  RiskUnit.EQD2_GY,
                  TD50_GY,
                  Optional.of(TD50_INTERVAL_GY),
                  Sources.LOBE_LYMAN),
              RiskParameter.fixed(
                  "m",
                  "m, inverse steepness",
                  RiskUnit.ONE,
                  M,
                  Optional.of(new Interval(0.14, 0.19)),
                  Sources.LOBE_LYMAN),
              RiskParameter.fixed(
                  "n",
                  "n, volume effect",
                  RiskUnit.ONE,
                  N,
                  Optional.of(new Interval(0.01, 0.06)),
                  Sources.LOBE_LYMAN),
              new RiskParameter(
                  ALPHA_BETA,
                  "alpha/beta of the temporal lobe",
                  RiskUnit.GY,
                  new Interval(1, 10),
                  DEFAULT_ALPHA_BETA_GY,
                  Optional.empty(),
                  Sources.ASSUMED_ALPHA_BETA,
                  List.of())),
          List.of(Sources.LOBE_LYMAN));

  @Override
  public RiskModelDescription description() {
    return DESCRIPTION;
  }

  @Override
  public RiskResult assess(RiskInput input, IProgressMonitor monitor) {
    var tissue = new AlphaBetaRatio(input.parameters().value(DESCRIPTION, ALPHA_BETA));
    return new TemporalLobes(new CumulativeOrganDose(VOLUME_CM3, tissue), new Response())
        .assess(input, monitor);
  }

  private record Response() implements LobeResponse {

    private static final LymanNtcp CENTRAL = new LymanNtcp(TD50_GY, M);
    private static final LymanNtcp SENSITIVE = new LymanNtcp(TD50_INTERVAL_GY.lower(), M);
    private static final LymanNtcp RESISTANT = new LymanNtcp(TD50_INTERVAL_GY.upper(), M);

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
