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
 * Neighbourhood grey tone difference matrix and its features (Amadasun 1989, doi 10.1109/21.44046).
 *
 * <p>With n(i) voxels of level i, p(i) = n(i)/Σn and s(i) the sum of |i − mean of the neighbours|,
 * over the present levels, G of them:
 *
 * <pre>
 *   coarseness 1/Σ p(i)·s(i)
 *   contrast   Σi Σj p(i)·p(j)·(i − j)² / (G·(G − 1)) · Σ s(i) / Σ n
 *   busyness   Σ p(i)·s(i) / Σi Σj |i·p(i) − j·p(j)|
 *   complexity Σi Σj |i − j|·(p(i)·s(i) + p(j)·s(j)) / (p(i) + p(j)) / Σ n
 *   strength   Σi Σj (p(i) + p(j))·(i − j)² / Σ s(i)
 * </pre>
 *
 * Worked example, checked by {@code TextureMatricesTest}: in the one-slice region
 *
 * <pre>
 *   1 1 2
 *   1 3 2
 *   3 3 2
 * </pre>
 *
 * level 3 occurs 3 times with neighbour means 15/8, 7/3 and 11/5, so s(3) = |3 − 15/8| + |3 − 7/3|
 * + |3 − 11/5| = 311/120. Not changed after construction.
 */
public final class ToneDifferences {

  private final int[] level;
  private final double[] p;
  private final double[] s;
  private final int[] count;
  private final double[] differenceSum;
  private final double total;
  private double weighted; // Σ p·s
  private double plain; // Σ s

  ToneDifferences(int[] count, double[] differenceSum) {
    this.count = count;
    this.differenceSum = differenceSum;
    int present = 0;
    long voxels = 0;
    for (int n : count) {
      present += n > 0 ? 1 : 0;
      voxels += n;
    }
    total = voxels;
    level = new int[present];
    p = new double[present];
    s = new double[present];
    int to = 0;
    for (int i = 1; i < count.length; i++) {
      if (count[i] > 0) {
        level[to] = i;
        p[to] = count[i] / total;
        s[to] = differenceSum[i];
        weighted += p[to] * s[to];
        plain += s[to++];
      }
    }
  }

  int[] count() {
    return count.clone();
  }

  double[] differenceSum() {
    return differenceSum.clone();
  }

  /** Tells whether every voxel equals the mean of its neighbours: coarseness is not defined. */
  public boolean flat() {
    return weighted == 0;
  }

  /** Infinite if {@link #flat()}. */
  public double coarseness() {
    return 1 / weighted;
  }

  /** 0 with a single level. */
  public double contrast() {
    double mean = 0;
    double square = 0;
    for (int k = 0; k < level.length; k++) {
      mean += p[k] * level[k];
    }
    for (int k = 0; k < level.length; k++) {
      square += p[k] * (level[k] - mean) * (level[k] - mean);
    }
    double pairs = (double) level.length * (level.length - 1);
    // Σ Σ p(i)·p(j)·(i − j)² is twice the variance of the level.
    double contrast = 2 * square * plain / total;
    return pairs == 0 ? contrast : contrast / pairs;
  }

  /** 0 with a single level. */
  public double busyness() {
    double[] products = new double[level.length];
    for (int k = 0; k < products.length; k++) {
      products[k] = level[k] * p[k];
    }
    Arrays.sort(products);
    double sum = 0;
    for (int k = 0; k < products.length; k++) {
      sum += (2.0 * k - products.length + 1) * products[k]; // each pair once, larger minus smaller
    }
    return sum == 0 ? 0 : weighted / (2 * sum);
  }

  public double complexity() {
    double sum = 0;
    for (int a = 0; a < level.length; a++) {
      double ps = p[a] * s[a];
      for (int b = 0; b < a; b++) {
        sum += (level[a] - level[b]) * (ps + p[b] * s[b]) / (p[a] + p[b]);
      }
    }
    return 2 * sum / total;
  }

  /** 0 if {@link #flat()}. */
  public double strength() {
    if (plain == 0) {
      return 0;
    }
    double sum = 0;
    double mean = 0;
    for (int i : level) {
      mean += (double) i / level.length;
    }
    double spread = 0;
    for (int i : level) {
      spread += (i - mean) * (i - mean);
    }
    for (int k = 0; k < level.length; k++) {
      // Σj (i − j)² = spread + G·(i − mean)²
      sum += 2 * p[k] * (spread + level.length * (level[k] - mean) * (level[k] - mean));
    }
    return sum / plain;
  }
}
