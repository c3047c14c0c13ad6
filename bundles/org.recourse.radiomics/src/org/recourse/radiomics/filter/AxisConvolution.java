/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiomics.filter;

import org.recourse.grid.geometry.GridGeometry;

/**
 * Convolution {@code out[i] = Σ_j k[j]·in[i + c − j]} along one axis, with c = ⌊length/2⌋ the
 * centre of the kernel. Stateless.
 */
final class AxisConvolution {

  private AxisConvolution() {}

  static double[] along(
      int axis, double[] in, GridGeometry grid, double[] kernel, BoundaryCondition boundary) {
    int[] sizes = {grid.sizeX(), grid.sizeY(), grid.sizeZ()};
    int stride = axis == 0 ? 1 : axis == 1 ? grid.sizeX() : grid.sliceVoxelCount();
    int size = sizes[axis];
    int centre = kernel.length / 2;
    int[][] source = new int[size][kernel.length]; // offset in the array for each tap
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < kernel.length; j++) {
        int at = boundary.source(i + centre - j, size);
        source[i][j] = at == BoundaryCondition.OUTSIDE ? BoundaryCondition.OUTSIDE : at * stride;
      }
    }
    double[] out = new double[in.length];
    for (int v = 0; v < in.length; v++) {
      int i = v / stride % size;
      int line = v - i * stride;
      int[] taps = source[i];
      double sum = 0;
      for (int j = 0; j < kernel.length; j++) {
        if (taps[j] != BoundaryCondition.OUTSIDE) {
          sum += kernel[j] * in[line + taps[j]];
        }
      }
      out[v] = sum;
    }
    return out;
  }

  static double[] reversed(double[] kernel) {
    double[] result = new double[kernel.length];
    for (int i = 0; i < kernel.length; i++) {
      result[i] = kernel[kernel.length - 1 - i];
    }
    return result;
  }
}
