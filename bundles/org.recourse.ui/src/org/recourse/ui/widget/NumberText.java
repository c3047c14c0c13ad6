/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.widget;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Numbers as the window shows them, with a fixed count of decimals: dose 0.1 Gy, volume 0.1 cm3,
 * risk 0.01, percent whole. Units stand in the head of the column or beside the field. Stateless.
 */
public final class NumberText {

  /** Shown where a quantity is not known; never a number. */
  public static final String UNKNOWN = "–";

  private NumberText() {}

  public static String doseGy(double doseGy) {
    return fixed(doseGy, 1);
  }

  public static String volumeCm3(double volumeCm3) {
    return fixed(volumeCm3, 1);
  }

  public static String risk(double fraction) {
    return fixed(fraction, 2);
  }

  public static String fixed(double value, int decimals) {
    if (!Double.isFinite(value)) {
      return UNKNOWN;
    }
    String text = String.format(Locale.ROOT, "%." + decimals + "f", value);
    boolean isNegativeZero =
        text.startsWith("-") && text.chars().allMatch(c -> "-0.".indexOf(c) >= 0);
    return isNegativeZero ? text.substring(1) : text;
  }

  /** At least {@code decimals} decimals and as many more as the value has, up to 4. */
  public static String editable(double value, int decimals) {
    String text = fixed(value, 4);
    int keep = text.indexOf('.') + 1 + decimals;
    int end = text.length();
    while (end > keep && text.charAt(end - 1) == '0') {
      end--;
    }
    return end > 0 && text.charAt(end - 1) == '.'
        ? text.substring(0, end - 1)
        : text.substring(0, end);
  }

  public static String orUnknown(OptionalDouble value, int decimals) {
    return value.isPresent() ? fixed(value.getAsDouble(), decimals) : UNKNOWN;
  }

  /** Text that may be missing in the model. */
  public static String orUnknown(Optional<String> text) {
    return text.filter(t -> !t.isBlank()).orElse(UNKNOWN);
  }

  /**
   * Reads a finite number as typed, with point or comma as decimal sign; empty if it is none.
   * Thousands separators are refused because their meaning differs between countries.
   */
  public static OptionalDouble parse(String typed) {
    String text = typed.strip().replace(',', '.');
    if (!text.matches("[+-]?(\\d+\\.?\\d*|\\.\\d+)")) {
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(Double.parseDouble(text));
  }
}
