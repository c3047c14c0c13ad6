/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cli.internal.truth;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * What a campaign showed. Immutable.
 *
 * @param inDomain patients of the standard cohort that the model knows
 * @param acceptable of these, those with an acceptable proposal
 * @param successes of these, those whose true risk falls
 * @param gainOverScaling mean of the true risk after scaling down minus that after the proposal
 * @param gainLower95 lower end of its 95 % bootstrap interval
 * @param gainUpper95 upper end
 * @param trueFall mean fall of the true risk by accepted proposals
 * @param violations accepted proposals in which a second reading found a violation
 * @param foreign patients of cohorts unlike the training
 * @param abstained of these, those for which nothing was offered for acceptance
 */
public record TruthResult(
    int inDomain,
    int acceptable,
    int successes,
    double gainOverScaling,
    double gainLower95,
    double gainUpper95,
    double trueFall,
    int violations,
    int foreign,
    int abstained) {

  /** The group that is like the training. */
  public static final String STANDARD = "standard";

  private static final int BOOTSTRAPS = 5000;
  private static final double Z = 1.959964;

  /** Counts records. */
  public static TruthResult of(List<TruthRecord> records) {
    List<TruthRecord> known =
        records.stream().filter(r -> r.group().equals(STANDARD) && r.inDomain()).toList();
    List<TruthRecord> taken = known.stream().filter(r -> r.accepted().isPresent()).toList();
    double[] gain =
        taken.stream()
            .mapToDouble(r -> r.accepted().get().scaledTrueRisk() - r.accepted().get().trueRisk())
            .toArray();
    double[] interval = bootstrap(gain);
    List<TruthRecord> foreign = records.stream().filter(r -> !r.group().equals(STANDARD)).toList();
    return new TruthResult(
        known.size(),
        taken.size(),
        (int) taken.stream().filter(r -> r.accepted().get().trueRisk() < r.trueRisk()).count(),
        Arrays.stream(gain).average().orElse(0),
        interval[0],
        interval[1],
        taken.stream()
            .mapToDouble(r -> r.trueRisk() - r.accepted().get().trueRisk())
            .average()
            .orElse(0),
        (int) taken.stream().filter(r -> !r.accepted().get().violations().isEmpty()).count(),
        foreign.size(),
        (int) foreign.stream().filter(r -> r.accepted().isEmpty()).count());
  }

  private static double[] bootstrap(double[] values) {
    if (values.length == 0) {
      return new double[] {0, 0};
    }
    var random = new Random(20261121);
    double[] means = new double[BOOTSTRAPS];
    for (int k = 0; k < BOOTSTRAPS; k++) {
      double sum = 0;
      for (int i = 0; i < values.length; i++) {
        sum += values[random.nextInt(values.length)];
      }
      means[k] = sum / values.length;
    }
    Arrays.sort(means);
    return new double[] {means[(int) (0.025 * BOOTSTRAPS)], means[(int) (0.975 * BOOTSTRAPS)]};
  }

  /** Part of the in-domain patients with an acceptable proposal. */
  public double acceptableFraction() {
    return inDomain == 0 ? 0 : acceptable / (double) inDomain;
  }

  /** Part of the foreign patients that were abstained from. */
  public double abstainedFraction() {
    return foreign == 0 ? 0 : abstained / (double) foreign;
  }

  /**
   * Lower end of the 95 % interval of Wilson (1927) of the successes among the accepted. Worked
   * example: 10 of 10 give 0.7225.
   */
  public double successLower95() {
    if (acceptable == 0) {
      return 0;
    }
    double n = acceptable;
    double p = successes / n;
    double centre = p + Z * Z / (2 * n);
    double spread = Z * Math.sqrt(p * (1 - p) / n + Z * Z / (4 * n * n));
    return (centre - spread) / (1 + Z * Z / n);
  }
}
