/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.tuning.check;

import java.util.List;

/**
 * Limits of the checks, editable. Immutable. Percent are of the prescribed dose.
 *
 * @param ptvD95Percent least D95 of the planning target volume
 * @param gtvD98Percent least D98 of each gross tumour volume
 * @param gtvMinimumPercent least dose to the coldest {@code gtvMinimumVolumeCm3} of each gross
 *     tumour volume
 * @param gtvMinimumVolumeCm3 that volume
 * @param largestTcpLossFraction by how much the modelled tumour control may fall; the fall itself
 *     is always stated
 * @param organRiseEqd2Gy by how much the cumulative D0.1cc of an organ may rise that no active
 *     limit covers
 * @param closedFormRiseFraction change of a closed-form probability that counts as none: the
 *     histograms have bins of 0.01 Gy and the steepest published curve rises 0.023 per Gy
 * @param tumour how tumour control is modelled
 * @param criticalOrgans organs that are named on the card when they have no contour or limit
 */
public record CheckLimits(
    double ptvD95Percent,
    double gtvD98Percent,
    double gtvMinimumPercent,
    double gtvMinimumVolumeCm3,
    double largestTcpLossFraction,
    double organRiseEqd2Gy,
    double closedFormRiseFraction,
    TumourControl tumour,
    List<CriticalOrgan> criticalOrgans) {

  /** The defaults of ReCourse. */
  public static final CheckLimits STANDARD =
      new CheckLimits(
          95, 95, 90, 0.03, 0.02, 1, 2.5e-4, TumourControl.STANDARD, CriticalOrgan.STANDARD);

  public CheckLimits {
    criticalOrgans = List.copyOf(criticalOrgans);
    for (double percent : new double[] {ptvD95Percent, gtvD98Percent, gtvMinimumPercent}) {
      if (!(percent >= 0 && percent <= 200)) {
        throw new IllegalArgumentException("percent of the prescription: " + percent);
      }
    }
    if (!(gtvMinimumVolumeCm3 > 0
        && largestTcpLossFraction >= 0
        && organRiseEqd2Gy >= 0
        && closedFormRiseFraction >= 0)) {
      throw new IllegalArgumentException("a limit of the checks is negative");
    }
  }

  /** Returns the limits with other coverage. */
  public CheckLimits withCoverage(double ptvPercent, double gtvPercent, double minimumPercent) {
    return new CheckLimits(
        ptvPercent,
        gtvPercent,
        minimumPercent,
        gtvMinimumVolumeCm3,
        largestTcpLossFraction,
        organRiseEqd2Gy,
        closedFormRiseFraction,
        tumour,
        criticalOrgans);
  }
}
