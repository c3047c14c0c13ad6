/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiobiology.conversion;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.recourse.radiobiology.fractionation.DailySchedule;

/** What is assumed about repair between fractions; named beside every number. Immutable. */
public sealed interface RepairAssumption {

  /** Repair is complete before the next fraction: the plain linear-quadratic model. */
  record Complete() implements RepairAssumption {}

  /**
   * Damage is left when the next fraction comes.
   *
   * @param halfTimeHours half-time of repair, finite and greater than 0
   * @param variant which pairs of fractions interact
   */
  record Incomplete(double halfTimeHours, IncompleteRepair.Variant variant)
      implements RepairAssumption {
    public Incomplete {
      if (!(halfTimeHours > 0 && halfTimeHours < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            "halfTimeHours must be finite and > 0: " + halfTimeHours);
      }
      Objects.requireNonNull(variant, "variant");
    }
  }

  /**
   * Returns H of {@link IncompleteRepair}; 0 for complete repair.
   *
   * @throws IllegalArgumentException with a sentence for the user if repair is incomplete and the
   *     hours between fractions are not known
   */
  default double incompleteRepairFactor(Optional<DailySchedule> schedule, int fractionCount) {
    return switch (this) {
      case Complete() -> 0;
      case Incomplete(double halfTimeHours, IncompleteRepair.Variant variant) ->
          new IncompleteRepair(
                  schedule.orElseThrow(
                      () ->
                          new IllegalArgumentException(
                              "the hours between the fractions of a day are not known, so"
                                  + " incomplete repair cannot be computed; enter them in the"
                                  + " prescription")),
                  halfTimeHours,
                  variant)
              .incompleteRepairFactor(fractionCount);
    };
  }

  /** Returns the variant in words. */
  default String text() {
    return switch (this) {
      case Complete() -> "complete repair";
      case Incomplete(double halfTimeHours, IncompleteRepair.Variant variant) ->
          String.format(
              Locale.ROOT,
              "incomplete repair, half-time %.1f h, %s",
              halfTimeHours,
              switch (variant) {
                case WITHIN_DAY -> "pairs of one day";
                case WITH_OVERNIGHT_REMAINDER -> "with overnight remainder";
              });
    };
  }
}
