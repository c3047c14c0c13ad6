/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cohort.cases;

/**
 * Whether something happened to a patient and how long it was looked for. Immutable.
 *
 * @param event whether it happened
 * @param followUpMonths time to it, or, if it did not happen, time for which it was looked for;
 *     finite and not negative
 */
public record PatientOutcome(boolean event, double followUpMonths) {

  public PatientOutcome {
    if (!(followUpMonths >= 0 && followUpMonths < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "followUpMonths must be finite and >= 0: " + followUpMonths);
    }
  }
}
