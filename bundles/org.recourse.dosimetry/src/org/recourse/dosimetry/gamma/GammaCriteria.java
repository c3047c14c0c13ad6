/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.dosimetry.gamma;

import java.util.Objects;
import java.util.OptionalDouble;

/**
 * What two doses may differ by. Immutable.
 *
 * @param dosePercent tolerated dose difference, % of the normalisation, above 0
 * @param distanceMm tolerated distance to agreement, mm, above 0
 * @param normalisation what the dose difference refers to
 * @param search where the evaluated dose is searched
 * @param thresholdPercent points below this part of the global normalisation dose are left out, %
 * @param maximumGamma the search stops here, and larger values are reported as this, above 0
 * @param globalDoseGy dose for the global normalisation and the threshold, Gy; empty for the
 *     maximum of the reference dose
 */
public record GammaCriteria(
    double dosePercent,
    double distanceMm,
    Normalisation normalisation,
    Search search,
    double thresholdPercent,
    double maximumGamma,
    OptionalDouble globalDoseGy) {

  /** What the tolerated dose difference refers to. */
  public enum Normalisation {
    /** One dose for all points. */
    GLOBAL,
    /** The reference dose of each point. */
    LOCAL
  }

  /** Where the evaluated dose is searched. */
  public enum Search {
    /** In all directions. */
    IN_SPACE,
    /** In the plane of the point, along the first two axes of the evaluated grid. */
    IN_PLANE
  }

  public GammaCriteria {
    Objects.requireNonNull(normalisation, "normalisation");
    Objects.requireNonNull(search, "search");
    checkPositive(dosePercent, "dosePercent");
    checkPositive(distanceMm, "distanceMm");
    checkPositive(maximumGamma, "maximumGamma");
    globalDoseGy.ifPresent(dose -> checkPositive(dose, "globalDoseGy"));
    if (!(thresholdPercent >= 0 && thresholdPercent <= 100)) {
      throw new IllegalArgumentException("thresholdPercent must be 0 to 100: " + thresholdPercent);
    }
  }

  private static void checkPositive(double value, String name) {
    if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(name + " must be above 0: " + value);
    }
  }

  /**
   * Global criteria in space with a threshold of 10 % and a largest gamma of 2, as in AAPM TG-218
   * (Miften 2018, doi 10.1002/mp.12810).
   */
  public static GammaCriteria global(double dosePercent, double distanceMm) {
    return new GammaCriteria(
        dosePercent,
        distanceMm,
        Normalisation.GLOBAL,
        Search.IN_SPACE,
        10,
        2,
        OptionalDouble.empty());
  }

  public GammaCriteria with(Normalisation other) {
    return new GammaCriteria(
        dosePercent, distanceMm, other, search, thresholdPercent, maximumGamma, globalDoseGy);
  }

  public GammaCriteria with(Search other) {
    return new GammaCriteria(
        dosePercent,
        distanceMm,
        normalisation,
        other,
        thresholdPercent,
        maximumGamma,
        globalDoseGy);
  }

  public GammaCriteria withThresholdPercent(double percent) {
    return new GammaCriteria(
        dosePercent, distanceMm, normalisation, search, percent, maximumGamma, globalDoseGy);
  }

  public GammaCriteria withMaximumGamma(double gamma) {
    return new GammaCriteria(
        dosePercent, distanceMm, normalisation, search, thresholdPercent, gamma, globalDoseGy);
  }

  public GammaCriteria withGlobalDoseGy(double doseGy) {
    return new GammaCriteria(
        dosePercent,
        distanceMm,
        normalisation,
        search,
        thresholdPercent,
        maximumGamma,
        OptionalDouble.of(doseGy));
  }
}
