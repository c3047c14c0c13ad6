/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cli.internal.truth;

import java.util.List;

/**
 * Figures of a plan that are held against those of the training: doses in PTVnx, its size and the
 * fractionation. Immutable.
 */
final class PlanTraits {

  static final List<String> NAMES =
      List.of(
          "voxels of PTVnx",
          "mean dose in Gy",
          "standard deviation of the dose in Gy",
          "least dose in Gy",
          "largest dose in Gy",
          "fractions",
          "prescribed dose per fraction in Gy");

  private PlanTraits() {}

  /**
   * Returns the figures in the order of {@link #NAMES}.
   *
   * @param doseGy physical dose, 0 Gy outside of PTVnx
   */
  static double[] of(float[] doseGy, int fractionCount, double prescribedGy) {
    int count = 0;
    double sum = 0;
    double least = Double.POSITIVE_INFINITY;
    double most = 0;
    for (float dose : doseGy) {
      if (dose > 0) {
        count++;
        sum += dose;
        least = Math.min(least, dose);
        most = Math.max(most, dose);
      }
    }
    double mean = sum / count;
    double squares = 0;
    for (float dose : doseGy) {
      squares += dose > 0 ? (dose - mean) * (dose - mean) : 0;
    }
    return new double[] {
      count,
      mean,
      Math.sqrt(squares / count),
      least,
      most,
      fractionCount,
      prescribedGy / fractionCount
    };
  }
}
