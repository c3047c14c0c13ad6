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
 * The linear-quadratic-linear model: above a transition dose per fraction the effect grows in
 * proportion to dose. Immutable.
 *
 * <p>For d &gt; dT: BED = n · (dT · (1 + dT / (α/β)) + γ/α · (d − dT)) with γ/α = 1 + 2 dT / (α/β),
 * the tangent at dT; else the linear-quadratic BED. Source: M. Astrahan, Med Phys 35 (2008) 4161,
 * doi:10.1118/1.2969065.
 *
 * <p>Degenerate case: d ≤ dT is the linear-quadratic model.
 *
 * <p>Worked example: 54 Gy in 3 fractions at α/β 10 Gy with dT 6 Gy are 108.0 Gy BED (151.2 Gy by
 * the linear-quadratic model).
 *
 * @param transitionDosePerFractionGy dT, finite and greater than 0
 */
public record LinearQuadraticLinear(double transitionDosePerFractionGy) {

  public LinearQuadraticLinear {
    if (!(transitionDosePerFractionGy > 0
        && transitionDosePerFractionGy < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "transitionDosePerFractionGy must be finite and > 0: " + transitionDosePerFractionGy);
    }
  }

  /** Returns the BED, Gy. */
  public double bedGy(Fractionation course, AlphaBetaRatio tissue) {
    double doseGy = course.dosePerFractionGy();
    if (doseGy <= transitionDosePerFractionGy) {
      return LinearQuadratic.bedGy(course, tissue);
    }
    double slope = 1 + 2 * transitionDosePerFractionGy / tissue.gy();
    double curvedGy = transitionDosePerFractionGy * (1 + transitionDosePerFractionGy / tissue.gy());
    return course.fractionCount() * (curvedGy + slope * (doseGy - transitionDosePerFractionGy));
  }

  /** Returns the EQD2, Gy; it is defined through the linear-quadratic model at 2 Gy. */
  public double eqd2Gy(Fractionation course, AlphaBetaRatio tissue) {
    return LinearQuadratic.eqd2OfBedGy(bedGy(course, tissue), tissue);
  }
}
