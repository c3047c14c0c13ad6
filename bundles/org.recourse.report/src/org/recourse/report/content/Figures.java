/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.report.content;

import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.recourse.dosimetry.dvh.MetricValue;

/** Numbers with their units, with the decimals of the window. Stateless. */
final class Figures {

  static final String UNKNOWN = "\u2013";

  private Figures() {}

  static String fixed(double value, int decimals) {
    if (!Double.isFinite(value)) {
      return UNKNOWN;
    }
    String text = String.format(Locale.ROOT, "%." + decimals + "f", value);
    boolean negativeZero =
        text.startsWith("-") && text.chars().allMatch(c -> "-0.".indexOf(c) >= 0);
    return negativeZero ? text.substring(1) : text;
  }

  static String gy(double doseGy) {
    return fixed(doseGy, 1) + " Gy";
  }

  static String gy(OptionalDouble doseGy) {
    return doseGy.isPresent() ? gy(doseGy.getAsDouble()) : UNKNOWN;
  }

  static String cm3(OptionalDouble volumeCm3) {
    return volumeCm3.isPresent() ? fixed(volumeCm3.getAsDouble(), 1) + " cm\u00b3" : UNKNOWN;
  }

  static String count(OptionalInt count) {
    return count.isPresent() ? Integer.toString(count.getAsInt()) : UNKNOWN;
  }

  static String metric(MetricValue value) {
    return switch (value) {
      case MetricValue.Defined(double number, MetricValue.Unit unit) ->
          fixed(number, unit == MetricValue.Unit.PERCENT ? 0 : 1) + " " + unit.symbol();
      case MetricValue.Undefined undefined -> UNKNOWN;
    };
  }

  static String orUnknown(String text) {
    return text.isBlank() ? UNKNOWN : text;
  }
}
