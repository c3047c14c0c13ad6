/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.phantom.internal.dose;

import java.util.Arrays;

/**
 * Blurred fluence of one beam at the isocentre plane, on a fine grid. Immutable.
 *
 * <p>Most of it is the penumbra of the elements; a small share has a broad profile and stands for
 * everything that reaches beyond the field edge.
 */
final class FluenceMap {

  /** Narrow profile of one element: 80 to 20 per cent in about 5 mm. */
  static final Penumbra PENUMBRA = new Penumbra(3, Bixels.SIZE_MM / 2);

  private static final Penumbra TAIL = new Penumbra(18, Bixels.SIZE_MM / 2);
  private static final double TAIL_FRACTION = 0.05;
  private static final double STEP_MM = 1.5;
  private static final double REACH_MM = 120;
  private static final int SIZE = (int) (2 * REACH_MM / STEP_MM) + 1;

  private final float[] fluence = new float[SIZE * SIZE];

  FluenceMap(Bixels bixels, int beam, double[] weights) {
    double[][] narrow = profiles(PENUMBRA);
    double[][] broad = profiles(TAIL);
    double[] narrowRow = new double[SIZE];
    double[] broadRow = new double[SIZE];
    for (int v = 0; v < Bixels.PER_AXIS; v++) {
      Arrays.fill(narrowRow, 0);
      Arrays.fill(broadRow, 0);
      boolean any = false;
      for (int u = 0; u < Bixels.PER_AXIS; u++) {
        if (bixels.isOpen(beam, u, v)) {
          any = true;
          double weight = weights[bixels.number(beam, u, v)];
          for (int i = 0; i < SIZE; i++) {
            narrowRow[i] += weight * narrow[u][i];
            broadRow[i] += weight * broad[u][i];
          }
        }
      }
      if (any) {
        addRow(narrowRow, narrow[v], broadRow, broad[v]);
      }
    }
  }

  private void addRow(double[] narrowRow, double[] narrowV, double[] broadRow, double[] broadV) {
    for (int j = 0; j < SIZE; j++) {
      for (int i = 0; i < SIZE; i++) {
        fluence[j * SIZE + i] +=
            (float)
                ((1 - TAIL_FRACTION) * narrowRow[i] * narrowV[j]
                    + TAIL_FRACTION * broadRow[i] * broadV[j]);
      }
    }
  }

  private static double[][] profiles(Penumbra penumbra) {
    double[][] profiles = new double[Bixels.PER_AXIS][SIZE];
    for (int element = 0; element < Bixels.PER_AXIS; element++) {
      for (int i = 0; i < SIZE; i++) {
        profiles[element][i] = penumbra.at(i * STEP_MM - REACH_MM - Bixels.centreMm(element));
      }
    }
    return profiles;
  }

  /** Returns the fluence, bilinear between grid points; 0 beyond the grid. */
  double at(double uMm, double vMm) {
    double a = (uMm + REACH_MM) / STEP_MM;
    double b = (vMm + REACH_MM) / STEP_MM;
    if (!(a >= 0 && b >= 0 && a < SIZE - 1 && b < SIZE - 1)) {
      return 0;
    }
    int x = (int) a;
    int y = (int) b;
    double fx = a - x;
    double fy = b - y;
    int i = y * SIZE + x;
    return (1 - fy) * ((1 - fx) * fluence[i] + fx * fluence[i + 1])
        + fy * ((1 - fx) * fluence[i + SIZE] + fx * fluence[i + SIZE + 1]);
  }
}
