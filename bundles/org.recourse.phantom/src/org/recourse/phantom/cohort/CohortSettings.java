/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.phantom.cohort;

import java.util.List;
import java.util.Objects;

/**
 * What a synthetic cohort is like. Immutable.
 *
 * @param mechanism truth behind the outcome
 * @param signal whether the outcome follows from the mechanism; if not, it is drawn with the same
 *     incidence whatever the images and doses are
 * @param centres hospitals of the patients
 * @param site where the tumours lie
 * @param twiceDaily whether the re-irradiation is given in two small fractions a day
 * @param pixelMm pixel of the MR images
 * @param sliceMm distance of the slices
 * @param doseSpacingMm distance of the points of the dose
 */
public record CohortSettings(
    HiddenMechanism mechanism,
    boolean signal,
    List<Centre> centres,
    TumourSite site,
    boolean twiceDaily,
    double pixelMm,
    double sliceMm,
    double doseSpacingMm) {

  /** Four hospitals, nasopharynx, one fraction a day. */
  public static final CohortSettings STANDARD =
      new CohortSettings(
          HiddenMechanism.STANDARD,
          true,
          List.of(
              new Centre("A", 0.55, 1.0, 1.0, 0.020, 0.5, 0.12),
              new Centre("B", 0.20, 1.7, 0.94, 0.030, 0.8, 0.20),
              new Centre("C", 0.15, 0.6, 1.06, 0.025, 0.6, 0.15),
              new Centre("D", 0.10, 2.4, 1.0, 0.035, 0.4, 0.08)),
          TumourSite.NASOPHARYNX,
          false,
          0.8,
          3,
          2.5);

  public CohortSettings {
    Objects.requireNonNull(mechanism, "mechanism");
    Objects.requireNonNull(site, "site");
    centres = List.copyOf(centres);
    if (centres.isEmpty()) {
      throw new IllegalArgumentException("a cohort needs a centre");
    }
    if (!(pixelMm > 0 && sliceMm > 0 && doseSpacingMm > 0)) {
      throw new IllegalArgumentException(
          "spacings must be > 0 mm: " + pixelMm + ", " + sliceMm + ", " + doseSpacingMm);
    }
  }

  /** Returns the same cohort whose outcomes have nothing to do with images and doses. */
  public CohortSettings withoutSignal() {
    return new CohortSettings(
        mechanism, false, centres, site, twiceDaily, pixelMm, sliceMm, doseSpacingMm);
  }

  /** Returns the same cohort with other hospitals. */
  public CohortSettings withCentres(List<Centre> others) {
    return new CohortSettings(
        mechanism, signal, others, site, twiceDaily, pixelMm, sliceMm, doseSpacingMm);
  }

  /** Returns the same cohort from one scanner that is unlike those of {@link #STANDARD}. */
  public CohortSettings withOtherScanner() {
    return withCentres(List.of(new Centre("X", 1, 6, 1.5, 0.12, 1.8, 0.35)));
  }

  /** Returns the same cohort with tumours elsewhere. */
  public CohortSettings withSite(TumourSite other) {
    return new CohortSettings(
        mechanism, signal, centres, other, twiceDaily, pixelMm, sliceMm, doseSpacingMm);
  }

  /** Returns the same cohort with two fractions a day. */
  public CohortSettings withTwiceDaily() {
    return new CohortSettings(
        mechanism, signal, centres, site, true, pixelMm, sliceMm, doseSpacingMm);
  }
}
