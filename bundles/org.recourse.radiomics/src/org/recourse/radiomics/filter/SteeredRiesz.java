/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiomics.filter;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.radiomics.image.VoxelBlock;

/**
 * Riesz transform of the Simoncelli wavelet along the strongest local orientation (IBSI-2,
 * arXiv:2006.05470, section 3.7; Depeursinge, Fageot 2017, doi 10.1016/B978-0-12-812133-7.00003-4).
 *
 * <p>With the first-order transforms R = (R1, R2, R3) the structure tensor is {@code J = G_σ * (R
 * Rᵀ)}, and u is its axis of the largest eigenvalue, with the sense for which u · R is not
 * negative. The transform of order N along u is {@code Σ_{|l|=N} √(N!/(l1!·l2!·l3!)) ·
 * u1^l1·u2^l2·u3^l3 · R^l}. Worked example: for a cosine of half the Nyquist frequency along any
 * direction, order 1 gives the magnitude of the sine and order 2 the negative cosine. Where the
 * image is flat there is no orientation and the response is 0. Immutable.
 *
 * @param level 1 for the finest scale
 * @param order N, at least 1
 * @param sigmaMm width of the Gaussian of the structure tensor
 * @param dimensions 2 for planes, 3
 */
public record SteeredRiesz(int level, int order, double sigmaMm, int dimensions) {

  private static final double CUTOFF = 4;
  private static final int MOST_ORDER = 20;

  public SteeredRiesz {
    if (order < 1 || order > MOST_ORDER) {
      throw new IllegalArgumentException("order must be 1 to " + MOST_ORDER + ": " + order);
    }
    if (!(sigmaMm > 0)) {
      throw new IllegalArgumentException("sigmaMm must be > 0: " + sigmaMm);
    }
    if (dimensions != 2 && dimensions != 3) {
      throw new IllegalArgumentException("dimensions must be 2 or 3: " + dimensions);
    }
  }

  /** Returns the response, in double precision, on the geometry of the image. */
  public VoxelBlock respond(VoxelBlock image, IProgressMonitor monitor) {
    List<int[]> components = components();
    SubMonitor progress =
        SubMonitor.convert(monitor, "Steered Riesz transform", dimensions + components.size());
    double[][] first = new double[dimensions][];
    for (int axis = 0; axis < dimensions; axis++) {
      first[axis] =
          new SimoncelliWavelet(
                  level, axis == 0 ? 1 : 0, axis == 1 ? 1 : 0, axis == 2 ? 1 : 0, dimensions)
              .respond(image, progress.split(1))
              .toDoubles();
    }
    float[][] direction = directions(first, image.geometry());
    double[] total = new double[first[0].length];
    for (int[] l : components) {
      double[] part =
          new SimoncelliWavelet(level, l[0], l[1], l[2], dimensions)
              .respond(image, progress.split(1))
              .toDoubles();
      double norm = Math.sqrt(multinomial(l));
      for (int i = 0; i < total.length; i++) {
        double weight = norm;
        for (int axis = 0; axis < dimensions; axis++) {
          weight *= Math.pow(direction[axis][i], l[axis]);
        }
        total[i] += weight * part[i];
      }
    }
    return VoxelBlock.ofFloat64(image.geometry(), total);
  }

  private List<int[]> components() {
    var components = new ArrayList<int[]>();
    for (int x = order; x >= 0; x--) {
      for (int y = order - x; y >= 0; y--) {
        if (dimensions == 3 || x + y == order) {
          components.add(new int[] {x, y, order - x - y});
        }
      }
    }
    return components;
  }

  private static double multinomial(int[] l) {
    double value = 1;
    int n = 0;
    for (int part : l) {
      for (int k = 1; k <= part; k++) {
        value *= (double) ++n / k;
      }
    }
    return value;
  }

  /** Unit vectors, one array per axis; single precision is enough for a direction. */
  private float[][] directions(double[][] first, GridGeometry grid) {
    double[][][] tensor = new double[dimensions][dimensions][];
    for (int a = 0; a < dimensions; a++) {
      for (int b = a; b < dimensions; b++) {
        double[] product = new double[first[a].length];
        for (int i = 0; i < product.length; i++) {
          product[i] = first[a][i] * first[b][i];
        }
        tensor[a][b] = smoothed(product, grid);
        tensor[b][a] = tensor[a][b];
      }
    }
    float[][] direction = new float[dimensions][first[0].length];
    for (int i = 0; i < first[0].length; i++) {
      double[][] m = new double[3][3];
      for (int a = 0; a < dimensions; a++) {
        for (int b = 0; b < dimensions; b++) {
          m[a][b] = tensor[a][b][i];
        }
      }
      double[] axis = SymmetricAxes.principal(m);
      double along = 0;
      for (int a = 0; a < dimensions; a++) {
        along += axis[a] * first[a][i];
      }
      for (int a = 0; a < dimensions; a++) {
        direction[a][i] = (float) (along < 0 ? -axis[a] : axis[a]);
      }
    }
    return direction;
  }

  private double[] smoothed(double[] values, GridGeometry grid) {
    double[] spacing = {grid.spacingMm().x(), grid.spacingMm().y(), grid.spacingMm().z()};
    double[] result = values;
    for (int axis = 0; axis < dimensions; axis++) {
      result =
          AxisConvolution.along(
              axis, result, grid, gaussian(sigmaMm / spacing[axis]), BoundaryCondition.PERIODIC);
    }
    return result;
  }

  private static double[] gaussian(double sigma) {
    int reach = (int) Math.ceil(CUTOFF * sigma);
    double[] kernel = new double[2 * reach + 1];
    double sum = 0;
    for (int k = -reach; k <= reach; k++) {
      kernel[k + reach] = Math.exp(-k * k / (2 * sigma * sigma));
      sum += kernel[k + reach];
    }
    for (int k = 0; k < kernel.length; k++) {
      kernel[k] /= sum;
    }
    return kernel;
  }
}
