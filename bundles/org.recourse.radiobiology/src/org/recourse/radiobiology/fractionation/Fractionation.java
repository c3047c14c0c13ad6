/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiobiology.fractionation;

/**
 * A course delivered in equal fractions. Immutable.
 *
 * @param totalDoseGy physical dose of the whole course, finite and not negative
 * @param fractionCount fractions in which it is delivered, at least one
 */
public record Fractionation(double totalDoseGy, int fractionCount) {

  public Fractionation {
    if (!(totalDoseGy >= 0 && totalDoseGy < Double.POSITIVE_INFINITY)) { // also rejects NaN
      throw new IllegalArgumentException("totalDoseGy must be finite and >= 0: " + totalDoseGy);
    }
    if (fractionCount < 1) {
      throw new IllegalArgumentException("fractionCount must be >= 1: " + fractionCount);
    }
  }

  public double dosePerFractionGy() {
    return totalDoseGy / fractionCount;
  }

  /** Returns the same number of fractions with another total, such as the dose of one voxel. */
  public Fractionation withTotalDoseGy(double otherTotalDoseGy) {
    return new Fractionation(otherTotalDoseGy, fractionCount);
  }
}
