/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.learning.penalised;

import java.util.Objects;
import org.recourse.learning.survival.SurvivalSample;

/** What an elastic net predicts. */
public sealed interface Response {

  int size();

  /** A number per patient; squared loss. */
  record Continuous(double[] value) implements Response {

    public Continuous {
      for (double number : value) {
        if (!Double.isFinite(number)) {
          throw new IllegalArgumentException("a response is finite: " + number);
        }
      }
      value = value.clone();
    }

    @Override
    public int size() {
      return value.length;
    }
  }

  /** An event or none per patient; logistic loss. */
  record Binary(boolean[] event) implements Response {

    public Binary {
      event = event.clone();
    }

    @Override
    public int size() {
      return event.length;
    }
  }

  /** A follow-up per patient; Cox partial likelihood, ties after Breslow. */
  record Survival(SurvivalSample sample) implements Response {

    public Survival {
      Objects.requireNonNull(sample, "sample");
    }

    @Override
    public int size() {
      return sample.size();
    }
  }
}
