/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.risk;

/** Unit of a number that is shown beside its name. */
public enum RiskUnit {
  /** Physical dose. */
  GY("Gy"),
  /** Equieffective dose in 2 Gy fractions. */
  EQD2_GY("Gy EQD2"),
  /** Volume. */
  CM3("cm\u00b3"),
  /** Age or interval. */
  YEARS("a"),
  /** Interval. */
  DAYS("d"),
  /** Ratio from 0 to 100. */
  PERCENT("%"),
  /** A number without unit. */
  ONE("");

  private final String symbol;

  RiskUnit(String symbol) {
    this.symbol = symbol;
  }

  /** Returns the symbol to show; empty for a number without unit. */
  public String symbol() {
    return symbol;
  }
}
