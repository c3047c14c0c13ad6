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
 * Features of a matrix of counts by grey level i and size j: run lengths, zone sizes, zone
 * distances and dependence counts are all described by the same sums.
 *
 * <p>With the counts P(i,j), their total N, p = P/N and the voxel count V:
 *
 * <pre>
 *   small emphasis Σ p/j²        large emphasis Σ p·j²
 *   low level emphasis Σ p/i²    high level emphasis Σ p·i²      and the four products
 *   level non-uniformity Σi (Σj P)²/N     normalised: /N²
 *   size non-uniformity Σj (Σi P)²/N      normalised: /N²
 *   percentage N/V    variances Σ p·(i-μ)², Σ p·(j-μ)²    entropy -Σ p·log2(p + ε)
 * </pre>
 *
 * Sources: Galloway 1975, doi 10.1016/S0146-664X(75)80008-6; Thibault 2014, doi
 * 10.1109/TBME.2013.2284600; Zwanenburg 2020, doi 10.1148/radiol.2020191145. Worked example: {@code
 * LevelSizeFeaturesTest}. Not thread-safe.
 */
public final class LevelSizeFeatures implements CellSink {

  private double[] ofLevel = new double[64];
  private double[] ofSize = new double[64];
  private int mostLevel;
  private int mostSize;
  private double count;
  private double sizeSum;
  private double small;
  private double large;
  private double low;
  private double high;
  private double smallLow;
  private double smallHigh;
  private double largeLow;
  private double largeHigh;
  private double squares;
  private double countLogSum;
  private int cells;

  /** Adds a cell of the matrix; each cell is added once. */
  @Override
  public void add(int level, int size, double occurrences) {
    double i = level;
    double j = size;
    double i2 = i * i;
    double j2 = j * j;
    double overJ2 = occurrences / j2;
    double timesJ2 = occurrences * j2;
    small += overJ2;
    large += timesJ2;
    smallLow += overJ2 / i2;
    smallHigh += overJ2 * i2;
    largeLow += timesJ2 / i2;
    largeHigh += timesJ2 * i2;
    low += occurrences / i2;
    high += occurrences * i2;
    count += occurrences;
    sizeSum += occurrences * j;
    squares += occurrences * occurrences;
    countLogSum += occurrences * Log2.of(occurrences);
    cells++;
    if (level >= ofLevel.length) {
      ofLevel = Arrays.copyOf(ofLevel, 2 * level);
    }
    if (size >= ofSize.length) {
      ofSize = Arrays.copyOf(ofSize, 2 * size);
    }
    ofLevel[level] += occurrences;
    ofSize[size] += occurrences;
    mostLevel = Math.max(mostLevel, level);
    mostSize = Math.max(mostSize, size);
  }

  public double count() {
    return count;
  }

  /** Returns the sum of count times size: the voxels of the region for runs and zones. */
  public double sizeSum() {
    return sizeSum;
  }

  public double smallEmphasis() {
    return small / count;
  }

  public double largeEmphasis() {
    return large / count;
  }

  public double lowLevelEmphasis() {
    return low / count;
  }

  public double highLevelEmphasis() {
    return high / count;
  }

  public double smallLow() {
    return smallLow / count;
  }

  public double smallHigh() {
    return smallHigh / count;
  }

  public double largeLow() {
    return largeLow / count;
  }

  public double largeHigh() {
    return largeHigh / count;
  }

  public double levelNonUniformity() {
    return squareSum(ofLevel, mostLevel) / count;
  }

  public double levelNonUniformityNormalised() {
    return levelNonUniformity() / count;
  }

  public double sizeNonUniformity() {
    return squareSum(ofSize, mostSize) / count;
  }

  public double sizeNonUniformityNormalised() {
    return sizeNonUniformity() / count;
  }

  /** Number of counted things per voxel. */
  public double percentage(double voxelCount) {
    return count / voxelCount;
  }

  public double levelVariance() {
    return variance(ofLevel, mostLevel);
  }

  public double sizeVariance() {
    return variance(ofSize, mostSize);
  }

  /** Joint entropy of level and size, bits. */
  public double entropy() {
    return Log2.entropy(countLogSum, cells, count);
  }

  /** Sum of p². */
  public double energy() {
    return squares / (count * count);
  }

  private static double squareSum(double[] marginal, int most) {
    double sum = 0;
    for (int k = 1; k <= most; k++) {
      sum += marginal[k] * marginal[k];
    }
    return sum;
  }

  private double variance(double[] marginal, int most) {
    double sum = 0;
    for (int k = 1; k <= most; k++) {
      sum += k * marginal[k];
    }
    double mean = sum / count;
    double squared = 0;
    for (int k = 1; k <= most; k++) {
      squared += (k - mean) * (k - mean) * marginal[k];
    }
    return squared / count;
  }
}
