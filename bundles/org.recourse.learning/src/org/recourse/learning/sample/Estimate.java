/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.learning.sample;

import java.util.Objects;
import java.util.Optional;

/** A number estimated from a sample, or the reason why the sample does not define it. */
public sealed interface Estimate {

  /**
   * @param value the estimate, finite
   * @param interval its confidence interval, where one was asked for and is defined
   */
  record Defined(double value, Optional<Interval> interval) implements Estimate {

    public Defined {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException("a defined estimate is finite: " + value);
      }
      Objects.requireNonNull(interval, "interval");
    }
  }

  /**
   * @param reason a sentence for the reader of a report
   */
  record Undefined(String reason) implements Estimate {

    public Undefined {
      Objects.requireNonNull(reason, "reason");
    }
  }

  static Estimate of(double value) {
    return new Defined(value, Optional.empty());
  }

  static Estimate of(double value, Interval interval) {
    return new Defined(value, Optional.of(interval));
  }

  static Estimate undefined(String reason) {
    return new Undefined(reason);
  }

  /** The value where it is defined, for further arithmetic. */
  default Optional<Double> asOptional() {
    return switch (this) {
      case Defined defined -> Optional.of(defined.value());
      case Undefined undefined -> Optional.empty();
    };
  }
}
