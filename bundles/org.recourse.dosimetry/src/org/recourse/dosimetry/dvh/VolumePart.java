/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.dosimetry.dvh;

import java.math.BigDecimal;
import org.recourse.dosimetry.dvh.MetricValue.Unit;

/**
 * Part of the volume of a structure. Immutable.
 *
 * @param amount above 0; at most 100 in percent
 * @param unit percent or cm³
 */
public record VolumePart(double amount, Unit unit) {

  public VolumePart {
    if (unit == Unit.GY) {
      throw new IllegalArgumentException("a volume is in % or cc: " + unit);
    }
    if (!(amount > 0 && amount < Double.POSITIVE_INFINITY)
        || unit == Unit.PERCENT && amount > 100) {
      throw new IllegalArgumentException(
          "the volume must be above 0 and at most 100 %: " + amount + " " + unit.symbol());
    }
  }

  /** Returns the text form, such as {@code 0.03cc}. */
  public String text() {
    return plain(amount) + unit.symbol();
  }

  static String plain(double number) {
    return new BigDecimal(Double.toString(number)).stripTrailingZeros().toPlainString();
  }
}
