/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.radiomics.internal.table;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** Feature values as text. Stateless. */
final class FeatureNumber {

  private static final double LARGEST_PLAIN = 1e7;
  private static final double LEAST_PLAIN = 1e-3;

  private FeatureNumber() {}

  /**
   * Returns a number with so many significant digits, whole numbers without decimals; very large
   * and small ones with exponent.
   */
  static String text(double value, int significant) {
    if (value == 0) {
      return "0";
    }
    double size = Math.abs(value);
    boolean whole = value == Math.rint(value) || size >= Math.pow(10, significant);
    if (whole && size < LARGEST_PLAIN) {
      return String.format(Locale.ROOT, "%.0f", value);
    }
    if (size >= LARGEST_PLAIN || size < LEAST_PLAIN) {
      return String.format(Locale.ROOT, "%." + (significant - 1) + "e", value);
    }
    BigDecimal rounded = BigDecimal.valueOf(value).round(new MathContext(significant));
    int decimals = Math.max(0, significant - rounded.precision() + rounded.scale());
    return rounded.setScale(decimals, RoundingMode.UNNECESSARY).toPlainString();
  }
}
