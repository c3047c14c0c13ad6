/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.tuning.proposal;

import java.util.Objects;
import java.util.OptionalDouble;

/**
 * How well a target is covered, in percent of the prescribed dose. Immutable.
 *
 * @param structure name of the target
 * @param gross whether it is a gross tumour volume; otherwise a planning target volume
 * @param prescribedGy the prescribed dose, above 0; 100 % of it
 * @param d95Percent D95
 * @param d98Percent D98
 * @param coldestPercent dose to the coldest small volume (0.03 cm³ unless the limits say
 *     otherwise); empty for a target smaller than that
 */
public record TargetCoverage(
    String structure,
    boolean gross,
    double prescribedGy,
    double d95Percent,
    double d98Percent,
    OptionalDouble coldestPercent) {
  public TargetCoverage {
    Objects.requireNonNull(structure, "structure");
    Objects.requireNonNull(coldestPercent, "coldestPercent");
    if (!(prescribedGy > 0 && prescribedGy < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("prescribedGy must be finite and > 0: " + prescribedGy);
    }
  }

  /** Returns D95 in Gy, which two prescriptions have in common. */
  public double d95Gy() {
    return d95Percent * prescribedGy / 100;
  }
}
