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
 * Features of one matrix of grey level pairs (GLCM), after Haralick 1973, doi
 * 10.1109/TSMC.1973.4309314, with the names of PyRadiomics 3.0.1.
 *
 * <p>Everything but the joint terms follows from the distributions of the sum and of the difference
 * of the two levels: for a symmetrical matrix the covariance is a quarter of variance of the sum
 * minus contrast. The marginals of the matrix are exact, so the cross entropies HXY1 and HXY2 are
 * both HX + HY and need no walk over all pairs of levels.
 *
 * <p>Degenerate cases, as in PyRadiomics: without variance the correlation is 1; with one level the
 * information measures are 0 and MCC is 1. Worked example: {@code TextureMatricesTest}. Not
 * thread-safe.
 */
final class PairFeatures {

  private final PairMatrix matrix;
  private final int levelCount;
  private final double[] sum; // probability of each sum of levels
  private final double[] difference;
  private final double[] px;
  private final double[] py;
  private double energy;
  private double logSum;
  private int cells;
  private double jointEntropy;
  private double maximum;
  private double meanX;
  private double meanY;

  PairFeatures(PairMatrix matrix) {
    this.matrix = matrix;
    levelCount = matrix.levelCount();
    sum = new double[2 * levelCount + 1];
    difference = new double[levelCount];
    px = new double[levelCount + 1];
    py = new double[levelCount + 1];
  }

  /** Computes all features in the order of {@link PairFamily#NAMES}; all NaN without pairs. */
  double[] compute(boolean withMcc) {
    double[] values = new double[PairFamily.NAMES.size()];
    if (matrix.total() == 0) {
      Arrays.fill(values, Double.NaN);
      return values;
    }
    distribute();
    for (int i = 1; i <= levelCount; i++) {
      meanX += i * px[i];
      meanY += i * py[i];
    }
    sumFeatures(values);
    differenceFeatures(values);
    jointFeatures(values);
    values[16] = withMcc ? new MaximalCorrelation(matrix, px, py).value() : 0;
    return values;
  }

  /** Collects whole weights, which add up without rounding, and divides them at the end. */
  private void distribute() {
    double[] weights = matrix.weights();
    int[] columns = matrix.columns();
    double times = matrix.symmetrical() ? 2 : 1;
    double total = matrix.total();
    double largest = 0;
    for (int i = 1; i <= levelCount; i++) {
      double row = 0;
      int end = matrix.rowStart(i + 1);
      for (int e = matrix.rowStart(i); e < end; e++) {
        int j = columns[e];
        double weight = weights[e];
        row += weight;
        py[j] += weight;
        sum[i + j] += weight;
        difference[Math.abs(i - j)] += weight;
        energy += weight * weight;
        logSum += Log2.timesLog(weight);
        largest = Math.max(largest, weight);
      }
      cells += end - matrix.rowStart(i);
      px[i] += row;
    }
    energy *= times;
    logSum *= times;
    cells *= (int) times;
    for (int k = 0; k < sum.length; k++) {
      sum[k] *= times;
    }
    for (int k = 0; k < difference.length; k++) {
      difference[k] *= times / total;
    }
    if (matrix.symmetrical()) {
      for (int i = 1; i <= levelCount; i++) {
        px[i] += py[i];
        py[i] = px[i];
      }
    }
    addDiagonal(total);
    for (int i = 1; i <= levelCount; i++) {
      px[i] /= total; // exactly 1 for a single pair of levels
      py[i] /= total;
      largest = Math.max(largest, matrix.diagonal(i));
    }
    for (int k = 0; k < sum.length; k++) {
      sum[k] /= total;
    }
    energy /= total * total;
    maximum = largest / total;
    jointEntropy = Log2.entropy(logSum, cells, total);
  }

  private void addDiagonal(double total) {
    double equal = 0;
    for (int i = 1; i <= levelCount; i++) {
      double weight = matrix.diagonal(i);
      if (weight > 0) {
        px[i] += weight;
        py[i] += weight;
        sum[2 * i] += weight;
        equal += weight;
        energy += weight * weight;
        logSum += Log2.timesLog(weight);
        cells++;
      }
    }
    difference[0] += equal / total;
  }

  private void sumFeatures(double[] values) {
    double centre = meanX + meanY;
    double average = 0;
    double second = 0;
    double third = 0;
    double fourth = 0;
    double entropy = 0;
    double squares = 0;
    for (int k = 2; k < sum.length; k++) {
      double p = sum[k];
      if (p == 0) {
        continue;
      }
      double d = k - centre;
      average += k * p;
      squares += (double) k * k * p;
      second += d * d * p;
      third += d * d * d * p;
      fourth += d * d * d * d * p;
      entropy -= Log2.term(p);
    }
    values[0] = squares / 4; // autocorrelation; the part of the difference is taken off there
    values[1] = meanX;
    values[2] = fourth;
    values[3] = third;
    values[4] = second;
    values[21] = average;
    values[22] = entropy;
  }

  private void differenceFeatures(double[] values) {
    double contrast = 0;
    double average = 0;
    double entropy = 0;
    double idm = 0;
    double idmn = 0;
    double id = 0;
    double idn = 0;
    double inverseVariance = 0;
    double ng = levelCount;
    for (int k = 0; k < difference.length; k++) {
      double p = difference[k];
      if (p == 0) {
        continue;
      }
      double k2 = (double) k * k;
      contrast += k2 * p;
      average += k * p;
      entropy -= Log2.term(p);
      idm += p / (1 + k2);
      idmn += p / (1 + k2 / (ng * ng));
      id += p / (1 + k);
      idn += p / (1 + k / ng);
      inverseVariance += k == 0 ? 0 : p / k2;
    }
    double variance = 0;
    for (int k = 0; k < difference.length; k++) {
      variance += (k - average) * (k - average) * difference[k];
    }
    values[0] -= contrast / 4;
    values[5] = contrast;
    values[7] = average;
    values[8] = entropy;
    values[9] = variance;
    values[12] = idm;
    values[13] = idmn;
    values[14] = id;
    values[15] = idn;
    values[19] = inverseVariance;
  }

  private void jointFeatures(double[] values) {
    double varianceX = 0;
    double varianceY = 0;
    double hx = 0;
    double hy = 0;
    int levels = 0;
    for (int i = 1; i <= levelCount; i++) {
      varianceX += (i - meanX) * (i - meanX) * px[i];
      varianceY += (i - meanY) * (i - meanY) * py[i];
      hx -= Log2.term(px[i]);
      hy -= Log2.term(py[i]);
      levels += px[i] > 0 || py[i] > 0 ? 1 : 0;
    }
    double meanDifference = meanX - meanY;
    double covariance = (values[4] - (values[5] - meanDifference * meanDifference)) / 4;
    double deviations = Math.sqrt(varianceX) * Math.sqrt(varianceY);
    values[6] = deviations == 0 ? 1 : covariance / (deviations + Log2.EPSILON);
    values[10] = energy;
    values[11] = jointEntropy;
    double information = levels < 2 ? 0 : hx + hy - jointEntropy;
    double larger = Math.max(hx, hy);
    values[17] = larger == 0 ? 0 : -information / larger;
    values[18] = Math.sqrt(Math.max(0, 1 - Math.exp(-2 * information)));
    values[20] = maximum;
    values[23] = varianceX;
  }
}
