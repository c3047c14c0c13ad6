/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.tuning.check;

import org.recourse.dosimetry.dvh.Dvh;
import org.recourse.radiobiology.response.PoissonTcp;

/**
 * Tumour control of a dose distribution after Poisson: TCP = exp(−N Σ vᵢ exp(−α BEDᵢ)) with BEDᵢ =
 * Dᵢ (1 + Dᵢ / (n α/β)) over the fractions vᵢ of the volume, for N clonogenic cells spread evenly
 * (S. Webb, A. E. Nahum, doi:10.1088/0031-9155/38/6/001). Repair between fractions counts as
 * complete, which is the lower bound for several fractions a day. It compares plans; its absolute
 * value says nothing about a patient. Immutable.
 *
 * <p>Degenerate case: one dose everywhere gives {@link PoissonTcp}. Worked example: 60 Gy in 27
 * fractions everywhere, N = 1e7, α 0.3 /Gy, α/β 10 Gy: 0.997214.
 *
 * @param clonogenCount N, above 0
 * @param alphaPerGy α, above 0
 * @param alphaBetaGy α/β, above 0
 */
public record TumourControl(double clonogenCount, double alphaPerGy, double alphaBetaGy) {

  /** N = 1e7, α 0.3 /Gy, α/β 10 Gy: chosen here, from the worked values of clinical numbers 4.7. */
  public static final TumourControl STANDARD = new TumourControl(1e7, 0.3, 10);

  public TumourControl {
    if (!(clonogenCount > 0 && alphaPerGy > 0 && alphaBetaGy > 0)) {
      throw new IllegalArgumentException(
          clonogenCount + " cells, " + alphaPerGy + " /Gy, " + alphaBetaGy + " Gy");
    }
  }

  /**
   * Returns the probability of control, 0 to 1.
   *
   * @param gtv physical dose of all fractions in the gross tumour volume
   * @param fractionCount at least 1
   */
  public double probability(Dvh gtv, int fractionCount) {
    if (fractionCount < 1) {
      throw new IllegalArgumentException("fractionCount must be >= 1: " + fractionCount);
    }
    double[] doseGy = gtv.curveDoseGy();
    double[] volumeCm3 = gtv.curveVolumeCm3();
    double whole = volumeCm3[0];
    double surviving = 0;
    for (int i = 0; i < doseGy.length; i++) {
      double above = i + 1 < doseGy.length ? volumeCm3[i + 1] : 0;
      double middleGy = i + 1 < doseGy.length ? (doseGy[i] + doseGy[i + 1]) / 2 : doseGy[i];
      double fraction = Math.max(0, volumeCm3[i] - above) / whole;
      surviving += fraction * survivingFraction(middleGy, fractionCount);
    }
    return Math.exp(-clonogenCount * surviving);
  }

  /** Returns the surviving fraction of cells after a dose in equal fractions. */
  public double survivingFraction(double doseGy, int fractionCount) {
    double bedGy = doseGy * (1 + doseGy / (fractionCount * alphaBetaGy));
    return Math.exp(-alphaPerGy * bedGy);
  }
}
