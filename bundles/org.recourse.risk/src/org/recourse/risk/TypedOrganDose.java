/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.risk;

/**
 * A dose figure of an organ taken from a paper record. It has no place, so added to voxel doses it
 * gives an upper bound. Immutable.
 *
 * @param structureName name of the organ, TG-263 or a known variant
 * @param metric what it is, such as {@code Dmax} or {@code D0.03cc}
 * @param doseGy physical dose of the whole course, Gy
 */
public record TypedOrganDose(String structureName, String metric, double doseGy) {

  public TypedOrganDose {
    if (structureName.isBlank() || metric.isBlank()) {
      throw new IllegalArgumentException("a typed dose needs an organ and a metric");
    }
    if (!(doseGy >= 0 && doseGy < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("doseGy must be finite and >= 0: " + doseGy);
    }
  }
}
