/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.widget;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What may be typed into a number field. Immutable.
 *
 * @param minimum smallest accepted value
 * @param maximum largest accepted value
 * @param exclusiveMinimum true if the minimum itself is refused
 * @param wholeNumber true if decimals are refused
 * @param unit unit for the sentence, such as "Gy"; empty for a count
 */
public record NumberRule(
    double minimum, double maximum, boolean exclusiveMinimum, boolean wholeNumber, String unit) {

  public static NumberRule positive(double maximum, String unit) {
    return new NumberRule(0, maximum, true, false, unit);
  }

  public static NumberRule notNegative(double maximum, String unit) {
    return new NumberRule(0, maximum, false, false, unit);
  }

  public static NumberRule count(int minimum, int maximum) {
    return new NumberRule(minimum, maximum, false, true, "");
  }

  /** Returns the sentence why {@code typed} is refused, or nothing if it is accepted. */
  public Optional<String> complaint(String typed) {
    OptionalDouble parsed = NumberText.parse(typed);
    if (parsed.isEmpty()) {
      return Optional.of("\"" + typed.strip() + "\" is not a number. " + expectation());
    }
    double value = parsed.getAsDouble();
    boolean tooSmall = exclusiveMinimum ? value <= minimum : value < minimum;
    boolean broken = wholeNumber && value != Math.rint(value);
    return tooSmall || value > maximum || broken ? Optional.of(expectation()) : Optional.empty();
  }

  private String expectation() {
    String kind = wholeNumber ? "a whole number" : "a number";
    String from = exclusiveMinimum ? " greater than " : " from ";
    String to = exclusiveMinimum ? " and at most " : " to ";
    String suffix = unit.isEmpty() ? "" : " " + unit;
    return "Enter "
        + kind
        + from
        + NumberText.editable(minimum, 0)
        + to
        + NumberText.editable(maximum, 0)
        + suffix
        + ".";
  }
}
