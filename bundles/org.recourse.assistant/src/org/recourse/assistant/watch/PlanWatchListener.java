/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.assistant.watch;

import org.recourse.assistant.bands.UncertaintyBands;
import org.recourse.assistant.numbers.NumbersSoFar;
import org.recourse.assistant.numbers.PlanNumbers;

/** Told about every edit and about the numbers that follow; called on the listeners' executor. */
public interface PlanWatchListener {

  /** The shown numbers are older than the plan now; numbers of this or a later revision follow. */
  void onStale(long revision);

  /** Numbers have been computed and are the newest there are. Never called out of order. */
  void onNumbers(PlanNumbers numbers);

  /**
   * The intervals of the numbers told last are known; they come after the numbers, and not at all
   * where an edit comes first.
   */
  default void onBands(UncertaintyBands bands) {}

  /**
   * A part of the numbers of a revision is known before the rest, in the order of what is looked
   * at. {@link #onNumbers} of the same revision follows, unless an edit supersedes it; a gradient
   * may follow that. {@link PlanWatch#shown()} has the newest of everything.
   */
  default void onEarlyNumbers(NumbersSoFar part) {
    // a listener that shows everything at once waits for onNumbers
  }

  /** The numbers of a revision could not be computed: a defect, or memory ran out. */
  void onFailure(long revision, RuntimeException cause);
}
