/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiomics.internal.texture;

import java.util.Arrays;

/**
 * Maximal correlation coefficient of a matrix of pairs: the square root of the second largest
 * eigenvalue of Q(i,j) = Σk p(i,k)·p(j,k)/(px(i)·py(k) + ε) (Haralick 1973, doi
 * 10.1109/TSMC.1973.4309314).
 *
 * <p>Q is similar to B·Bᵀ with B(i,k) = p(i,k)/√(px(i)·py(k) + ε), whose largest singular vector is
 * √px, so the second largest singular value of B is asked for. It is found by Lanczos iteration on
 * the sparse matrix, kept orthogonal to √px; the plain way takes O(levels³) for every direction.
 * The vectors of the iteration are not made orthogonal to each other again: what is lost by that
 * are copies of eigenvalues already found, never the accuracy of the largest (C. Paige 1980, doi
 * 10.1016/0024-3795(80)90167-6). Worked example: {@code TextureMatricesTest}.
 */
final class MaximalCorrelation {

  /** Residual at which the eigenvalue, whose error is its square over the gap, is good to 1e-10. */
  private static final double RESIDUAL = 1e-5;

  private static final int MOST_STEPS = 200;
  private static final int FIRST_CHECK = 8;
  private static final double NO_MORE = 1e-12;

  /** Above, ε changes the root by so little that its first-order term is enough. */
  private static final double LARGE_PRODUCT = 1e-9;

  private final PairMatrix matrix;
  private final int length;
  private final int present;
  private final double[] diagonal;
  private final double[] value;
  private final double[] first; // √px of the levels with pairs, the known eigenvector, of norm 1
  private final double[] scratch;

  MaximalCorrelation(PairMatrix matrix, double[] px, double[] py) {
    this.matrix = matrix;
    length = px.length;
    first = new double[length];
    scratch = new double[length];
    diagonal = new double[length];
    value = new double[matrix.rowStart(length)];
    double[] rootX = new double[length];
    double[] rootY = new double[length];
    int count = 0;
    for (int i = 1; i < length; i++) {
      first[i] = Math.sqrt(px[i]);
      rootX[i] = px[i] > 0 ? 1 / first[i] : 0;
      rootY[i] = py[i] > 0 ? 1 / Math.sqrt(py[i]) : 0;
      count += px[i] > 0 || py[i] > 0 ? 1 : 0;
    }
    present = count;
    scale(first, 1 / Math.sqrt(dot(first, first)));
    double scale = 1 / matrix.total();
    int[] columns = matrix.columns();
    double[] weights = matrix.weights();
    for (int i = 1; i < length; i++) {
      diagonal[i] = matrix.diagonal(i) * scale * inverseRoot(px[i] * py[i], rootX[i] * rootY[i]);
      double x = px[i];
      double root = rootX[i];
      for (int e = matrix.rowStart(i); e < matrix.rowStart(i + 1); e++) {
        int k = columns[e];
        value[e] = weights[e] * scale * inverseRoot(x * py[k], root * rootY[k]);
      }
    }
  }

  /** Returns 1/√(product + ε), given 1/√product. */
  private static double inverseRoot(double product, double plain) {
    return product > LARGE_PRODUCT
        ? plain - plain * 0.5 * Log2.EPSILON * (plain * plain)
        : 1 / Math.sqrt(product + Log2.EPSILON);
  }

  /** Returns the coefficient, 0 to 1; 0 if only one level has pairs. */
  double value() {
    if (present < 2) {
      return 0;
    }
    int steps = Math.min(present - 1, MOST_STEPS);
    double[] alpha = new double[steps];
    double[] beta = new double[steps];
    double[] before = new double[length];
    double[] vector = startVector();
    double[] next = new double[length];
    int nextCheck = FIRST_CHECK;
    for (int k = 0; k < steps; k++) {
      multiply(vector, next);
      alpha[k] = dot(vector, next);
      subtract(next, vector, alpha[k]);
      if (k > 0) {
        subtract(next, before, beta[k - 1]);
      }
      subtract(next, first, dot(next, first));
      beta[k] = Math.sqrt(dot(next, next));
      boolean last = k == steps - 1 || beta[k] < NO_MORE;
      if (last || k + 1 == nextCheck) {
        var ritz = new TridiagonalExtreme(alpha, beta, k + 1, matrix.symmetrical());
        if (last || ritz.residual() < RESIDUAL) {
          return matrix.symmetrical() ? ritz.value() : Math.sqrt(Math.max(0, ritz.value()));
        }
        nextCheck += 4 + nextCheck / 4;
      }
      scale(next, 1 / beta[k]);
      double[] free = before;
      before = vector;
      vector = next;
      next = free;
    }
    return 0;
  }

  /** Starts near a linear function of the level, with a part of every other vector. */
  private double[] startVector() {
    double[] vector = new double[length];
    long seed = 42;
    for (int i = 1; i < length; i++) {
      if (first[i] > 0) {
        seed = seed * 6364136223846793005L + 1442695040888963407L;
        double random = (seed >> 11) * 0x1p-52;
        vector[i] = random / Math.sqrt(present) + (i - 0.5 * length) / length * first[i];
      }
    }
    scale(vector, 1 / Math.sqrt(dot(vector, vector)));
    for (int times = 0; times < 2; times++) { // the second time takes off what was rounded
      subtract(vector, first, dot(vector, first));
    }
    scale(vector, 1 / Math.sqrt(dot(vector, vector)));
    return vector;
  }

  private void multiply(double[] x, double[] result) {
    Arrays.fill(result, 0);
    if (matrix.symmetrical()) {
      multiplySymmetrical(x, result);
      return;
    }
    Arrays.fill(scratch, 0);
    int[] columns = matrix.columns();
    for (int i = 1; i < length; i++) {
      scratch[i] += diagonal[i] * x[i];
      for (int e = matrix.rowStart(i); e < matrix.rowStart(i + 1); e++) {
        scratch[columns[e]] += value[e] * x[i];
      }
    }
    for (int i = 1; i < length; i++) {
      double sum = diagonal[i] * scratch[i];
      for (int e = matrix.rowStart(i); e < matrix.rowStart(i + 1); e++) {
        sum += value[e] * scratch[columns[e]];
      }
      result[i] = sum;
    }
  }

  /** Every cell beside the diagonal counts for its row and, mirrored, for its column. */
  private void multiplySymmetrical(double[] x, double[] result) {
    int[] columns = matrix.columns();
    double[] values = value;
    for (int i = 1; i < length; i++) {
      double here = x[i];
      double sum = 0;
      int end = matrix.rowStart(i + 1);
      for (int e = matrix.rowStart(i); e < end; e++) {
        int k = columns[e];
        double v = values[e];
        sum += v * x[k];
        result[k] += v * here;
      }
      result[i] += sum + diagonal[i] * here;
    }
  }

  private static void subtract(double[] vector, double[] direction, double amount) {
    for (int i = 0; i < vector.length; i++) {
      vector[i] -= amount * direction[i];
    }
  }

  private static void scale(double[] vector, double factor) {
    for (int i = 0; i < vector.length; i++) {
      vector[i] *= factor;
    }
  }

  private static double dot(double[] a, double[] b) {
    // Four sums shorten the wait for each addition; the order is fixed.
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    int i = 0;
    for (; i + 3 < a.length; i += 4) {
      s0 += a[i] * b[i];
      s1 += a[i + 1] * b[i + 1];
      s2 += a[i + 2] * b[i + 2];
      s3 += a[i + 3] * b[i + 3];
    }
    for (; i < a.length; i++) {
      s0 += a[i] * b[i];
    }
    return (s0 + s1) + (s2 + s3);
  }
}
