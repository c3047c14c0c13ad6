/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.inference.model;

/** Which dose a model was trained on. The two are never mixed. */
public sealed interface DoseQuantity {

  /** Absorbed dose in Gy as the planning system gives it. */
  record Physical() implements DoseQuantity {}

  /**
   * Equieffective dose in 2 Gy fractions.
   *
   * @param alphaBetaGy ratio used in the conversion, finite and above 0 Gy
   */
  record Eqd2(double alphaBetaGy) implements DoseQuantity {
    public Eqd2 {
      if (!(alphaBetaGy > 0 && alphaBetaGy < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException("alphaBetaGy must be finite and > 0: " + alphaBetaGy);
      }
    }
  }
}
