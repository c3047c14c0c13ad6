/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.registration.internal;

/** Weights of the cubic B-spline at every voxel of one axis, and its second-derivative products. */
final class SplineAxis {

  final int count; // control points
  final int[] first; // of the four that act on a voxel
  final double[] weight; // four per voxel

  /**
   * @param count control points, point 1 lies at 0 mm
   * @param spacingMm between control points
   * @param voxels voxels along the axis
   * @param firstMm position of voxel 0
   * @param stepMm between voxels
   */
  SplineAxis(int count, double spacingMm, int voxels, double firstMm, double stepMm) {
    this.count = count;
    first = new int[voxels];
    weight = new double[4 * voxels];
    for (int v = 0; v < voxels; v++) {
      double position = (firstMm + v * stepMm) / spacingMm;
      int cell = Math.clamp((int) position, 0, count - 4);
      first[v] = cell;
      fill(position - cell, 0, weight, 4 * v);
    }
  }

  private SplineAxis(int count, int[] first, double[] weight) {
    this.count = count;
    this.first = first;
    this.weight = weight;
  }

  /** Returns the axis with every weight squared. */
  SplineAxis squared() {
    double[] squares = new double[weight.length];
    for (int i = 0; i < squares.length; i++) {
      squares[i] = weight[i] * weight[i];
    }
    return new SplineAxis(count, first, squares);
  }

  /** Fills the four weights of derivative order 0, 1 or 2 at {@code t} between 0 and 1. */
  static void fill(double t, int order, double[] target, int at) {
    double s = 1 - t;
    switch (order) {
      case 0 -> {
        target[at] = s * s * s / 6;
        target[at + 1] = (4 + 3 * t * t * (t - 2)) / 6;
        target[at + 2] = (4 + 3 * s * s * (s - 2)) / 6;
        target[at + 3] = t * t * t / 6;
      }
      case 1 -> {
        target[at] = -s * s / 2;
        target[at + 1] = t * (3 * t - 4) / 2;
        target[at + 2] = -s * (3 * s - 4) / 2;
        target[at + 3] = t * t / 2;
      }
      case 2 -> {
        target[at] = s;
        target[at + 1] = 3 * t - 2;
        target[at + 2] = 3 * s - 2;
        target[at + 3] = t;
      }
      default -> throw new IllegalArgumentException("derivative order " + order);
    }
  }

  /**
   * Returns the matrix of ∫ B_i⁽ᵒ⁾·B_j⁽ᵒ⁾ over the domain, divided by the number of cells, as rows
   * of seven (j = i − 3 to i + 3). Four-point Gauss quadrature is exact for these polynomials.
   */
  double[] products(int order, double spacingMm) {
    double[] node = {0.069431844202973712, 0.330009478207571868};
    double[] share = {0.173927422568726929, 0.326072577431273071};
    double[] band = new double[7 * count];
    double[] w = new double[4];
    double scale = Math.pow(spacingMm, -2.0 * order) / (count - 3);
    for (int cell = 0; cell < count - 3; cell++) {
      for (int q = 0; q < 4; q++) {
        fill(q < 2 ? node[q] : 1 - node[q - 2], order, w, 0);
        for (int a = 0; a < 4; a++) {
          for (int b = 0; b < 4; b++) {
            band[7 * (cell + a) + b - a + 3] += share[q % 2] * scale * w[a] * w[b];
          }
        }
      }
    }
    return band;
  }
}
