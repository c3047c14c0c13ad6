/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.dosimetry.quality;

import java.util.OptionalDouble;
import org.recourse.dosimetry.dvh.Dvh;

/**
 * Homogeneity indices of a target. They differ so much that a number without its definition means
 * nothing; hence the name travels with it.
 */
public enum HomogeneityIndex {

  /** (D2% − D98%)/D50%; 0 is even. ICRU Report 83, doi 10.1093/jicru/ndq001. */
  ICRU_83("HI (ICRU 83)"),

  /** (D5% − D95%)/prescribed dose; 0 is even. As in matRad, there times 100. */
  D5_D95_OVER_PRESCRIBED("HI ((D5−D95)/Dp)"),

  /** D5%/D95%; 1 is even. Wang 2009, doi 10.1118/1.3219776. */
  D5_OVER_D95("HI (D5/D95)"),

  /** Dmax/prescribed dose; 1 is even. Shaw 1993 (RTOG), doi 10.1016/0360-3016(93)90548-A. */
  RTOG("HI (RTOG)");

  private final String title;

  HomogeneityIndex(String title) {
    this.title = title;
  }

  /** Name with its definition, for a report. */
  public String title() {
    return title;
  }

  /**
   * Computes the index.
   *
   * @param prescribedGy prescribed dose, above 0; used by the definitions that name it
   * @return a ratio, not in percent; empty where a definition divides by a dose of 0 Gy
   */
  public OptionalDouble of(Dvh target, double prescribedGy) {
    if (!(prescribedGy > 0 && prescribedGy < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("a prescribed dose is above 0 Gy: " + prescribedGy);
    }
    double index = ratio(target, prescribedGy);
    return Double.isFinite(index) ? OptionalDouble.of(index) : OptionalDouble.empty();
  }

  private double ratio(Dvh target, double prescribedGy) {
    return switch (this) {
      case ICRU_83 -> (d(target, 2) - d(target, 98)) / d(target, 50);
      case D5_D95_OVER_PRESCRIBED -> (d(target, 5) - d(target, 95)) / prescribedGy;
      case D5_OVER_D95 -> d(target, 5) / d(target, 95);
      case RTOG -> target.maxGy() / prescribedGy;
    };
  }

  private static double d(Dvh target, double percent) {
    return target.doseAtVolumePercentGy(percent);
  }
}
