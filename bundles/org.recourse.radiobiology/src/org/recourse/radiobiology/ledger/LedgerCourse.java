/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiobiology.ledger;

import java.util.Objects;
import java.util.OptionalLong;

/**
 * One course of the ledger. Immutable.
 *
 * @param label name for people, not blank
 * @param timing when it was given
 * @param content what is known of it
 */
public record LedgerCourse(String label, Timing timing, CourseRecord content) {

  /** When a course was given. */
  public sealed interface Timing {

    /** It is the course that is planned; nothing of it can have recovered. */
    record Planned() implements Timing {}

    /**
     * It was given earlier.
     *
     * @param daysToPlanned days from its last fraction to the first of the planned course; empty if
     *     unknown
     */
    record Earlier(OptionalLong daysToPlanned) implements Timing {
      public Earlier {
        Objects.requireNonNull(daysToPlanned, "daysToPlanned");
      }
    }
  }

  public LedgerCourse {
    Objects.requireNonNull(timing, "timing");
    Objects.requireNonNull(content, "content");
    if (label.isBlank()) {
      throw new IllegalArgumentException("a course of the ledger has a label");
    }
  }

  boolean isPlanned() {
    return timing instanceof Timing.Planned;
  }

  /** Returns what the tissue has recovered from this course until the planned one. */
  Recovery recovery(RecoveryConvention convention) {
    return switch (convention) {
      case RecoveryConvention.NoRecovery none -> Recovery.NONE;
      case RecoveryConvention.TableRecovery(RecoveryTable table) ->
          switch (timing) {
            case Timing.Planned planned -> Recovery.NONE;
            case Timing.Earlier(OptionalLong days) -> table.after(days);
          };
    };
  }
}
