/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.tuning.proposal;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.recourse.risk.Interval;
import org.recourse.risk.RiskResult;
import org.recourse.risk.RiskValue;

/**
 * What one model says before and after a change. Immutable.
 *
 * <p>The change of a network is that of its final network; its ensemble, trained on other parts of
 * the patients, may suggest another change. No change stands beside its own interval: where the two
 * disagree the interval is widened to hold both, and {@link #disagreement()} says so.
 *
 * @param modelId the model
 * @param title its name for people
 * @param closedForm whether it is a published formula rather than a trained network
 * @param planDependent whether a plan can change its answer at all
 * @param calibrated whether its number is a probability; otherwise it is a score
 * @param before answer before
 * @param after answer after
 * @param deltaInterval95 interval of the change from what both answers have in common: members of
 *     an ensemble pair by pair, or the published limits of a parameter; holds the change; empty if
 *     unknown
 * @param expected95 what the members of the ensemble alone suggest, which need not hold the change;
 *     empty without an ensemble
 */
public record RiskChange(
    String modelId,
    String title,
    boolean closedForm,
    boolean planDependent,
    boolean calibrated,
    RiskResult before,
    RiskResult after,
    Optional<Interval> deltaInterval95,
    Optional<Interval> expected95) {

  private static final double VISIBLE = 0.0005; // with the three decimals of the sentence

  public RiskChange {
    Objects.requireNonNull(modelId, "modelId");
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(before, "before");
    Objects.requireNonNull(after, "after");
    Objects.requireNonNull(deltaInterval95, "deltaInterval95");
    Objects.requireNonNull(expected95, "expected95");
    OptionalDouble delta = delta(before, after);
    if (delta.isPresent()
        && deltaInterval95.filter(i -> !i.contains(delta.getAsDouble())).isPresent()) {
      throw new IllegalArgumentException(delta + " lies beside its interval " + deltaInterval95);
    }
  }

  /** Returns the probability or score before; empty for a class, or if the model does not apply. */
  public OptionalDouble beforeNumber() {
    return number(before);
  }

  /** Returns the probability or score after; empty for a class, or if the model does not apply. */
  public OptionalDouble afterNumber() {
    return number(after);
  }

  /** Returns after minus before; empty unless both are numbers. */
  public OptionalDouble delta() {
    return delta(before, after);
  }

  static OptionalDouble delta(RiskResult before, RiskResult after) {
    OptionalDouble from = number(before);
    OptionalDouble to = number(after);
    return from.isPresent() && to.isPresent()
        ? OptionalDouble.of(to.getAsDouble() - from.getAsDouble())
        : OptionalDouble.empty();
  }

  /**
   * Returns the sentence that the final network and its ensemble disagree about the change, so that
   * the interval was widened; empty where they agree.
   */
  public Optional<String> disagreement() {
    OptionalDouble delta = delta();
    return expected95
        .filter(range -> delta.isPresent() && isBeside(delta.getAsDouble(), range))
        .map(
            range ->
                String.format(
                    Locale.ROOT,
                    "The networks of its cross-validation suggest %+.3f to %+.3f, the final"
                        + " network says %+.3f; the interval is widened to hold both.",
                    range.lower(),
                    range.upper(),
                    delta.getAsDouble()));
  }

  private static boolean isBeside(double delta, Interval range) {
    return delta < range.lower() - VISIBLE || delta > range.upper() + VISIBLE;
  }

  /** Returns whether the model applies and knows cases like this one, before and after. */
  public boolean inDomain() {
    return isInside(before) && isInside(after);
  }

  /** Returns the number of an answer; empty for a class, or if the model does not apply. */
  public static OptionalDouble number(RiskResult result) {
    return switch (result) {
      case RiskResult.Assessed assessed ->
          switch (assessed.value()) {
            case RiskValue.Probability probability -> OptionalDouble.of(probability.fraction());
            case RiskValue.Score score -> OptionalDouble.of(score.score());
            case RiskValue.Category category -> OptionalDouble.empty();
          };
      case RiskResult.NotApplicable none -> OptionalDouble.empty();
      case RiskResult.Failed failed -> OptionalDouble.empty();
    };
  }

  private static boolean isInside(RiskResult result) {
    return switch (result) {
      case RiskResult.Assessed assessed -> assessed.inDomain();
      case RiskResult.NotApplicable none -> false;
      case RiskResult.Failed failed -> false;
    };
  }
}
