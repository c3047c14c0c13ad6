/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.tuning.proposal;

import java.util.Locale;

/**
 * A bound on a dose of a structure while weights are searched. Immutable. The numbers of the plan
 * decide afterwards; this only keeps the search where they may be good.
 *
 * @param rows doses of the structure
 * @param volumeFraction the dose that at least this part of the volume receives
 * @param boundGy physical dose
 * @param least whether the dose must be at least the bound; otherwise at most
 * @param text what is bounded, such as "D95 of PTVnx"
 */
record RowLimit(BeamRows rows, double volumeFraction, double boundGy, boolean least, String text) {

  /** By how much the bound is missed, Gy; negative if there is room. */
  double excessGy(double[] weight) {
    double dose = rows.doseAtFractionGy(weight, volumeFraction);
    return least ? boundGy - dose : dose - boundGy;
  }

  /** Change of the excess per weight. */
  double[] excessSlope(double[] weight) {
    double[] slope = rows.slopeAtFraction(weight, volumeFraction);
    if (least) {
      for (int b = 0; b < slope.length; b++) {
        slope[b] = -slope[b];
      }
    }
    return slope;
  }

  /** Returns the bound in words. */
  String inWords() {
    return String.format(Locale.ROOT, "%s %s %.1f Gy", text, least ? ">=" : "<=", boundGy);
  }
}
