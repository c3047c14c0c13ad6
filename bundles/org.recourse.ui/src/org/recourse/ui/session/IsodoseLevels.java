/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.session;

import java.util.List;
import java.util.OptionalDouble;

/** Levels at which isodose lines are drawn, absolute or relative. Immutable. */
public sealed interface IsodoseLevels {

  /** Levels offered for a new session. */
  IsodoseLevels DEFAULT = new OfPrescription(List.of(20.0, 50.0, 80.0, 95.0, 100.0, 107.0));

  /**
   * Levels in Gy.
   *
   * @param levelsGy finite levels greater than 0
   */
  record Absolute(List<Double> levelsGy) implements IsodoseLevels {
    public Absolute {
      levelsGy = checked(levelsGy);
    }
  }

  /**
   * Levels in percent of the prescribed total dose of the planned course.
   *
   * @param levelsPercent finite levels greater than 0
   */
  record OfPrescription(List<Double> levelsPercent) implements IsodoseLevels {
    public OfPrescription {
      levelsPercent = checked(levelsPercent);
    }
  }

  /**
   * Returns the levels in Gy, ascending; none if they are relative and no prescription is known.
   *
   * @param prescribedGy prescribed total dose in the quantity that is shown
   */
  default List<Double> levelsGy(OptionalDouble prescribedGy) {
    return switch (this) {
      case Absolute(List<Double> levelsGy) -> levelsGy;
      case OfPrescription(List<Double> levelsPercent) ->
          prescribedGy.isEmpty()
              ? List.of()
              : levelsPercent.stream().map(p -> p * prescribedGy.getAsDouble() / 100).toList();
    };
  }

  private static List<Double> checked(List<Double> levels) {
    for (double level : levels) {
      if (!(level > 0 && level < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException("an isodose level must be finite and > 0: " + level);
      }
    }
    return levels.stream().sorted().distinct().toList();
  }
}
