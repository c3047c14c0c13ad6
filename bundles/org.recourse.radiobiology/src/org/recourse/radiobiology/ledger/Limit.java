/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiobiology.ledger;

import java.util.Objects;
import org.recourse.dosimetry.dvh.DoseMetric;
import org.recourse.dosimetry.dvh.MetricValue;
import org.recourse.radiobiology.evidence.Source;
import org.recourse.radiobiology.fractionation.AlphaBetaRatio;

/**
 * Upper limit on a cumulative EQD2, with the convention it was derived by. Immutable.
 *
 * <p>A {@code Limit<NoRecovery>} cannot be asked about a discounted sum: the compiler refuses it.
 *
 * @param <C> convention the limit was derived by
 * @param metric figure the limit is on
 * @param limit in the unit of the metric
 * @param alphaBeta ratio the limit was derived with
 * @param convention convention the limit was derived by
 * @param source where it comes from
 */
public record Limit<C extends RecoveryConvention>(
    DoseMetric metric, double limit, AlphaBetaRatio alphaBeta, C convention, Source source) {

  /** What became of a limit. */
  public sealed interface Verdict {

    /** The limit is kept, by {@code marginBelow} in the unit of the metric. */
    record Kept(double value, double marginBelow) implements Verdict {}

    /** The limit is exceeded, by {@code excess} in the unit of the metric. */
    record Exceeded(double value, double excess) implements Verdict {}

    /** The limit has a value beside it but its source was not read. */
    record DraftOnly(double value) implements Verdict {}

    /** There is no comparison; the reason is a sentence. */
    record NotComparable(String reason) implements Verdict {}
  }

  public Limit {
    Objects.requireNonNull(metric, "metric");
    Objects.requireNonNull(alphaBeta, "alphaBeta");
    Objects.requireNonNull(convention, "convention");
    Objects.requireNonNull(source, "source");
    if (!(limit >= 0 && limit < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("limit must be finite and >= 0: " + limit);
    }
  }

  /** Compares a sum of the same convention with the limit. */
  public Verdict judge(CumulativeDvh<C> dose) {
    if (!dose.convention().equals(convention)) { // two tables have one type
      return new Verdict.NotComparable(
          "The limit was derived with the recovery of "
              + convention.id()
              + ", the sum was made with "
              + dose.convention().id()
              + ".");
    }
    if (!dose.structure().tissue().alphaBeta().equals(alphaBeta)) {
      return new Verdict.NotComparable(
          "The limit was derived at alpha/beta "
              + alphaBeta.gy()
              + " Gy, the sum was made at "
              + dose.structure().tissue().alphaBeta().gy()
              + " Gy.");
    }
    return switch (metric.evaluate(dose.eqd2Dvh())) {
      case MetricValue.Undefined(String reason) -> new Verdict.NotComparable(reason);
      case MetricValue.Defined defined -> compared(defined.value());
    };
  }

  private Verdict compared(double value) {
    if (source.strength().isDraft()) {
      return new Verdict.DraftOnly(value);
    }
    return value <= limit
        ? new Verdict.Kept(value, limit - value)
        : new Verdict.Exceeded(value, value - limit);
  }
}
