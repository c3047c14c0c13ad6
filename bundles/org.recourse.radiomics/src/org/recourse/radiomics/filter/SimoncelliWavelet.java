/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiomics.filter;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.radiomics.image.VoxelBlock;
import org.recourse.radiomics.internal.fourier.FourierVolume;

/**
 * Non-separable (isotropic) wavelet of Simoncelli and its Riesz transforms, in Fourier space, with
 * periodic boundaries (IBSI-2, arXiv:2006.05470, sections 3.6 and 3.7).
 *
 * <p>With ν in units of the Nyquist frequency and r = 2^(level−1)·‖ν‖: {@code ĝ =
 * cos(π/2·log2(2r))} for ¼ ≤ r ≤ 1, else 0 (J. Portilla, E. Simoncelli, Int. J. Comput. Vis. 40
 * (2000) 49, doi:10.1023/A:1026553619983). The Riesz transform of order l = (l1, l2, l3) multiplies
 * by {@code (−i)^|l|·√(|l|!/(l1!·l2!·l3!))·ν1^l1·ν2^l2·ν3^l3/‖ν‖^|l|} (M. Unser, D. Van De Ville
 * 2010, doi:10.1109/TIP.2009.2038832); the squares over all l of one order sum to ĝ². Worked
 * example: a cosine of half the Nyquist frequency passes level 1 unchanged and vanishes at level 3.
 * At the Nyquist frequency of an even axis a response of odd order is not real; its real part is
 * taken. Immutable.
 *
 * @param level 1 for the finest scale
 * @param orderX order of the Riesz transform along x, 0 for the wavelet itself
 * @param orderY along y
 * @param orderZ along z; must be 0 in planes
 * @param dimensions 2 for planes, 3
 */
public record SimoncelliWavelet(int level, int orderX, int orderY, int orderZ, int dimensions) {

  public SimoncelliWavelet {
    if (level < 1) {
      throw new IllegalArgumentException("level must be >= 1: " + level);
    }
    if (orderX < 0 || orderY < 0 || orderZ < 0 || (dimensions == 2 && orderZ > 0)) {
      throw new IllegalArgumentException(
          "no such Riesz order: " + orderX + ", " + orderY + ", " + orderZ);
    }
    if (dimensions != 2 && dimensions != 3) {
      throw new IllegalArgumentException("dimensions must be 2 or 3: " + dimensions);
    }
  }

  /** The wavelet without Riesz transform. */
  public SimoncelliWavelet(int level, int dimensions) {
    this(level, 0, 0, 0, dimensions);
  }

  /** Returns the response, in double precision, on the geometry of the image. */
  public VoxelBlock respond(VoxelBlock image, IProgressMonitor monitor) {
    GridGeometry grid = image.geometry();
    int depth = dimensions == 3 ? grid.sizeZ() : 1;
    int blocks = grid.sizeZ() / depth;
    SubMonitor progress = SubMonitor.convert(monitor, "Simoncelli wavelet", blocks);
    var fourier = new FourierVolume(grid.sizeX(), grid.sizeY(), depth);
    int size = grid.sliceVoxelCount() * depth;
    double[] result = new double[grid.voxelCount()];
    for (int block = 0; block < blocks; block++) {
      double[] re = new double[size];
      double[] im = new double[size];
      image.copy(block * size, re, 0, size);
      fourier.forward(re, im, progress);
      multiply(re, im, grid.sizeX(), grid.sizeY(), depth);
      fourier.inverse(re, im, progress);
      System.arraycopy(re, 0, result, block * size, size);
      progress.worked(1);
    }
    return VoxelBlock.ofFloat64(grid, result);
  }

  private void multiply(double[] re, double[] im, int sizeX, int sizeY, int sizeZ) {
    int order = orderX + orderY + orderZ;
    double norm =
        Math.sqrt(factorial(order) / (factorial(orderX) * factorial(orderY) * factorial(orderZ)));
    for (int i = 0; i < re.length; i++) {
      double u = frequency(i % sizeX, sizeX);
      double v = frequency(i / sizeX % sizeY, sizeY);
      double w = frequency(i / (sizeX * sizeY), sizeZ);
      double radius = Math.sqrt(u * u + v * v + w * w);
      double factor = radial(radius);
      if (order > 0 && factor != 0) {
        factor *=
            norm
                * Math.pow(u / radius, orderX)
                * Math.pow(v / radius, orderY)
                * Math.pow(w / radius, orderZ);
      }
      double a = re[i] * factor;
      double b = im[i] * factor;
      switch (order % 4) { // (−i)^order
        case 0 -> set(re, im, i, a, b);
        case 1 -> set(re, im, i, b, -a);
        case 2 -> set(re, im, i, -a, -b);
        default -> set(re, im, i, -b, a);
      }
    }
  }

  private static void set(double[] re, double[] im, int i, double a, double b) {
    re[i] = a;
    im[i] = b;
  }

  /** Frequency in units of the Nyquist frequency, from −1 to 1. */
  private static double frequency(int k, int size) {
    return 2.0 * (2 * k > size ? k - size : k) / size;
  }

  private double radial(double radius) {
    double r = radius * (1 << (level - 1));
    return r >= 0.25 && r <= 1 ? Math.cos(Math.PI / 2 * Math.log(2 * r) / Math.log(2)) : 0;
  }

  private static double factorial(int n) {
    double product = 1;
    for (int k = 2; k <= n; k++) {
      product *= k;
    }
    return product;
  }
}
