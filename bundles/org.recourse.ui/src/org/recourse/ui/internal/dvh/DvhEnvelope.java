/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.internal.dvh;

import org.recourse.dosimetry.dvh.Dvh;
import org.recourse.registration.uncertainty.DvhBand;

/**
 * Where a cumulative curve may lie if the earlier courses lie elsewhere within the uncertainty of
 * their registrations. Immutable; all arrays have one length.
 *
 * @param doseGy ascending doses, Gy
 * @param worstLow lower end of the worst case, in the unit of the scale
 * @param worstHigh upper end of the worst case
 * @param low 2.5 % of the samples are below
 * @param high 2.5 % of the samples are above
 * @param current whether it belongs to the curve, or to an older one
 */
public record DvhEnvelope(
    double[] doseGy,
    double[] worstLow,
    double[] worstHigh,
    double[] low,
    double[] high,
    boolean current) {

  private static final double PERCENT = 100;

  /** Takes a band in the unit of a cumulative scale. */
  public static DvhEnvelope of(DvhBand band, Dvh dvh, DvhScale scale, boolean current) {
    double unit = scale.absoluteVolume() ? dvh.coveredVolumeCm3() : PERCENT;
    int bins = band.bins();
    double[][] curves = new double[5][bins];
    for (int b = 0; b < bins; b++) {
      curves[0][b] = band.doseGy(b);
      curves[1][b] = unit * band.lowestFraction(b);
      curves[2][b] = unit * band.highestFraction(b);
      curves[3][b] = unit * band.percentile2Fraction(b);
      curves[4][b] = unit * band.percentile97Fraction(b);
    }
    return new DvhEnvelope(curves[0], curves[1], curves[2], curves[3], curves[4], current);
  }

  /** Returns the worst case at a dose as two volumes, linear between the points. */
  double[] worstAt(double atGy) {
    double step = doseGy.length > 1 ? doseGy[1] - doseGy[0] : 1;
    double position = Math.clamp(atGy / step, 0.0, doseGy.length - 1.0);
    int i = Math.min((int) position, Math.max(doseGy.length - 2, 0));
    int next = Math.min(i + 1, doseGy.length - 1);
    double t = position - i;
    return new double[] {
      worstLow[i] * (1 - t) + worstLow[next] * t, worstHigh[i] * (1 - t) + worstHigh[next] * t
    };
  }
}
