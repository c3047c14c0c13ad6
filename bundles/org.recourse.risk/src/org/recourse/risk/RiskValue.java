/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.risk;

import java.util.Objects;
import java.util.Optional;

/** Value of an assessed risk. */
public sealed interface RiskValue {

  /** What the value says about the true answer of the model. */
  enum Bound {
    /** The answer itself. */
    VALUE,
    /** The answer is at most this: a dose without a place was added to a voxel dose. */
    UPPER_BOUND
  }

  /** Tells whether this is the answer or an upper bound of it. */
  Bound bound();

  /**
   * A probability of the outcome. Immutable.
   *
   * @param fraction 0 to 1
   * @param interval95 interval of the probability, from published confidence limits or an ensemble;
   *     holds {@code fraction}
   * @param bound answer or upper bound
   */
  record Probability(double fraction, Optional<Interval> interval95, Bound bound)
      implements RiskValue {
    public Probability {
      Objects.requireNonNull(interval95, "interval95");
      Objects.requireNonNull(bound, "bound");
      if (!(fraction >= 0 && fraction <= 1)) {
        throw new IllegalArgumentException("a probability lies in 0 to 1: " + fraction);
      }
      requireHolding(interval95, fraction);
    }
  }

  /**
   * A class such as "at or above the threshold". Immutable.
   *
   * @param text the class in words
   * @param raised whether it is the class of higher risk
   * @param bound answer or upper bound
   */
  record Category(String text, boolean raised, Bound bound) implements RiskValue {
    public Category {
      Objects.requireNonNull(bound, "bound");
      if (text.isBlank()) {
        throw new IllegalArgumentException("a category needs a text");
      }
    }
  }

  /**
   * A score without calibration: it orders patients and is no probability. Immutable.
   *
   * @param score finite
   * @param interval95 interval of the score, from an ensemble; holds {@code score}
   * @param bound answer or upper bound
   */
  record Score(double score, Optional<Interval> interval95, Bound bound) implements RiskValue {

    /** Makes a score of which no interval is known. */
    public Score(double score, Bound bound) {
      this(score, Optional.empty(), bound);
    }

    public Score {
      Objects.requireNonNull(bound, "bound");
      if (!Double.isFinite(score)) {
        throw new IllegalArgumentException("a score is finite: " + score);
      }
      requireHolding(interval95, score);
    }
  }

  private static void requireHolding(Optional<Interval> interval95, double number) {
    if (interval95.filter(interval -> !interval.contains(number)).isPresent()) {
      throw new IllegalArgumentException(number + " lies beside its interval " + interval95);
    }
  }
}
