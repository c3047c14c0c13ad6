/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.tuning.replan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.assistant.planning.PlannedBeams;
import org.recourse.planning.objective.ExternalObjective;
import org.recourse.planning.optimisation.PlanObjective;
import org.recourse.planning.plan.PlanOutcome;
import org.recourse.tuning.proposal.ProposalKind;

/**
 * Sculpts the dose: less of it in the few cubic centimetres that drive the number of a model most,
 * by optimising the fluence again while targets and organs keep what they have. Thread-safe.
 */
final class SculptSource extends FluenceSource {

  /** Size of the region, cm³; what a model needs less of in a larger one is a re-optimisation. */
  static final double REGION_CM3 = 4;

  /** What the region is to lose, Gy; bounds of targets and organs stand against it. */
  static final double LESS_GY = 6;

  private static final double REGION_WEIGHT = 20;
  private static final int ITERATIONS = 25;

  SculptSource(Replanning replanning, PlannedBeams.Capture capture) {
    super(replanning, capture);
  }

  @Override
  public ProposalKind kind() {
    return ProposalKind.DOSE_SCULPT;
  }

  @Override
  void ofModel(Question asked, RiskPull pull, SubMonitor progress) {
    PreparedPlan plan = asked.plan();
    int[] region = region(plan, pull);
    SubMonitor each = progress.setWorkRemaining(Coverage.values().length);
    for (Coverage coverage : Coverage.values()) {
      SubMonitor step = each.split(1).setWorkRemaining(100);
      List<PlanObjective> objectives =
          new ArrayList<>(
              PlanBounds.of(
                  plan,
                  asked.before(),
                  asked.settings().limits(),
                  coverage == Coverage.KEPT,
                  step.split(10)));
      objectives.add(less(plan, region));
      var change = new DeliveredChange(plan, asked.before());
      PlanOutcome outcome =
          change.optimised(objectives, plan.asItIs().fluence(), ITERATIONS, step.split(80));
      Delivered delivered = delivered(asked, outcome, coverage, step.split(5));
      asked
          .outlet()
          .found(
              change.candidate(
                  kind(),
                  "Dose sculpting, " + coverage.words(),
                  words(asked, region, delivered),
                  delivered.outcome(),
                  asked.modelId()));
    }
  }

  /** The voxels that drive the number most: at most {@link #REGION_CM3}. */
  private static int[] region(PreparedPlan plan, RiskPull pull) {
    double[] share = pull.share(plan.baseGy());
    Integer[] order = new Integer[share.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, (a, b) -> Double.compare(share[b], share[a]));
    int most = Math.max(1, (int) (REGION_CM3 / plan.volumeCm3(1)));
    return Arrays.stream(order)
        .limit(most)
        .filter(i -> share[i] > 0)
        .mapToInt(i -> pull.voxels()[i])
        .sorted()
        .toArray();
  }

  private static PlanObjective less(PreparedPlan plan, int[] region) {
    double[] bound = PreparedPlan.gathered(plan.baseGy(), region);
    for (int i = 0; i < bound.length; i++) {
      bound[i] = Math.max(0, bound[i] - LESS_GY);
    }
    return PlanObjective.physical(
        "region",
        region,
        new ExternalObjective("less dose in the region", VoxelBounds.atMost(bound)),
        REGION_WEIGHT);
  }

  private static String words(Question asked, int[] region, Delivered delivered) {
    PreparedPlan plan = asked.plan();
    double before = mean(plan.baseGy(), region);
    double after = mean(PreparedPlan.values(delivered.outcome().dose()), region);
    return String.format(
        Locale.ROOT,
        "Less dose in %.1f cm3 of %s (mean %.1f to %.1f Gy), %s; fluence optimised again.",
        plan.volumeCm3(region.length),
        Places.mostOf(plan, asked.before(), region),
        before,
        after,
        delivered.words());
  }

  private static double mean(double[] gridGy, int[] voxels) {
    return Arrays.stream(PreparedPlan.gathered(gridGy, voxels)).average().orElse(0);
  }
}
