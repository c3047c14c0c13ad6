/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.planning.objective;

import org.recourse.radiobiology.fractionation.AlphaBetaRatio;

/** In which dose an objective is measured. Immutable. */
public sealed interface DoseModel {

  /** Total physical dose of the planned course. */
  record Physical() implements DoseModel {}

  /**
   * Dose equivalent in 2 Gy fractions of the planned course: EQD2 = D (D/n + α/β) / (2 Gy + α/β).
   *
   * @param tissue α/β
   * @param fractionCount n, at least 1
   */
  record Equieffective(AlphaBetaRatio tissue, int fractionCount) implements DoseModel {

    public Equieffective {
      requireFractions(fractionCount);
    }
  }

  /**
   * EQD2 of the planned course on top of what previous courses left in each voxel.
   *
   * @param tissue α/β, that of the background as well
   * @param fractionCount of the planned course, at least 1
   * @param backgroundEqd2Gy of each voxel of the structure, in its order, finite and not negative
   */
  record Cumulative(AlphaBetaRatio tissue, int fractionCount, double[] backgroundEqd2Gy)
      implements DoseModel {

    public Cumulative {
      requireFractions(fractionCount);
      for (double gy : backgroundEqd2Gy) {
        if (!(gy >= 0 && gy < Double.POSITIVE_INFINITY)) {
          throw new IllegalArgumentException("a background dose is finite and >= 0 Gy: " + gy);
        }
      }
      backgroundEqd2Gy = backgroundEqd2Gy.clone();
    }
  }

  private static void requireFractions(int fractionCount) {
    if (fractionCount < 1) {
      throw new IllegalArgumentException("fractionCount must be >= 1: " + fractionCount);
    }
  }

  /**
   * Turns physical dose into the dose of this model, in place.
   *
   * @param doseGy physical total dose of each voxel; receives the dose of this model
   * @param slope receives its derivative with respect to the physical dose
   */
  default void convert(double[] doseGy, double[] slope) {
    switch (this) {
      case Physical physical -> java.util.Arrays.fill(slope, 1);
      case Equieffective(AlphaBetaRatio tissue, int n) -> equieffective(doseGy, slope, tissue, n);
      case Cumulative(AlphaBetaRatio tissue, int n, double[] background) -> {
        if (background.length != doseGy.length) {
          throw new IllegalArgumentException(
              background.length + " background doses for " + doseGy.length + " voxels");
        }
        equieffective(doseGy, slope, tissue, n);
        for (int i = 0; i < doseGy.length; i++) {
          doseGy[i] += background[i];
        }
      }
    }
  }

  private static void equieffective(
      double[] doseGy, double[] slope, AlphaBetaRatio tissue, int fractionCount) {
    double alphaBetaGy = tissue.gy();
    double scale = 1 / (2 + alphaBetaGy);
    for (int i = 0; i < doseGy.length; i++) {
      double d = doseGy[i];
      slope[i] = (2 * d / fractionCount + alphaBetaGy) * scale;
      doseGy[i] = d * (d / fractionCount + alphaBetaGy) * scale;
    }
  }
}
