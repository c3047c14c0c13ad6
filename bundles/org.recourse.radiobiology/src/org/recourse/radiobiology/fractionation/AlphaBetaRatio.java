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
 * Ratio of the linear to the quadratic parameter of cell killing of a tissue. Immutable.
 *
 * @param gy alpha/beta, finite and greater than 0
 */
public record AlphaBetaRatio(double gy) {

  public AlphaBetaRatio {
    if (!(gy > 0 && gy < Double.POSITIVE_INFINITY)) { // also rejects NaN
      throw new IllegalArgumentException("alpha/beta must be finite and > 0 Gy: " + gy);
    }
  }
}
