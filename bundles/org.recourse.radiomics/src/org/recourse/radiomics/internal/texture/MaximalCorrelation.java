/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiomics.internal.texture;

/**
 * Maximal correlation coefficient of a matrix of pairs: the square root of the second largest
 * eigenvalue of Q(i,j) = Σk p(i,k)·p(j,k)/(px(i)·py(k) + ε) (Haralick 1973, doi
 * 10.1109/TSMC.1973.4309314).
 *
 * <p>Q is similar to B·Bᵀ with B(i,k) = p(i,k)/√(px(i)·py(k) + ε), whose largest singular vector is
 * √px, so the second largest singular value of B is asked for. It is found by Lanczos iteration on
 * the sparse matrix, orthogonal to √px; the plain way takes O(levels³) for every direction. Worked
 * example: {@code TextureMatricesTest}.
 */
final class MaximalCorrelation {

  /** Residual at which the eigenvalue, whose error is its square, is good to 1e-10. */
  private static final double RESIDUAL = 3e-6;

  private static final int MOST_STEPS = 200;

  private final PairMatrix matrix;
  private final int size;
  private final int[] row;
  private final int[] column;
  private final double[] value;
  private final double[] first; // √px of the levels with pairs, the known eigenvector
  private final double[] scratch;

  MaximalCorrelation(PairMatrix matrix, double[] px, double[] py) {
    this.matrix = matrix;
    int[] place = new int[px.length];
    int present = 0;
    for (int i = 1; i < px.length; i++) {
      if (px[i] > 0 || py[i] > 0) {
        place[i] = present++;
      }
    }
    size = present;
    first = new double[size];
    for (int i = 1; i < px.length; i++) {
      if (px[i] > 0) {
        first[place[i]] = Math.sqrt(px[i]);
      }
    }
    int entries = matrix.entryCount();
    row = new int[entries];
    column = new int[entries];
    value = new double[entries];
    double scale = 1 / matrix.total();
    for (int e = 0; e < entries; e++) {
      int i = matrix.row(e);
      int j = matrix.column(e);
      row[e] = place[i];
      column[e] = place[j];
      value[e] = matrix.weight(e) * scale / Math.sqrt(px[i] * py[j] + Log2.EPSILON);
    }
    scratch = new double[size];
  }

  /** Returns the coefficient, 0 to 1; 0 if only one level has pairs. */
  double value() {
    if (size < 2) {
      return 0;
    }
    int steps = Math.min(size - 1, MOST_STEPS);
    double[][] basis = new double[steps][];
    double[] diagonal = new double[steps];
    double[] below = new double[steps];
    double[] vector = startVector();
    int nextCheck = 8;
    for (int k = 0; k < steps; k++) {
      basis[k] = vector;
      double[] next = new double[size];
      multiply(vector, next);
      diagonal[k] = dot(vector, next);
      orthogonalise(next, basis, k);
      double norm = Math.sqrt(dot(next, next));
      below[k] = norm;
      boolean last = k == steps - 1 || norm < 1e-12;
      if (last || k + 1 == nextCheck) {
        var ritz = new TridiagonalExtreme(diagonal, below, k + 1, matrix.symmetrical());
        if (last || ritz.residual() < RESIDUAL) {
          return matrix.symmetrical() ? ritz.value() : Math.sqrt(Math.max(0, ritz.value()));
        }
        nextCheck += 4 + nextCheck / 4;
      }
      scale(next, 1 / norm);
      vector = next;
    }
    return 0;
  }

  /** Starts near a linear function of the level, with a part of every other vector. */
  private double[] startVector() {
    double[] vector = new double[size];
    long seed = 42;
    for (int i = 0; i < size; i++) {
      seed = seed * 6364136223846793005L + 1442695040888963407L;
      double random = (seed >> 11) * 0x1p-52;
      vector[i] = random / Math.sqrt(size) + (i - 0.5 * size) / size * first[i];
    }
    scale(vector, 1 / Math.sqrt(dot(vector, vector)));
    removeFirst(vector);
    removeFirst(vector);
    scale(vector, 1 / Math.sqrt(dot(vector, vector)));
    return vector;
  }

  private void multiply(double[] x, double[] result) {
    if (matrix.symmetrical()) {
      for (int e = 0; e < value.length; e++) {
        int i = row[e];
        int j = column[e];
        double v = value[e];
        result[i] += v * x[j];
        if (i != j) {
          result[j] += v * x[i];
        }
      }
      return;
    }
    java.util.Arrays.fill(scratch, 0);
    for (int e = 0; e < value.length; e++) {
      scratch[column[e]] += value[e] * x[row[e]];
    }
    for (int e = 0; e < value.length; e++) {
      result[row[e]] += value[e] * scratch[column[e]];
    }
  }

  private void orthogonalise(double[] next, double[][] basis, int last) {
    removeFirst(next);
    for (int k = last; k >= 0; k--) {
      subtract(next, basis[k], dot(next, basis[k]));
    }
    removeFirst(next);
  }

  private void removeFirst(double[] vector) {
    double norm = dot(first, first);
    subtract(vector, first, dot(vector, first) / norm);
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
    // Two sums halve the wait for each addition; the order is fixed.
    double even = 0;
    double odd = 0;
    int i = 0;
    for (; i + 1 < a.length; i += 2) {
      even += a[i] * b[i];
      odd += a[i + 1] * b[i + 1];
    }
    return i < a.length ? even + odd + a[i] * b[i] : even + odd;
  }
}
