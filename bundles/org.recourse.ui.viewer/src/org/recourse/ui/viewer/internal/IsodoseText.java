/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.viewer.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.recourse.ui.session.IsodoseLevels;

/**
 * Isodose levels as typed text: numbers separated by spaces, semicolons or commas, then {@code %}
 * of the prescription or {@code Gy}, such as "50 80 95 100 %" or "20 45.5 70 Gy". Stateless.
 */
final class IsodoseText {

  private IsodoseText() {}

  /** What a text means. */
  sealed interface Reading {

    record Levels(IsodoseLevels levels) implements Reading {}

    /** The text cannot be read; the sentence says why. */
    record Unreadable(String sentence) implements Reading {}
  }

  static String of(IsodoseLevels levels) {
    return switch (levels) {
      case IsodoseLevels.Absolute(List<Double> levelsGy) -> joined(levelsGy) + " Gy";
      case IsodoseLevels.OfPrescription(List<Double> levelsPercent) -> joined(levelsPercent) + " %";
    };
  }

  private static String joined(List<Double> levels) {
    return levels.stream()
        .map(
            level ->
                level == Math.rint(level) ? String.valueOf(level.intValue()) : level.toString())
        .collect(Collectors.joining(" "));
  }

  /** Reads levels; without a unit the text is unreadable, because Gy and % differ too much. */
  static Reading read(String text) {
    String trimmed = text.strip();
    String lower = trimmed.toLowerCase(Locale.ROOT);
    boolean percent = lower.endsWith("%");
    boolean gray = lower.endsWith("gy");
    if (!percent && !gray) {
      return new Reading.Unreadable("Write % or Gy after the last level, such as 50 80 95 100 %.");
    }
    String numbers = trimmed.substring(0, trimmed.length() - (percent ? 1 : 2)).strip();
    List<Double> levels = new ArrayList<>();
    for (String part : numbers.split("[\\s;,]+")) {
      if (part.isEmpty()) {
        continue;
      }
      try {
        double level = Double.parseDouble(part);
        if (!(level > 0 && level < Double.POSITIVE_INFINITY)) {
          return new Reading.Unreadable("An isodose level must be greater than 0: " + part + ".");
        }
        levels.add(level);
      } catch (NumberFormatException e) {
        return new Reading.Unreadable("This is not a number: " + part + ".");
      }
    }
    return new Reading.Levels(
        percent ? new IsodoseLevels.OfPrescription(levels) : new IsodoseLevels.Absolute(levels));
  }
}
