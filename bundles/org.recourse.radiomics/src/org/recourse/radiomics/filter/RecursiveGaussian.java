/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiomics.filter;

/**
 * Coefficients of the fourth-order recursive Gaussian of Deriche and Farnebäck as ITK computes
 * them; zeroth and second derivative. Immutable.
 *
 * <p>Causal part: {@code y⁺[i] = n0·x[i] + n1·x[i−1] + n2·x[i−2] + n3·x[i−3] − d1·y⁺[i−1] − … −
 * d4·y⁺[i−4]}; anticausal part: {@code y⁻[i] = m1·x[i+1] + … + m4·x[i+4] − d1·y⁻[i+1] − … −
 * d4·y⁻[i+4]}; the result is their sum. Beyond its ends the line is continued with its end values.
 *
 * <p>Sources: R. Deriche, INRIA report 1893, 1993; G. Farnebäck, C.-F. Westin, "Improving
 * Deriche-style recursive Gaussian filters", J. Math. Imaging Vis. 26 (2006) 293,
 * doi:10.1007/s10851-006-8464-z; itk::RecursiveGaussianImageFilter, ITK 5.2.1. Worked example: a
 * constant line stays constant under order 0 and becomes 0 under order 2.
 */
final class RecursiveGaussian {

  // Fit of the exponential series, Deriche table as in ITK: orders 0 and 2.
  private static final double[] A1 = {1.3530, -1.3563};
  private static final double[] B1 = {1.8151, 5.2318};
  private static final double W1 = 0.6681;
  private static final double L1 = -1.3932;
  private static final double[] A2 = {-0.3531, 0.3446};
  private static final double[] B2 = {0.0902, -2.2355};
  private static final double W2 = 2.0787;
  private static final double L2 = -1.3732;

  final double[] n; // n0 to n3
  final double[] m; // m1 to m4
  final double[] d; // d1 to d4
  final double[] causalBorder; // d1 to d4 times the response to a constant line
  final double[] anticausalBorder;

  private RecursiveGaussian(double[] n, double[] d) {
    this.n = n;
    this.d = d;
    m = new double[4];
    for (int k = 0; k < 3; k++) {
      m[k] = n[k + 1] - d[k] * n[0];
    }
    m[3] = -d[3] * n[0];
    double sn = n[0] + n[1] + n[2] + n[3];
    double sm = m[0] + m[1] + m[2] + m[3];
    double sd = 1.0 + d[0] + d[1] + d[2] + d[3];
    causalBorder = new double[4];
    anticausalBorder = new double[4];
    for (int k = 0; k < 4; k++) {
      causalBorder[k] = d[k] * sn / sd;
      anticausalBorder[k] = d[k] * sm / sd;
    }
  }

  /** Returns the smoothing filter; its response to a constant line is 1. */
  static RecursiveGaussian smoothing(double sigmaMm, double spacingMm) {
    double sigma = sigmaMm / spacingMm;
    double[] d = denominator(sigma);
    double[] n = numerator(sigma, 0);
    double alpha = 2 * (n[0] + n[1] + n[2] + n[3]) / sum(d) - n[0];
    return new RecursiveGaussian(scaled(n, 1.0 / alpha), d);
  }

  /** Returns the second derivative per voxel², times σ² in mm² (normalised across scale). */
  static RecursiveGaussian secondDerivative(double sigmaMm, double spacingMm) {
    double sigma = sigmaMm / spacingMm;
    double[] d = denominator(sigma);
    double sd = sum(d);
    double dd = d[0] + 2 * d[1] + 3 * d[2] + 4 * d[3];
    double ed = d[0] + 4 * d[1] + 9 * d[2] + 16 * d[3];
    double[] n0 = numerator(sigma, 0);
    double[] n2 = numerator(sigma, 1);
    double beta =
        -(2 * (n2[0] + n2[1] + n2[2] + n2[3]) - sd * n2[0])
            / (2 * (n0[0] + n0[1] + n0[2] + n0[3]) - sd * n0[0]);
    double[] n = new double[4];
    for (int k = 0; k < 4; k++) {
      n[k] = n2[k] + beta * n0[k];
    }
    double sn = sumOf(n2) + beta * sumOf(n0);
    double dn = moment(n2, 1) + beta * moment(n0, 1);
    double en = moment(n2, 2) + beta * moment(n0, 2);
    double alpha = en * sd * sd - ed * sn * sd - 2 * dn * dd * sd + 2 * dd * dd * sn;
    alpha /= sd * sd * sd;
    return new RecursiveGaussian(scaled(n, sigmaMm * sigmaMm / alpha), d);
  }

  private static double sumOf(double[] n) {
    return n[0] + n[1] + n[2] + n[3];
  }

  private static double moment(double[] n, int order) {
    return order == 1 ? n[1] + 2 * n[2] + 3 * n[3] : n[1] + 4 * n[2] + 9 * n[3];
  }

  private static double sum(double[] d) {
    return 1.0 + d[0] + d[1] + d[2] + d[3];
  }

  private static double[] scaled(double[] n, double factor) {
    return new double[] {n[0] * factor, n[1] * factor, n[2] * factor, n[3] * factor};
  }

  private static double[] numerator(double sigma, int order) {
    double a1 = A1[order];
    double b1 = B1[order];
    double a2 = A2[order];
    double b2 = B2[order];
    double sin1 = Math.sin(W1 / sigma);
    double sin2 = Math.sin(W2 / sigma);
    double cos1 = Math.cos(W1 / sigma);
    double cos2 = Math.cos(W2 / sigma);
    double exp1 = Math.exp(L1 / sigma);
    double exp2 = Math.exp(L2 / sigma);
    double n1 = exp2 * (b2 * sin2 - (a2 + 2 * a1) * cos2);
    n1 += exp1 * (b1 * sin1 - (a1 + 2 * a2) * cos1);
    double n2 = (a1 + a2) * cos2 * cos1;
    n2 -= b1 * cos2 * sin1 + b2 * cos1 * sin2;
    n2 *= 2 * exp1 * exp2;
    n2 += a2 * exp1 * exp1 + a1 * exp2 * exp2;
    double n3 = exp2 * exp1 * exp1 * (b2 * sin2 - a2 * cos2);
    n3 += exp1 * exp2 * exp2 * (b1 * sin1 - a1 * cos1);
    return new double[] {a1 + a2, n1, n2, n3};
  }

  private static double[] denominator(double sigma) {
    double cos1 = Math.cos(W1 / sigma);
    double cos2 = Math.cos(W2 / sigma);
    double exp1 = Math.exp(L1 / sigma);
    double exp2 = Math.exp(L2 / sigma);
    double d4 = exp1 * exp1 * exp2 * exp2;
    double d3 = -2 * cos1 * exp1 * exp2 * exp2;
    d3 += -2 * cos2 * exp2 * exp1 * exp1;
    double d2 = 4 * cos2 * cos1 * exp1 * exp2;
    d2 += exp1 * exp1 + exp2 * exp2;
    double d1 = -2 * (exp2 * cos2 + exp1 * cos1);
    return new double[] {d1, d2, d3, d4};
  }
}
