/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.phantom.cohort;

/**
 * A hospital with its MR scanner. Immutable.
 *
 * @param name short name
 * @param share part of the patients that come from it, greater than 0; shares are relative
 * @param gain factor on all signals
 * @param contrast exponent on the signal relative to muscle; 1 leaves the contrast as it is
 * @param noiseFraction standard deviation of the noise relative to the signal of muscle
 * @param blurMm standard deviation of the blur in the slice
 * @param biasFraction height of the bias field
 */
public record Centre(
    String name,
    double share,
    double gain,
    double contrast,
    double noiseFraction,
    double blurMm,
    double biasFraction) {

  public Centre {
    if (name.isBlank()) {
      throw new IllegalArgumentException("a centre needs a name");
    }
    if (!(share > 0 && gain > 0 && contrast > 0)) {
      throw new IllegalArgumentException(
          "share, gain and contrast must be > 0: " + share + ", " + gain + ", " + contrast);
    }
    if (!(noiseFraction >= 0 && blurMm >= 0 && biasFraction >= 0 && biasFraction < 1)) {
      throw new IllegalArgumentException(
          "noise, blur and bias must be >= 0: "
              + noiseFraction
              + ", "
              + blurMm
              + ", "
              + biasFraction);
    }
  }
}
