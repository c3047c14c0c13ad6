/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.tuning.proposal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.recourse.assistant.numbers.PlanNumbers;
import org.recourse.risk.Interval;
import org.recourse.risk.RiskAssessment;
import org.recourse.risk.RiskCatalogue;
import org.recourse.risk.RiskModelDescription;
import org.recourse.risk.RiskResult;
import org.recourse.risk.RiskValue;

/**
 * Compares the answers of all models before and after a change.
 *
 * <p>Both answers share what is uncertain, so the change is less uncertain than either. Members of
 * an ensemble are compared one by one: mean ± t·s·√(1 + 1/K) of the K differences, as {@code
 * EnsembleInterval} does for one answer. For a published curve the interval is that of the change
 * at the ends of its published parameter. Worked example: differences −0.10, −0.08, −0.12 have mean
 * −0.10, s = 0.02, t = 4.303, so the half-width is 4.303·0.02·√(4/3) = 0.0994.
 *
 * <p>The change itself is that of the final network, which is none of the members: it saw all
 * patients, so it need not lie where they suggest. The interval of the change is therefore the
 * smallest one with the prediction interval of the members and the change in it. That covers more
 * than 95 %, never less, and decides nothing otherwise: its upper end is below 0 exactly if the
 * members' is and the change is negative. In the example a change of −0.21 has the interval −0.21
 * to −0.0006.
 */
final class RiskComparison {

  /** Quantiles 0.975 of Student's distribution for 1 to 9 degrees of freedom. */
  private static final double[] QUANTILE = {
    12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262
  };

  private RiskComparison() {}

  static List<RiskChange> of(PlanNumbers before, PlanNumbers after, RiskCatalogue catalogue) {
    List<RiskChange> changes = new ArrayList<>();
    for (RiskAssessment then : before.risks()) {
      after.risks().stream()
          .filter(now -> now.model().id().equals(then.model().id()))
          .findFirst()
          .ifPresent(now -> changes.add(change(then, now, catalogue)));
    }
    return changes;
  }

  private static RiskChange change(
      RiskAssessment before, RiskAssessment after, RiskCatalogue catalogue) {
    Optional<RiskModelDescription> description = after.description();
    return new RiskChange(
        before.model().id(),
        before.model().title(),
        !catalogue.looksAtVoxels(before.model().id()),
        description.map(RiskModelDescription::planDependent).orElse(false),
        description.map(RiskModelDescription::calibrated).orElse(false),
        before.result(),
        after.result(),
        interval(before.result(), after.result()),
        expected(before.result(), after.result()));
  }

  /** What the members of an ensemble suggest of the change; empty without one. */
  static Optional<Interval> expected(RiskResult before, RiskResult after) {
    return before instanceof RiskResult.Assessed then
            && after instanceof RiskResult.Assessed now
            && then.members().size() > 1
            && then.members().size() == now.members().size()
        ? ofMembers(then.members(), now.members())
        : Optional.empty();
  }

  /** The interval of the change, with the change in it; empty if nothing tells it. */
  static Optional<Interval> interval(RiskResult before, RiskResult after) {
    OptionalDouble delta = RiskChange.delta(before, after);
    if (delta.isPresent()
        && before instanceof RiskResult.Assessed then
        && after instanceof RiskResult.Assessed now) {
      boolean ensemble = then.members().size() > 1 && then.members().size() == now.members().size();
      return (ensemble ? expected(before, after) : ofLimits(then.value(), now.value()))
          .map(interval -> interval.holding(delta.getAsDouble()));
    }
    return Optional.empty();
  }

  static Optional<Interval> ofMembers(List<Double> before, List<Double> after) {
    int count = before.size();
    if (count > QUANTILE.length + 1) {
      return Optional.empty();
    }
    double mean = 0;
    for (int k = 0; k < count; k++) {
      mean += (after.get(k) - before.get(k)) / count;
    }
    double squares = 0;
    for (int k = 0; k < count; k++) {
      double off = after.get(k) - before.get(k) - mean;
      squares += off * off;
    }
    double deviation = Math.sqrt(squares / (count - 1.0));
    double half = QUANTILE[count - 2] * deviation * Math.sqrt(1 + 1.0 / count);
    return Optional.of(new Interval(mean - half, mean + half));
  }

  private static Optional<Interval> ofLimits(RiskValue before, RiskValue after) {
    if (before instanceof RiskValue.Probability then
        && after instanceof RiskValue.Probability now
        && then.interval95().isPresent()
        && now.interval95().isPresent()) {
      double low = now.interval95().get().lower() - then.interval95().get().lower();
      double high = now.interval95().get().upper() - then.interval95().get().upper();
      return Optional.of(new Interval(Math.min(low, high), Math.max(low, high)));
    }
    return Optional.empty();
  }
}
