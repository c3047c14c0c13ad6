/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.clinical.internal.goals;

import org.recourse.assistant.numbers.GoalNumbers;
import org.recourse.assistant.numbers.GoalOutcome;
import org.recourse.dosimetry.dvh.MetricValue;

/**
 * Where a goal stands, as a sign that reads without colour, a word and a quiet colour for light and
 * for dark themes. The colours are told apart by every kind of colour vision.
 */
enum GoalStanding {
  FAIL("✕", "fail", 0xa8441c, 0xe8976f),
  WITHIN_TOLERANCE("≈", "within tolerance", 0x8a6d00, 0xd9bf5f),
  PASS("✓", "pass", 0x1f6f78, 0x6fc3cc),
  OPEN("?", "open, sum incomplete", 0x6d5596, 0xb9a4dd),
  DRAFT("◇", "draft, not judged", 0x707070, 0xa0a0a0),
  NOT_APPLICABLE("–", "not applicable", 0x707070, 0xa0a0a0);

  private final String sign;
  private final String word;
  private final int rgbOnLight;
  private final int rgbOnDark;

  GoalStanding(String sign, String word, int rgbOnLight, int rgbOnDark) {
    this.sign = sign;
    this.word = word;
    this.rgbOnLight = rgbOnLight;
    this.rgbOnDark = rgbOnDark;
  }

  /** The standing as registered, or at the unfavourable end where the case is judged there. */
  static GoalStanding of(GoalRow row) {
    GoalStanding registered = of(row.numbers());
    return registered.isJudged() && row.isJudgedAtUnfavourableEnd()
        ? of(row.moved().orElseThrow().band().atUnfavourableEnd())
        : registered;
  }

  private static GoalStanding of(GoalOutcome.Verdict verdict) {
    return switch (verdict) {
      case PASS -> PASS;
      case WITHIN_TOLERANCE -> WITHIN_TOLERANCE;
      case FAIL -> FAIL;
    };
  }

  static GoalStanding of(GoalNumbers goal) {
    return switch (goal.outcome()) {
      case GoalOutcome.Judged(MetricValue.Defined value, GoalOutcome.Verdict verdict) ->
          of(verdict);
      case GoalOutcome.Shown shown -> goal.goal().isJudged() ? OPEN : DRAFT;
      case GoalOutcome.NotApplicable none -> NOT_APPLICABLE;
    };
  }

  /** Sign and word, such as "✕ fail". */
  String text() {
    return sign + " " + word;
  }

  int rgb(boolean onDark) {
    return onDark ? rgbOnDark : rgbOnLight;
  }

  /** Whether the goal has a verdict, and so a margin. */
  boolean isJudged() {
    return switch (this) {
      case FAIL, WITHIN_TOLERANCE, PASS -> true;
      case OPEN, DRAFT, NOT_APPLICABLE -> false;
    };
  }
}
