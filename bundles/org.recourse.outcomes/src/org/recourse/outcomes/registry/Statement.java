/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.outcomes.registry;

/** What a model said about a patient. A score is not a probability. */
public sealed interface Statement {

  /**
   * A calibrated probability.
   *
   * @param fraction from 0 to 1
   */
  record Probability(double fraction) implements Statement {
    public Probability {
      if (!(fraction >= 0 && fraction <= 1)) {
        throw new IllegalArgumentException("a probability lies from 0 to 1: " + fraction);
      }
    }
  }

  /**
   * A number that orders patients and is no probability.
   *
   * @param value finite
   */
  record Score(double value) implements Statement {
    public Score {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException("a score is finite: " + value);
      }
    }
  }

  /**
   * A group of patients.
   *
   * @param text its name, such as "high"
   */
  record Category(String text) implements Statement {
    public Category {
      if (text.isBlank()) {
        throw new IllegalArgumentException("a category has a name");
      }
    }
  }
}
