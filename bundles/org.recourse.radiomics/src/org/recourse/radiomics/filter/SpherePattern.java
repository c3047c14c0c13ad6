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
 * Local binary pattern on the sphere around one voxel after another. Not thread-safe.
 *
 * <p>With the bits b_v of the samples and harmonics of degree n: {@code c_m = Σ_v b_v·Y_m(v)},
 * {@code f(v) = Σ_m c_m·Y_m(v)}, value {@code Re √(Σ_v f(v)²)}. PyRadiomics hands the polar angle
 * to SciPy as the azimuth and the azimuth as the polar angle; the numbers depend on it, so it is
 * kept.
 */
final class SpherePattern {

  private static final int SUPPORT = 4;

  private final double[] coefficients;
  private final GridGeometry grid;
  private final Icosphere sphere;
  private final int levels;
  private final boolean wholeNumbers;
  private final double[][] harmonicRe; // [harmonic][vertex]
  private final double[][] harmonicIm;
  private final double[] sample;
  private final boolean[] bit;

  SpherePattern(
      double[] coefficients,
      GridGeometry grid,
      Icosphere sphere,
      int levels,
      boolean wholeNumbers) {
    this.coefficients = coefficients;
    this.grid = grid;
    this.sphere = sphere;
    this.levels = levels;
    this.wholeNumbers = wholeNumbers;
    int vertices = sphere.count();
    harmonicRe = new double[levels * levels][vertices];
    harmonicIm = new double[levels * levels][vertices];
    sample = new double[vertices];
    bit = new boolean[vertices];
    for (int v = 0; v < vertices; v++) {
      double azimuthRad = Math.acos(sphere.unit(v, 2));
      double polarRad = Math.atan2(sphere.unit(v, 1), sphere.unit(v, 0));
      for (int n = 0; n < levels; n++) {
        for (int m = -n; m <= n; m++) {
          double[] y = SphericalHarmonics.at(m, n, azimuthRad, polarRad);
          harmonicRe[n * n + n + m][v] = y[0];
          harmonicIm[n * n + n + m][v] = y[1];
        }
      }
    }
  }

  /** Samples the sphere around a voxel; the first coordinate of a vertex is along z. */
  void at(int x, int y, int z, double centre) {
    double radius = sphere.radius();
    for (int v = 0; v < sample.length; v++) {
      double value =
          spline(
              x + radius * sphere.unit(v, 2),
              y + radius * sphere.unit(v, 1),
              z + radius * sphere.unit(v, 0));
      sample[v] = wholeNumbers ? roundedAwayFromZero(value) : value;
      bit[v] = sample[v] >= centre;
    }
  }

  private static double roundedAwayFromZero(double value) {
    return value > 0 ? Math.floor(value + 0.5) : Math.ceil(value - 0.5);
  }

  double norm(int level) {
    if (level < 0 || level >= levels) {
      throw new IllegalArgumentException("no such level: " + level);
    }
    int first = level * level;
    int count = 2 * level + 1;
    double[] cRe = new double[count];
    double[] cIm = new double[count];
    for (int k = 0; k < count; k++) {
      for (int v = 0; v < bit.length; v++) {
        if (bit[v]) {
          cRe[k] += harmonicRe[first + k][v];
          cIm[k] += harmonicIm[first + k][v];
        }
      }
    }
    double sumRe = 0;
    double sumIm = 0;
    for (int v = 0; v < bit.length; v++) {
      double re = 0;
      double im = 0;
      for (int k = 0; k < count; k++) {
        double yRe = harmonicRe[first + k][v];
        double yIm = harmonicIm[first + k][v];
        re += cRe[k] * yRe - cIm[k] * yIm;
        im += cRe[k] * yIm + cIm[k] * yRe;
      }
      sumRe += re * re - im * im;
      sumIm += 2 * re * im;
    }
    return Math.sqrt((Math.hypot(sumRe, sumIm) + sumRe) / 2); // real part of the complex root
  }

  /** Excess kurtosis (population moments) of the samples; −3 if they are all equal. */
  double kurtosis() {
    double mean = 0;
    for (double s : sample) {
      mean += s;
    }
    mean /= sample.length;
    double second = 0;
    double fourth = 0;
    for (double s : sample) {
      double d = (s - mean) * (s - mean);
      second += d;
      fourth += d * d;
    }
    return second == 0 ? -3 : fourth * sample.length / (second * second) - 3;
  }

  private double spline(double x, double y, double z) {
    if (!(x >= 0 && x <= grid.sizeX() - 1)
        || !(y >= 0 && y <= grid.sizeY() - 1)
        || !(z >= 0 && z <= grid.sizeZ() - 1)) {
      return 0;
    }
    int x0 = (int) Math.floor(x);
    int y0 = (int) Math.floor(y);
    int z0 = (int) Math.floor(z);
    double sum = 0;
    for (int k = 0; k < SUPPORT; k++) {
      int rz = mirrored(z0 - 1 + k, grid.sizeZ());
      double wz = weight(k, z - z0);
      for (int j = 0; j < SUPPORT; j++) {
        int row = (rz * grid.sizeY() + mirrored(y0 - 1 + j, grid.sizeY())) * grid.sizeX();
        double wyz = weight(j, y - y0) * wz;
        for (int i = 0; i < SUPPORT; i++) {
          sum += weight(i, x - x0) * wyz * coefficients[row + mirrored(x0 - 1 + i, grid.sizeX())];
        }
      }
    }
    return sum;
  }

  /** Cubic B-spline weight of the k-th of four coefficients at the fraction t. */
  private static double weight(int k, double t) {
    double s = 1 - t;
    return switch (k) {
      case 0 -> s * s * s / 6;
      case 1 -> (4 - 6 * t * t + 3 * t * t * t) / 6;
      case 2 -> (4 - 6 * s * s + 3 * s * s * s) / 6;
      default -> t * t * t / 6;
    };
  }

  private static int mirrored(int i, int size) {
    if (size == 1) {
      return 0;
    }
    int period = 2 * (size - 1);
    int wrapped = Math.floorMod(i, period);
    return wrapped < size ? wrapped : period - wrapped;
  }
}
