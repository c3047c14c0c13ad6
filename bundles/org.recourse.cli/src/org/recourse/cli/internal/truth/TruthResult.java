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
import java.util.Optional;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.recourse.learning.performance.DeLong;
import org.recourse.learning.sample.ScoredOutcomes;

/**
 * Figures of a campaign.
 *
 * @param tried patients like those of the training
 * @param inDomain those of them that the model knew
 * @param covered those of these whose plan kept the limits of coverage at the start
 * @param acceptable in-domain patients with an acceptable proposal
 * @param successes of these, proposals that lower the true risk
 * @param gainOverScaling mean of the true risk after uniform down-scaling to the same D98 of the
 *     gross tumour volume minus that after the proposal
 * @param gainLower95 lower end of its 95 % interval (bootstrap over patients)
 * @param gainUpper95 upper end
 * @param trueFall mean fall of the true risk by accepted proposals
 * @param violations accepted proposals that a second reading of the numbers finds fault with
 * @param foreign patients unlike those of the training
 * @param abstained of these, without an acceptable proposal
 * @param modelAuc AUC of the score for the drawn outcome of the in-domain patients, if defined
 * @param oracleAuc that of the true risk
 */
public record TruthResult(
    int tried,
    int inDomain,
    int covered,
    int acceptable,
    int successes,
    double gainOverScaling,
    double gainLower95,
    double gainUpper95,
    double trueFall,
    int violations,
    int foreign,
    int abstained,
    Optional<Double> modelAuc,
    Optional<Double> oracleAuc) {

  /** The group that is like the training. */
  public static final String STANDARD = "standard";

  private static final int BOOTSTRAPS = 5000;
  private static final double LEVEL = 0.95;
  private static final double Z = 1.959964;

  /** Counts records. */
  public static TruthResult of(List<TruthRecord> records) {
    List<TruthRecord> standard = records.stream().filter(r -> r.group().equals(STANDARD)).toList();
    List<TruthRecord> known = standard.stream().filter(TruthRecord::inDomain).toList();
    List<TruthRecord> taken = known.stream().filter(r -> r.accepted().isPresent()).toList();
    double[] gain =
        taken.stream()
            .mapToDouble(r -> r.accepted().get().scaledTrueRisk() - r.accepted().get().trueRisk())
            .toArray();
    double[] interval = bootstrap(gain);
    List<TruthRecord> foreign = records.stream().filter(r -> !r.group().equals(STANDARD)).toList();
    return new TruthResult(
        standard.size(),
        known.size(),
        (int) known.stream().filter(TruthRecord::covered).count(),
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
        (int) foreign.stream().filter(r -> r.accepted().isEmpty()).count(),
        auc(known, TruthRecord::modelRisk),
        auc(known, TruthRecord::trueRisk));
  }

  private static Optional<Double> auc(
      List<TruthRecord> records, ToDoubleFunction<TruthRecord> score) {
    boolean[] event = new boolean[records.size()];
    for (int i = 0; i < event.length; i++) {
      event[i] = records.get(i).event();
    }
    var scored = new ScoredOutcomes(records.stream().mapToDouble(score).toArray(), event);
    return DeLong.areaUnderCurve(scored, LEVEL).asOptional();
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

  /** Lower end of the 95 % interval of the successes among the accepted. */
  public double successLower95() {
    return acceptable == 0 ? 0 : wilson95(successes, acceptable)[0];
  }

  /**
   * Returns the 95 % interval of a proportion (Wilson 1927, DOI 10.1080/01621459.1927.10502953).
   * Worked example, Newcombe 1998 (DOI
   * 10.1002/(SICI)1097-0258(19980430)17:8<857::AID-SIM777>3.0.CO;2-E): 81 of 263 give 0.2553 to
   * 0.3662.
   *
   * @param count successes
   * @param of trials, at least one
   */
  static double[] wilson95(int count, int of) {
    double n = of;
    double p = count / n;
    double centre = p + Z * Z / (2 * n);
    double spread = Z * Math.sqrt(p * (1 - p) / n + Z * Z / (4 * n * n));
    double whole = 1 + Z * Z / n;
    return new double[] {(centre - spread) / whole, (centre + spread) / whole};
  }
}
