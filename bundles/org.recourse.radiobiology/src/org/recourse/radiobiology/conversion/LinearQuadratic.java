/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiobiology.conversion;

import org.recourse.radiobiology.fractionation.AlphaBetaRatio;
import org.recourse.radiobiology.fractionation.Fractionation;

/**
 * The linear-quadratic model for single numbers.
 *
 * <p>BED = D · (1 + d / (α/β)), EQD2 = BED / (1 + 2 Gy / (α/β)), with total dose D and dose per
 * fraction d. Sources: J. F. Fowler, Br J Radiol 62 (1989) 679, doi:10.1259/0007-1285-62-740-679;
 * S. M. Bentzen et al., Radiother Oncol 105 (2012) 266, doi:10.1016/j.radonc.2012.10.006.
 *
 * <p>Degenerate cases: 0 Gy gives 0 Gy; at d = 2 Gy the EQD2 is the physical dose for every tissue.
 * The model is generally held to describe about 1 to 6 Gy per fraction; above, see {@link
 * LinearQuadraticLinear}.
 *
 * <p>Worked example: 60 Gy in 27 fractions at α/β 3 Gy are 104.444 Gy BED, 62.667 Gy EQD2.
 */
public final class LinearQuadratic {

  static final double REFERENCE_DOSE_PER_FRACTION_GY = 2.0;

  private LinearQuadratic() {}

  /** Returns the BED, Gy. */
  public static double bedGy(Fractionation course, AlphaBetaRatio tissue) {
    return course.totalDoseGy() * (1 + course.dosePerFractionGy() / tissue.gy());
  }

  /** Returns the EQD2, Gy. */
  public static double eqd2Gy(Fractionation course, AlphaBetaRatio tissue) {
    return eqd2OfBedGy(bedGy(course, tissue), tissue);
  }

  /** Returns the EQD2, Gy, of a BED of the same tissue, however the BED was computed. */
  public static double eqd2OfBedGy(double bedGy, AlphaBetaRatio tissue) {
    return bedGy / (1 + REFERENCE_DOSE_PER_FRACTION_GY / tissue.gy());
  }

  /** Returns the BED, Gy, of an EQD2 of the same tissue. */
  public static double bedOfEqd2Gy(double eqd2Gy, AlphaBetaRatio tissue) {
    return eqd2Gy * (1 + REFERENCE_DOSE_PER_FRACTION_GY / tissue.gy());
  }
}
