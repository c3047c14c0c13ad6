/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiobiology.conversion;

import java.util.Objects;
import org.recourse.radiobiology.fractionation.AlphaBetaRatio;

/**
 * How a tissue answers to fractionation. Immutable.
 *
 * @param alphaBeta ratio alpha/beta
 * @param repair repair between fractions
 */
public record Tissue(AlphaBetaRatio alphaBeta, RepairAssumption repair) {

  public Tissue {
    Objects.requireNonNull(alphaBeta, "alphaBeta");
    Objects.requireNonNull(repair, "repair");
  }

  /** A tissue that repairs completely between fractions. */
  public static Tissue of(AlphaBetaRatio alphaBeta) {
    return new Tissue(alphaBeta, new RepairAssumption.Complete());
  }
}
