/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.rendering;

/**
 * A line of equal dose. Immutable.
 *
 * @param doseGy its dose
 * @param rgb its colour, 0xRRGGBB
 */
public record IsodoseLevel(double doseGy, int rgb) {

  public IsodoseLevel {
    if (!Double.isFinite(doseGy)) {
      throw new IllegalArgumentException("doseGy must be finite: " + doseGy);
    }
  }
}
