/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.dicom.internal.toolkit;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers as DICOM decimal strings (VR DS): at most 16 characters. Stateless. */
public final class DecimalString {

  private static final int LONGEST = 16;

  private DecimalString() {}

  /** Returns the shortest text of the number; digits that do not fit 16 characters are rounded. */
  public static String of(double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("DICOM has no decimal string for " + value);
    }
    if (value == 0) {
      return "0";
    }
    BigDecimal exact = BigDecimal.valueOf(value);
    for (int digits = 17; digits > 1; digits--) {
      BigDecimal rounded = exact.round(new MathContext(digits)).stripTrailingZeros();
      String plain = rounded.toPlainString();
      String scientific = scientific(rounded);
      String shorter = plain.length() <= scientific.length() ? plain : scientific;
      if (shorter.length() <= LONGEST) {
        return shorter;
      }
    }
    throw new IllegalArgumentException("DICOM has no decimal string for " + value);
  }

  private static String scientific(BigDecimal value) {
    String digits = value.unscaledValue().abs().toString();
    int exponent = digits.length() - 1 - value.scale();
    String fraction = digits.length() == 1 ? "" : "." + digits.substring(1);
    return (value.signum() < 0 ? "-" : "") + digits.charAt(0) + fraction + "E" + exponent;
  }

  public static String[] of(double... values) {
    String[] texts = new String[values.length];
    for (int i = 0; i < values.length; i++) {
      texts[i] = of(values[i]);
    }
    return texts;
  }
}
