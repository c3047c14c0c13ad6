/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.clinical.internal.ledger;

import java.util.OptionalDouble;
import org.recourse.assistant.numbers.LedgerNumbers;

/** Which figure of a structure the ledger shows. */
enum LedgerFigure {
  /** Largest dose that 0.1 cm³ receive. */
  NEAR_MAXIMUM("D0.1cc"),
  /** Maximum over the structure. */
  MAXIMUM("Dmax"),
  /** Mean over the structure. */
  MEAN("Dmean");

  private final String title;

  LedgerFigure(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }

  /** Empty where the figure is not defined, as D0.1cc of a smaller structure. */
  OptionalDouble of(LedgerNumbers.Figures figures) {
    return switch (this) {
      case NEAR_MAXIMUM -> figures.d01ccEqd2Gy();
      case MAXIMUM -> OptionalDouble.of(figures.maxEqd2Gy());
      case MEAN -> OptionalDouble.of(figures.meanEqd2Gy());
    };
  }
}
