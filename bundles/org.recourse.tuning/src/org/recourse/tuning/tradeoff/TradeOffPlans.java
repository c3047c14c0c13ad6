/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.tuning.tradeoff;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.recourse.assistant.numbers.PlanNumbers;
import org.recourse.tuning.check.CheckLimits;
import org.recourse.tuning.proposal.Proposals;
import org.recourse.tuning.proposal.TradeOffSource;

/**
 * Makes the navigator of a plan from its proposals of beam weights: those, the plan as it is, and
 * plans towards each single goal between them. Thread-safe.
 */
public final class TradeOffPlans {

  private final TradeOffSource source;

  public TradeOffPlans(TradeOffSource source) {
    this.source = Objects.requireNonNull(source, "source");
  }

  /**
   * Makes the navigator.
   *
   * @param proposals what a search found for the plan
   * @param modelId model whose risk is one of the goals
   * @return empty if the plan has no dose for each of its beams, or the model no number
   */
  public Optional<TradeOffNavigator> of(
      Proposals proposals, String modelId, CheckLimits limits, IProgressMonitor monitor) {
    PlanNumbers before = proposals.before();
    return source
        .linear(before, modelId, limits, monitor)
        .map(linear -> navigator(linear, source.weights(proposals, linear)));
  }

  private static TradeOffNavigator navigator(TradeOffSource.Linear linear, List<double[]> weights) {
    List<TradeOffPoint> plans =
        weights.stream().map(w -> new TradeOffPoint(w, linear.costs(w))).toList();
    return new TradeOffNavigator(linear.goals(), linear.beamNumbers(), plans, linear::costs);
  }
}
