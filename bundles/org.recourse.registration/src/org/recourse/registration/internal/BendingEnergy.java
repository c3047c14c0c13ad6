/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.registration.internal;

import org.eclipse.core.runtime.IProgressMonitor;
import org.recourse.grid.parallel.SliceExecutor;

/**
 * Mean over the lattice of the squared second derivatives of the displacement, 1/mm² (thin-plate
 * bending, Rueckert et al. 1999, doi:10.1109/42.796284), exact for the spline: with G_o the
 * products of o-th derivatives along one axis it is cᵀ(G2⊗G0⊗G0 + … + 2·G1⊗G1⊗G0 + …)c.
 */
final class BendingEnergy {

  /** Weights of the orders (x, y, z): the binomial coefficients of the squared Hessian. */
  private static final int[][] ORDERS = {
    {2, 0, 0, 1}, {0, 2, 0, 1}, {0, 0, 2, 1}, {1, 1, 0, 2}, {1, 0, 1, 2}, {0, 1, 1, 2}
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
  double add(
      double weight,
      double[] coefficients,
      double[] gradient,
      SliceExecutor executor,
      IProgressMonitor monitor) {
    double[] energy = new double[3];
    executor.forEachSlice(
        3,
        monitor,
        component -> energy[component] = addComponent(weight, coefficients, gradient, component));
    return energy[0] + energy[1] + energy[2];
  }

  private double addComponent(
      double weight, double[] coefficients, double[] gradient, int component) {
    int n = nx * ny * nz;
    int offset = component * n;
    double[] c = new double[n];
    System.arraycopy(coefficients, offset, c, 0, n);
    double[] alongX = new double[n];
    double[] alongY = new double[n];
    double[] alongZ = new double[n];
    double energy = 0;
    for (int order = 0; order < 3; order++) {
      apply(c, alongX, products[0][order], nx, 1);
      for (int[] term : ORDERS) {
        if (term[0] != order) {
          continue;
        }
        apply(alongX, alongY, products[1][term[1]], ny, nx);
        apply(alongY, alongZ, products[2][term[2]], nz, nx * ny);
        double factor = weight * term[3];
        for (int i = 0; i < n; i++) {
          energy += factor * c[i] * alongZ[i];
          gradient[offset + i] += 2 * factor * alongZ[i];
        }
      }
    }
    return energy;
  }

  /** Adds {@code weight} times the diagonal of the second derivative of the energy. */
  void addDiagonal(double weight, double[] diagonal) {
    int n = nx * ny * nz;
    for (int i = 0; i < n; i++) {
      int x = i % nx;
      int y = i / nx % ny;
      int z = i / (nx * ny);
      double sum = 0;
      for (int[] term : ORDERS) {
        sum +=
            term[3]
                * products[0][term[0]][7 * x + 3]
                * products[1][term[1]][7 * y + 3]
                * products[2][term[2]][7 * z + 3];
      }
      for (int component = 0; component < 3; component++) {
        diagonal[component * n + i] += 2 * weight * sum;
      }
    }
  }

  private static void apply(double[] from, double[] to, double[] band, int size, int stride) {
    int outer = from.length / (size * stride);
    for (int o = 0; o < outer; o++) {
      for (int k = 0; k < size; k++) {
        int row = (o * size + k) * stride;
        java.util.Arrays.fill(to, row, row + stride, 0);
        int high = Math.min(size - 1, k + 3);
        for (int j = Math.max(0, k - 3); j <= high; j++) {
          double w = band[7 * k + j - k + 3];
          int other = (o * size + j) * stride;
          for (int i = 0; i < stride; i++) {
            to[row + i] += w * from[other + i];
          }
        }
      }
    }
  }
}
