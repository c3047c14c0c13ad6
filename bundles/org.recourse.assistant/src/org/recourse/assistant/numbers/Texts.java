/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.assistant.numbers;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Texts of the model and of numbers. */
final class Texts {

  private Texts() {}

  /** EMF has null for "not set". */
  static String of(String maybeUnset) {
    return maybeUnset == null ? "" : maybeUnset;
  }

  /** Writes a number with as many digits as it has, at most three decimals: 60, 67.75, 65.263. */
  static String number(double value) {
    return BigDecimal.valueOf(value)
        .setScale(3, RoundingMode.HALF_UP)
        .stripTrailingZeros()
        .toPlainString();
  }
}
