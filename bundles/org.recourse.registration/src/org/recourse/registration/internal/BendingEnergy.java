/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.registration.internal;

/**
 * Mean over the lattice of the squared second derivatives of the displacement, 1/mm² (thin-plate
 * bending, Rueckert et al. 1999, doi:10.1109/42.796284), exact for the spline: with G_o the
 * products of o-th derivatives along one axis it is cᵀ(G2⊗G0⊗G0 + … + 2·G1⊗G1⊗G0 + …)c.
 */
final class BendingEnergy {

  private static final int[][] ORDERS = {
    {2, 0, 0}, {0, 2, 0}, {0, 0, 2}, {1, 1, 0}, {1, 0, 1}, {0, 1, 1}
  };

  private final int nx;
  private final int ny;
  private final int nz;
  private final double[][][] products; // by axis and order

  BendingEnergy(SplineAxis x, SplineAxis y, SplineAxis z, double[] spacingMm) {
    nx = x.count;
    ny = y.count;
    nz = z.count;
    SplineAxis[] axes = {x, y, z};
    products = new double[3][3][];
    for (int axis = 0; axis < 3; axis++) {
      for (int order = 0; order < 3; order++) {
        products[axis][order] = axes[axis].products(order, spacingMm[axis]);
      }
    }
  }

  /** Returns {@code weight} times the energy and adds its gradient. */
  double add(double weight, double[] coefficients, double[] gradient) {
    int n = nx * ny * nz;
    double[] a = new double[n];
    double[] b = new double[n];
    double energy = 0;
    for (int component = 0; component < 3; component++) {
      int offset = component * n;
      for (int term = 0; term < ORDERS.length; term++) {
        double factor = term < 3 ? weight : 2 * weight;
        System.arraycopy(coefficients, offset, a, 0, n);
        apply(a, b, products[0][ORDERS[term][0]], nx, 1);
        apply(b, a, products[1][ORDERS[term][1]], ny, nx);
        apply(a, b, products[2][ORDERS[term][2]], nz, nx * ny);
        for (int i = 0; i < n; i++) {
          energy += factor * coefficients[offset + i] * b[i];
          gradient[offset + i] += 2 * factor * b[i];
        }
      }
    }
    return energy;
  }

  private static void apply(double[] from, double[] to, double[] band, int size, int stride) {
    for (int i = 0; i < from.length; i++) {
      int k = i / stride % size;
      int low = Math.max(0, k - 3);
      int high = Math.min(size - 1, k + 3);
      double sum = 0;
      for (int j = low; j <= high; j++) {
        sum += band[7 * k + j - k + 3] * from[i + (j - k) * stride];
      }
      to[i] = sum;
    }
  }
}
