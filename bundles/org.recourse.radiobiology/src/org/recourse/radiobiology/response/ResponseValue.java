/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiobiology.response;

/** What a dose response says. Immutable. */
public sealed interface ResponseValue {

  /**
   * A probability.
   *
   * @param fraction 0 to 1
   */
  record Probability(double fraction) implements ResponseValue {
    public Probability {
      if (!(fraction >= 0 && fraction <= 1)) {
        throw new IllegalArgumentException("a probability lies in 0 to 1: " + fraction);
      }
    }
  }

  /** The model has no answer here; the reason is a sentence. */
  record NotApplicable(String reason) implements ResponseValue {}
}
