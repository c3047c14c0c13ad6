/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiobiology.ledger;

/**
 * Part of the effect of an earlier course that a tissue is taken to have lost with time. Immutable.
 *
 * <p>It is never a default: limits and models derived from plain sums of courses must be used with
 * {@link #NONE}.
 *
 * @param fraction 0 (nothing recovered) up to, but without, 1
 */
public record Recovery(double fraction) {

  /** Courses are summed without discount. */
  public static final Recovery NONE = new Recovery(0);

  public Recovery {
    if (!(fraction >= 0 && fraction < 1)) {
      throw new IllegalArgumentException("recovery must lie in 0 to below 1: " + fraction);
    }
  }

  /** Returns what is left of an EQD2 (or a BED), Gy. */
  public double remainingGy(double eqd2Gy) {
    return eqd2Gy * (1 - fraction);
  }
}
