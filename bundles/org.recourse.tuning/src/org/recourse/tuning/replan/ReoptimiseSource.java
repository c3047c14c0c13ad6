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
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.assistant.numbers.PlanNumbers;
import org.recourse.assistant.planning.PlannedBeams;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.planning.optimisation.PlanObjective;
import org.recourse.planning.optimisation.PlanOptimisation;
import org.recourse.planning.plan.PlanOutcome;
import org.recourse.tuning.proposal.ProposalKind;

/**
 * Optimises the whole fluence with the risk in the objective. The model is asked for its number and
 * what drives it; the fluence is optimised with that as a term and a trust region around the dose
 * asked about; the model is asked again. A step that does not lower its number is taken back and
 * tried with a quarter of the radius. Thread-safe.
 */
final class ReoptimiseSource extends FluenceSource {

  private static final double FIRST_RADIUS_GY = 6;
  private static final double LAST_RADIUS_GY = 1;
  private static final double SMALLER = 0.25;
  private static final int MOST_STEPS = 2;
  private static final int ITERATIONS = 20;
  private static final int LAST_ITERATIONS = 5;

  /** Weight of the risk against bounds of a few hundred per Gy². */
  private static final double RISK_WEIGHT = 4;

  private static final double SMALLEST_GAIN = 1e-5;

  ReoptimiseSource(Replanning replanning, PlannedBeams.Capture capture) {
    super(replanning, capture);
  }

  @Override
  public ProposalKind kind() {
    return ProposalKind.REOPTIMISE;
  }

  /** A plan on the way. */
  private record At(
      double[] fluence, double[] gridGy, PlanNumbers numbers, double risk, RiskPull pull) {}

  @Override
  void ofModel(Question asked, RiskPull pull, SubMonitor progress) {
    SubMonitor each = progress.setWorkRemaining(Coverage.values().length);
    for (Coverage coverage : Coverage.values()) {
      ofCoverage(asked, pull, coverage, each.split(1).setWorkRemaining(100));
    }
  }

  private void ofCoverage(Question asked, RiskPull pull, Coverage coverage, SubMonitor progress) {
    PreparedPlan plan = asked.plan();
    List<PlanObjective> bounds =
        PlanBounds.of(
            plan,
            asked.before(),
            asked.settings().limits(),
            coverage == Coverage.KEPT,
            progress.split(5));
    double start = RiskPulls.number(asked.base(), asked.modelId()).orElseThrow();
    var at = new At(plan.asItIs().fluence(), plan.baseGy(), asked.base(), start, pull);
    double radiusGy = FIRST_RADIUS_GY;
    for (int step = 0; step < MOST_STEPS && radiusGy >= LAST_RADIUS_GY; step++) {
      At next = next(asked, bounds, at, radiusGy, progress.split(20));
      if (next.risk() < at.risk() - SMALLEST_GAIN) {
        at = next;
      } else {
        radiusGy *= SMALLER;
      }
    }
    var change = new DeliveredChange(plan, asked.before());
    PlanOutcome outcome =
        change.optimised(
            with(bounds, at.pull().objective(at.gridGy(), radiusGy, RISK_WEIGHT)),
            at.fluence(),
            LAST_ITERATIONS,
            progress.split(20));
    Delivered delivered = delivered(asked, outcome, coverage, progress.split(5));
    asked
        .outlet()
        .found(
            change.candidate(
                kind(),
                "Re-optimisation, " + coverage.words(),
                words(at, start, delivered),
                delivered.outcome(),
                asked.modelId()));
  }

  private static List<PlanObjective> with(List<PlanObjective> bounds, PlanObjective risk) {
    List<PlanObjective> all = new ArrayList<>(bounds);
    all.add(risk);
    return all;
  }

  private At next(
      Question asked, List<PlanObjective> bounds, At from, double radiusGy, SubMonitor progress) {
    PreparedPlan plan = asked.plan();
    progress.setWorkRemaining(10);
    SliceExecutor executor = executor();
    PlanOptimisation.Result found =
        Replanning.optimisation(ITERATIONS)
            .optimise(
                plan.aimed().influence(),
                with(bounds, from.pull().objective(from.gridGy(), radiusGy, RISK_WEIGHT)),
                List.of(),
                from.fluence(),
                (iteration, value, problem) -> {},
                executor,
                progress.split(8));
    progress.checkCanceled();
    PlanNumbers numbers =
        ask(plan, asked.before(), asked.modelId(), found.doseGy(), progress.split(1));
    OptionalDouble risk = RiskPulls.number(numbers, asked.modelId());
    if (risk.isEmpty()) {
      return new At(found.weight(), found.doseGy(), numbers, Double.MAX_VALUE, from.pull());
    }
    RiskPull pull =
        switch (asked.pulls().at(numbers, found.doseGy(), progress.split(1))) {
          case RiskPulls.Answer.Known(RiskPull known) -> known;
          case RiskPulls.Answer.Blind blind -> from.pull(); // as low as it goes: nothing new
        };
    return new At(found.weight(), found.doseGy(), numbers, risk.getAsDouble(), pull);
  }

  private static String words(At at, double start, Delivered delivered) {
    return String.format(
        Locale.ROOT,
        "Fluence of all beams optimised with the number of the model in the objective, driven by"
            + " the dose of %s, %s (fluence: %.3f to %.3f).",
        at.pull().structure(),
        delivered.words(),
        start,
        at.risk());
  }
}
