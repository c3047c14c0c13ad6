/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.assistant.numbers;

import org.recourse.dosimetry.dvh.MetricValue;

/** What became of a clinical goal. Immutable. */
public sealed interface GoalOutcome {

  /** Verdict on a goal that is judged. */
  enum Verdict {
    /** The limit is kept. */
    PASS,
    /** The limit is missed by no more than the tolerance. */
    WITHIN_TOLERANCE,
    /** The limit is missed. */
    FAIL
  }

  /** The goal has a value and a verdict. */
  record Judged(MetricValue.Defined value, Verdict verdict) implements GoalOutcome {}

  /** The goal has a value but its limit is a draft that must not be judged by. */
  record Shown(MetricValue.Defined value, String whyNotJudged) implements GoalOutcome {}

  /** The goal has no value here; the reason is a sentence. */
  record NotApplicable(String reason) implements GoalOutcome {}
}
