/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.tuning.proposal;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.recourse.risk.Interval;
import org.recourse.risk.RiskResult;
import org.recourse.risk.RiskValue;

/**
 * What one model says before and after a change. Immutable.
 *
 * @param modelId the model
 * @param title its name for people
 * @param closedForm whether it is a published formula rather than a trained network
 * @param planDependent whether a plan can change its answer at all
 * @param calibrated whether its number is a probability; otherwise it is a score
 * @param before answer before
 * @param after answer after
 * @param deltaInterval95 interval of the change from what both answers have in common: members of
 *     an ensemble pair by pair, or the published limits of a parameter; empty if unknown
 */
public record RiskChange(
    String modelId,
    String title,
    boolean closedForm,
    boolean planDependent,
    boolean calibrated,
    RiskResult before,
    RiskResult after,
    Optional<Interval> deltaInterval95) {

  public RiskChange {
    Objects.requireNonNull(modelId, "modelId");
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(before, "before");
    Objects.requireNonNull(after, "after");
    Objects.requireNonNull(deltaInterval95, "deltaInterval95");
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
    OptionalDouble from = beforeNumber();
    OptionalDouble to = afterNumber();
    return from.isPresent() && to.isPresent()
        ? OptionalDouble.of(to.getAsDouble() - from.getAsDouble())
        : OptionalDouble.empty();
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
