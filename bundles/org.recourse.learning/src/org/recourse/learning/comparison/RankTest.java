/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.learning.comparison;

import java.util.List;
import org.hipparchus.distribution.continuous.ChiSquaredDistribution;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.recourse.learning.sample.Ranks;

/** Tests on ranks, which assume no distribution; ties share mid-ranks and correct the variance. */
public final class RankTest {

  private RankTest() {}

  /**
   * Mann-Whitney (Wilcoxon rank-sum) test by the normal approximation with continuity correction
   * (doi:10.1214/aoms/1177730491); with a sample below about ten it is rough.
   *
   * @throws IllegalArgumentException if a sample is empty or all values are equal
   */
  public static double mannWhitneyPValue(double[] first, double[] second) {
    double[] all = joined(List.of(first, second));
    double[] rank = Ranks.midRanks(all);
    double n = first.length;
    double m = second.length;
    double u = -n * (n + 1) / 2;
    for (int i = 0; i < first.length; i++) {
      u += rank[i];
    }
    double total = n + m;
    double variance = n * m / 12 * (total + 1 - Ranks.tieSum(all) / (total * (total - 1)));
    requireVariation(variance);
    double difference = Math.abs(u - n * m / 2);
    double z = Math.max(difference - 0.5, 0) / Math.sqrt(variance);
    return Math.min(1, 2 * new NormalDistribution().cumulativeProbability(-z));
  }

  /**
   * Kruskal-Wallis test of equal location in several groups, χ² on groups − 1 degrees of freedom
   * (doi:10.1080/01621459.1952.10483441).
   */
  public static double kruskalWallisPValue(List<double[]> groups) {
    if (groups.size() < 2) {
      throw new IllegalArgumentException("two groups are needed: " + groups.size());
    }
    double[] all = joined(groups);
    double[] rank = Ranks.midRanks(all);
    double n = all.length;
    double sum = 0;
    int next = 0;
    for (double[] group : groups) {
      double rankSum = 0;
      for (int i = 0; i < group.length; i++) {
        rankSum += rank[next++];
      }
      sum += rankSum * rankSum / group.length;
    }
    double correction = 1 - Ranks.tieSum(all) / (n * n * n - n);
    requireVariation(correction);
    double statistic = (12 / (n * (n + 1)) * sum - 3 * (n + 1)) / correction;
    return 1 - new ChiSquaredDistribution(groups.size() - 1.0).cumulativeProbability(statistic);
  }

  /** Spearman's rank correlation: Pearson's correlation of mid-ranks. */
  public static double spearman(double[] first, double[] second) {
    return new org.hipparchus.stat.correlation.PearsonsCorrelation()
        .correlation(Ranks.midRanks(first), Ranks.midRanks(second));
  }

  private static void requireVariation(double variance) {
    if (!(variance > 0)) {
      throw new IllegalArgumentException("all values are equal: their ranks tell nothing");
    }
  }

  private static double[] joined(List<double[]> groups) {
    for (double[] group : groups) {
      if (group.length == 0) {
        throw new IllegalArgumentException("a group holds no patient");
      }
    }
    return groups.stream().flatMapToDouble(java.util.Arrays::stream).toArray();
  }
}
