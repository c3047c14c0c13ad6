/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.inference.prediction;

/** A number that may be shown, or the reason why there is none. */
public sealed interface Prediction {

  /**
   * Calibrated to the incidence of the outcome.
   *
   * @param fraction between 0 and 1
   */
  record Probability(double fraction) implements Prediction {
    public Probability {
      requireFraction(fraction);
    }
  }

  /**
   * Rises with the risk but is no probability, since class weights and oversampling inflate it.
   *
   * @param value between 0 and 1
   * @param label what must be shown with it; empty if nothing
   */
  record Score(double value, String label) implements Prediction {
    public Score {
      requireFraction(value);
      if (label == null) {
        throw new IllegalArgumentException("a label may be empty but not absent");
      }
    }
  }

  /**
   * Nothing is shown.
   *
   * @param sentence why, for a physician
   */
  record Withheld(String sentence) implements Prediction {
    public Withheld {
      if (sentence.isBlank()) {
        throw new IllegalArgumentException("a number that is withheld needs a reason");
      }
    }
  }

  private static void requireFraction(double value) {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException("must lie between 0 and 1: " + value);
    }
  }
}
