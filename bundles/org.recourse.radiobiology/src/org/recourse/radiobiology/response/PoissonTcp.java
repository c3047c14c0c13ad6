/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiobiology.response;

/**
 * The Poisson model of tumour control. Immutable.
 *
 * <p>TCP = exp(−N · exp(−α · BED)) for N clonogenic cells with the same dose. Source: S. Webb, A.
 * E. Nahum, Phys Med Biol 38 (1993) 653, doi:10.1088/0031-9155/38/6/001.
 *
 * <p>Degenerate case: 0 Gy gives exp(−N).
 *
 * <p>Worked example: N = 1e7, α 0.3 /Gy, α/β 10 Gy: 60 Gy in 27 fractions (73.333 Gy BED) control
 * 0.997214.
 *
 * @param clonogenCount N, finite and greater than 0
 * @param alphaPerGy α, finite and greater than 0
 */
public record PoissonTcp(double clonogenCount, double alphaPerGy) {

  public PoissonTcp {
    if (!(clonogenCount > 0 && clonogenCount < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("clonogenCount must be finite and > 0: " + clonogenCount);
    }
    if (!(alphaPerGy > 0 && alphaPerGy < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("alphaPerGy must be finite and > 0: " + alphaPerGy);
    }
  }

  /** Returns the probability of control, 0 to 1, for a BED of the same alpha/beta. */
  public double probability(double bedGy) {
    if (!(bedGy >= 0 && bedGy < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("bedGy must be finite and >= 0: " + bedGy);
    }
    return Math.exp(-clonogenCount * Math.exp(-alphaPerGy * bedGy));
  }
}
